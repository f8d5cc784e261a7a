"""Between how many in 100 somebody stands, from counts (docs/rk11.md 2.10). Never one figure: it would be off by twelve. Pure."""

from typing import NamedTuple

from data.profile.scoring import Band, rounded
from data.totals.tally_statistics import Tally, percentile

# The ends of the scale would claim that nobody, or everybody, scored lower.
_LOWEST, _HIGHEST, _STEP = 5, 95, 5


class PercentileRange(NamedTuple):
    """In 100 people, how many scored lower than either end of the 80 % band."""

    low: int
    high: int


def percentile_range(band80: Band, scores: Tally, *, people_from: int) -> PercentileRange | None:
    """To the nearest five, within 5 and 95; None among too few people."""
    if sum(scores.values()) < people_from:
        return None
    return PercentileRange(*(min(_HIGHEST, max(_LOWEST, _STEP * rounded((percentile(end, scores) or 0.0) / _STEP))) for end in band80))
