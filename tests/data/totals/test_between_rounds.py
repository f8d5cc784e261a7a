"""By hand, beside `between_rounds`: errors read off the published intervals, Welch's freedom, and Student's t by Simpson's rule.

Seen to fail: with the risk not shared out between the areas; with the narrower half of an interval; without the five points.
"""

import math
import random
from collections import Counter
from datetime import date

import pytest

from data.totals import between_rounds, rounding
from data.totals.published import Mean, ShownRound
from data.totals.tally_statistics import sample

AREAS = ("spark", "growth", "support", "path", "purpose", "momentum", "balance", "outlet")
STILL = Mean(50, 44, 56)


def shown(means: dict[str, Mean], *, band: str = "20-49", instrument: str = "rk-1.1") -> ShownRound:
    return ShownRound(1, date(2026, 11, 27), instrument, band, means)


def eight(first: Mean, **more: str) -> ShownRound:
    return shown({area: first if area == "spark" else STILL for area in AREAS}, **more)


def beyond(t: float, freedom: float) -> float:
    """How likely Student's t lies further out than that, on either side."""
    scale = math.exp(math.lgamma((freedom + 1) / 2) - math.lgamma(freedom / 2)) / math.sqrt(freedom * math.pi)
    steps, width = 4000, t / 4000
    heights = [scale * (1 + (width * step) ** 2 / freedom) ** (-(freedom + 1) / 2) for step in range(steps + 1)]
    inside = width / 3 * (heights[0] + heights[-1] + 4 * sum(heights[1:-1:2]) + 2 * sum(heights[2:-1:2]))
    return float(1 - 2 * inside)


@pytest.mark.parametrize("mean", range(50, 80))
def test_a_change_is_named_where_chance_makes_one_as_large_once_in_a_hundred_and_sixty(mean: int) -> None:
    """5 % shared out between eight areas is .625 %, that is 99.4 % for each."""
    error = 6 / 1.96
    t, freedom = (mean - 50) / (error * math.sqrt(2)), 2 * 19

    found = between_rounds.changes(eight(STILL), eight(Mean(mean, mean - 6, mean + 6)))

    assert found is not None and found.compared == 8
    assert found.points == ({"spark": mean - 50} if mean > 54 and beyond(t, freedom) < 0.05 / 8 else {})


def test_the_smallest_change_that_is_named_with_these_intervals_is_thirteen_points() -> None:
    """Welch: 3.06 for either error, 4.33 together, times 2.90 for 38 degrees of freedom, is 12.6."""
    before = eight(STILL)
    changes = [between_rounds.changes(before, eight(Mean(50 + up, 44 + up, 56 + up))) for up in (12, 13, -12, -13)]

    assert [found and dict(found.points) for found in changes] == [{}, {"spark": 13}, {}, {"spark": -13}]


def test_a_small_change_is_not_worth_a_word_however_sure() -> None:
    sure = [eight(Mean(mean, mean - 1, mean + 1), band="50+") for mean in (50, 54, 55)]

    assert between_rounds.changes(sure[0], sure[1]) == ({}, 8)
    assert between_rounds.changes(sure[0], sure[2]) == ({"spark": 5}, 8)


def test_by_what_a_mean_was_rounded_it_may_not_differ() -> None:
    """The interval holds the exact mean too, so the wider half counts."""
    assert between_rounds.changes(eight(Mean(50, 48, 62)), eight(Mean(63, 61, 65))) == ({}, 8)


def test_nothing_is_compared_without_intervals_at_the_ends_or_across_versions() -> None:
    few, end = eight(Mean(80)), eight(Mean(95, 93, 95))

    assert between_rounds.changes(shown({"spark": Mean(20)}, band="6-9"), few) == ({}, 0)
    assert between_rounds.changes(eight(STILL), end) == ({}, 7)
    assert between_rounds.changes(eight(STILL, instrument="rk-1.0"), eight(STILL)) is None


def test_of_teams_that_have_not_changed_at_all_one_in_twenty_gets_a_sentence_at_most() -> None:
    """From the scores themselves, through the rounding: 300 teams of 24 people, asked twice in eight areas."""
    dice = random.Random(4)

    def round_of(people: int) -> ShownRound:
        means = {}
        for area in AREAS:
            tally = Counter(min(100, max(0, 2.5 * round(dice.gauss(60, 20) / 2.5))) for _ in range(people))
            found = sample(tally)
            assert found is not None
            means[area] = rounding.mean(found, size=people)
        return shown(means)

    named = [between_rounds.changes(round_of(24), round_of(24)) for _ in range(300)]

    assert sum(bool(found and found.points) for found in named) <= 0.05 * 300
