"""The pattern of rk-1.0: the first rule that holds, later ones that hold too, and those that almost do (docs/instrument.md 3.1)."""

from collections.abc import Mapping, Sequence

from data.instrument.advice import LOWEST, Pattern
from data.instrument.instrument import Instrument
from data.instrument.rk_1_0 import PatternWords
from data.profile import pattern_rules
from data.profile.findings import PatternFound, PatternSaid
from data.profile.rk_1_0.scoring import lowest
from data.profile.scoring import Score


def found(instrument: Instrument, scores: Mapping[str, Score]) -> PatternFound:
    """Decided on unrounded scores."""
    patterns = instrument.patterns
    if pattern_rules.is_incomplete(patterns, scores):
        return PatternFound(patterns.incomplete)
    holding = [pattern for pattern in patterns.ruled if pattern_rules.holds(pattern, scores)]
    near = [pattern for pattern in patterns.ruled if pattern not in holding and pattern_rules.holds(pattern, scores, relaxed=True)]
    return PatternFound(holding[0] if holding else patterns.otherwise, tuple(holding[1:]), tuple(near))


def said(instrument: Instrument, words: PatternWords, found: PatternFound, *, emphasis: str) -> PatternSaid:
    """Title and text, then the rule, what it is not, and the other titles that fit or almost do."""
    remarks = [pattern_rules.sentence(instrument, found.chosen), instrument.patterns.words.not_a_type]
    for template, others in ((words.also, found.also), (words.near, found.near)):
        if others:
            remarks.append(template.format(titles=_titles(others, emphasis)))
    return PatternSaid(found.chosen.title, (found.chosen.text,), tuple(remarks))


def suggested(instrument: Instrument, scores: Mapping[str, Score], picked: Sequence[str], most: int) -> list[str]:
    """Where the pattern starts, then the lowest set by value, because only its first places may find room; picks push it out."""
    known = {dimension: score.value for dimension, score in scores.items() if score.value is not None}
    low = sorted(lowest(instrument, scores), key=lambda dimension: known[dimension])
    start = found(instrument, scores).chosen.start_with
    first = low[:1] if start in (LOWEST, None) else [start]
    wanted = [dimension for dimension in picked if dimension in known]
    room = most - len(set(wanted) - set(first))
    suggested = list(dict.fromkeys([*first, *low]))
    kept = [d for d in suggested if d not in wanted or d in first]
    return list(dict.fromkeys([*kept[: max(1, room)], *wanted]))[:most]


def _titles(patterns: Sequence[Pattern], emphasis: str) -> str:
    return ", ".join(emphasis.format(pattern.title) for pattern in patterns)
