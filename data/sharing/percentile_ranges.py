"""Where one's own score lies among the published ones. Pure."""

from collections.abc import Sequence
from typing import NamedTuple

from data.profile.scoring import Score
from data.totals.published import PERCENTILE_STEP, Published, Rank


class PercentileRange(NamedTuple):
    """How many in 100 are lower than either end of a score's 80% band. Never one figure: it would be off by twelve (docs/rk11.md 2.10)."""

    low: int
    high: int


def rank_of(points: float, ranks: Sequence[Rank]) -> int:
    passed = [rank for rank in ranks if points >= rank.points - 1e-9]
    return passed[-1].percentile if passed else PERCENTILE_STEP


def compare(own: Score, published: Published) -> PercentileRange | None:
    """Between which percentiles one's own score lies among the published; None where either does not allow any.

    One's own answers may be among the others: among 200 or more that moves less than the rounding hides.
    """
    ranks = published.ranks.get(own.dimension, ())
    return PercentileRange(*(rank_of(end, ranks) for end in own.band80)) if own.band80 and ranks else None
