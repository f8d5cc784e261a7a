import random
from dataclasses import replace

from data.instrument.instrument import load
from data.profile import rules
from data.profile.scoring import Band
from data.sharing import percentile_ranges
from data.sharing.percentile_ranges import PercentileRange, rank_of
from data.totals import rounding
from data.totals.published import Published, Rank
from tests.invented import worked_example

RULES = rules.of(load("rk-1.0"))
OWN = RULES.score(worked_example.STATEMENTS)
RANKS = (Rank(0.0, 5), Rank(50.0, 30), Rank(60.0, 55), Rank(60.5, 60), Rank(70.5, 90))
EVERYONE = Published("everyone", "50+", "rk-1.0", {}, ranks={"spark": RANKS})


def test_a_score_is_placed_by_both_ends_of_its_band_and_never_by_itself() -> None:
    assert percentile_ranges.compare(OWN["spark"], EVERYONE) == PercentileRange(low=5, high=90)


def test_ranges_of_random_bands_are_the_ranks_of_both_ends() -> None:
    dice = random.Random(1)
    for _ in range(500):
        tenths = [dice.randrange(5, 40) for _ in range(10)]
        low, high = sorted((dice.uniform(0, 100), dice.uniform(0, 100)))
        ranks = rounding.percentile_steps(tenths, statements=4)

        found = percentile_ranges.compare(replace(OWN["spark"], band80=Band(low, high)), replace(EVERYONE, ranks={"spark": ranks}))

        assert found == PercentileRange(rank_of(low, ranks), rank_of(high, ranks))


def test_a_dimension_without_ranks_has_no_standpoint() -> None:
    assert percentile_ranges.compare(OWN["purpose"], EVERYONE) is None


def test_a_score_that_is_missing_has_no_standpoint() -> None:
    assert percentile_ranges.compare(RULES.score({})["spark"], EVERYONE) is None
