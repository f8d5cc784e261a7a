"""Counts sheets that become one cohort: how many people have each code of each measure. Pure; what it is given is gone afterwards."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import zip_longest

from data.groups import codebook, submission
from data.groups.codebook import MISSING
from data.instrument.instrument import load
from data.privacy_limits import ROUND_FLOOR

Sheet = Sequence[int]
Counted = Mapping[str, Counter[int]]


def count(instrument: str, sheets: Sequence[Sheet], *, with_agreements: bool = False) -> Counted:
    """Every measure; of the sums so few less that they differ from the scores by nobody, or by six people at least.

    Scores less sums are the scores of those who left something open. Where they are few, whole sheets join them: the first of the given
    order, which must be as good as random (docs/anonymity.md 3.13). What was said of agreements is counted only where asked for.
    """
    measures = submission.measures(instrument)
    # A sheet that an older Rekindle wrote may lack the newest measures; it counts for all others.
    columns = (Counter(column) for column in zip_longest(*sheets))
    counted = {measure: column for measure, column in zip(measures, columns, strict=False) if _is_counted(measure, with_agreements)}
    for column in counted.values():
        del column[None]
    for place, score_place in _pairs(instrument, measures):
        for code in _drawn(sheets, place, score_place):
            counted[measures[place]][code] -= 1
            counted[measures[place]][MISSING] += 1
    return counted


def _is_counted(measure: str, with_agreements: bool) -> bool:
    return codebook.is_counted(measure) or (with_agreements and codebook.is_of_a_round(measure))


def _pairs(instrument: str, measures: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Where the sum of each dimension stands in a sheet, and where its score."""
    for dimension in load(instrument).dimensions:
        yield measures.index(codebook.sum_of(dimension.id)), measures.index(codebook.score_of(dimension.id))


def _drawn(sheets: Sequence[Sheet], place: int, score_place: int) -> Sequence[int]:
    """The sums of the first people who lack theirs from now on, because too few lack it who have a score."""
    lacking = sum(sheet[place] == MISSING != sheet[score_place] for sheet in sheets)
    if not 0 < lacking < ROUND_FLOOR:
        return ()
    return [sheet[place] for sheet in sheets if sheet[place] != MISSING][: ROUND_FLOOR - lacking]
