"""A retake in sentences (docs/rk11.md 2.9): the headline, the area worked on, and what always stands beneath."""

from data.instrument.instrument import Instrument
from data.instrument.rk_1_1 import RetakeWords
from data.profile.findings import Changes, ChangesSaid, Measured, Word, WorkedOn
from data.profile.scoring import Score, rounded


def said(instrument: Instrument, words: RetakeWords, changes: Changes, scores: tuple[Measured, Measured], day: str) -> ChangesSaid:
    """In the order in which they are shown; `scores` are the earlier and the later ones."""
    headline, worked = _headline(instrument, words, changes, day), _worked(instrument, words, changes.worked, scores)
    if changes.worked and changes.worked.word is not Word.AS_EXPECTED and not headline:
        lines = [*worked, words.none_else]
    else:
        lines = [*(headline or [words.none.format(day=day)]), *worked]
    norms = [words.norms.format(day=day)] if changes.two_norms else []
    return ChangesSaid(tuple(lines), (words.regression, words.when, *norms))


def _headline(instrument: Instrument, words: RetakeWords, changes: Changes, day: str) -> list[str]:
    """Empty where nothing is clear."""
    up = [d for d in changes.named if changes.each[d].rci > 0]
    down = [d for d in changes.named if changes.each[d].rci < 0]
    lines = [words.up.format(day=day, names=instrument.names(up))] if up else []
    lines += [words.down.format(day=day, names=instrument.names(down))] if down else []
    if changes.together_is_clear:
        lines.append((words.all_up if (changes.together or 0) > 0 else words.all_down).format(day=day))
        lines += [] if changes.named else [words.all_only]
    return lines


def _worked(instrument: Instrument, words: RetakeWords, found: WorkedOn | None, scores: tuple[Measured, Measured]) -> list[str]:
    if found is None:
        return []
    sentence = {Word.HIGHER: words.worked_higher, Word.LOWER: words.worked_lower, Word.AS_EXPECTED: words.worked_as_expected}[found.word]
    before, after = (measured.scores[found.dimension] for measured in scores)
    name = instrument.dimension(found.dimension).name
    return [sentence.format(name=name, then=_shown(before), now=_shown(after), expected=rounded(found.expected))]


def _shown(score: Score) -> int:
    return rounded(score.value or 0.0)
