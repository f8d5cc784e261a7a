"""What may be said of two rounds of a team laid side by side, from what is published of each and from nothing else. Pure.

By Welch's test, its risk shared out between the areas. A standard error is read off the published interval, which is rounded outwards and
holds the exact one, so a sentence is left out rather than said by chance (docs/anonymity.md 3.7).
"""

import math
from collections.abc import Mapping
from typing import NamedTuple

from data.totals.published import Mean, ShownRound
from data.totals.tally_statistics import t_quantile

# One team in twenty that has not changed at all gets a sentence on any of its areas: 99.4 % for each of eight.
FAMILY = 0.05
# A smaller change may well be sure, and is still not worth a word.
WORTH_POINTS = 5
# Of the normal distribution; that of Student is wider, so an error is rather taken as too large.
_Z = 1.96
# Where a mean is told no further, its interval is cut off as well.
_ENDS = (5, 95)


class Changes(NamedTuple):
    """Points by area that the later round lies higher, each at least five and beyond chance; `compared`: how many areas could be told."""

    points: Mapping[str, int]
    compared: int


def changes(before: ShownRound, after: ShownRound) -> Changes | None:
    """None for two versions: their points are not the same."""
    if before.instrument != after.instrument:
        return None
    pairs = {area: (before.means[area], mean) for area, mean in after.means.items() if area in before.means}
    people = _fewest(before.n_band), _fewest(after.n_band)
    told = {area: reach for area, pair in pairs.items() if (reach := _reach(*pair, people, areas=len(pairs))) is not None}
    points = {area: pairs[area][1].value - pairs[area][0].value for area in told}
    return Changes({area: apart for area, apart in points.items() if abs(apart) >= WORTH_POINTS and abs(apart) > told[area]}, len(told))


def _reach(one: Mean, other: Mean, people: tuple[int, int], *, areas: int) -> float | None:
    """How far apart two means may lie by chance; None where an interval is not published, or where a mean is told no further."""
    errors = [error**2 for mean in (one, other) if (error := _error(mean)) is not None]
    if len(errors) < 2:
        return None
    freedom = sum(errors) ** 2 / sum(error**2 / (of - 1) for error, of in zip(errors, people, strict=True))
    return t_quantile(1 - FAMILY / areas / 2, freedom) * math.sqrt(sum(errors))


def _error(mean: Mean) -> float | None:
    if mean.low is None or mean.high is None or not _ENDS[0] < mean.value < _ENDS[1]:
        return None
    # The wider half: it holds what the mean itself was rounded by.
    return max(mean.value - mean.low, mean.high - mean.value) / _Z


def _fewest(band: str) -> int:
    """The fewest people that a band of sizes stands for."""
    return int(band.partition("-")[0].rstrip("+"))
