import random
from collections import Counter
from dataclasses import replace

from data.instrument.instrument import load
from data.profile import rules
from data.profile.scoring import Band
from data.sharing import percentile_ranges
from data.sharing.percentile_ranges import PercentileRange
from data.totals import rounding
from data.totals.published import Published, Rank
from tests import oracle_rk_1_1 as oracle
from tests.invented import worked_example

RULES = rules.of(load("rk-1.0"))
OWN = RULES.score(worked_example.STATEMENTS)
RANKS = (Rank(0.0, False, 5), Rank(50.0, False, 30), Rank(60.0, False, 55), Rank(60.0, True, 60), Rank(70.0, True, 90))
EVERYONE = Published("everyone", "50+", "rk-1.0", {}, ranks={"spark": RANKS})


def test_a_score_is_placed_by_both_ends_of_its_band_and_never_by_itself() -> None:
    assert percentile_ranges.compare(OWN["spark"], EVERYONE) == PercentileRange(low=5, high=90)


def test_ranges_of_random_bands_agree_with_the_rule_done_by_hand() -> None:
    dice = random.Random(1)
    for _ in range(500):
        scores = Counter(dice.choice(range(0, 241)) / 2.4 for _ in range(dice.randint(200, 400)))
        low, high = sorted((dice.uniform(0, 100), dice.uniform(0, 100)))
        group = replace(EVERYONE, ranks={"spark": rounding.percentile_steps(scores)})

        assert percentile_ranges.compare(replace(OWN["spark"], band80=Band(low, high)), group) == oracle.percentile_range(
            (low, high), scores
        )


def test_a_dimension_without_ranks_has_no_standpoint() -> None:
    assert percentile_ranges.compare(OWN["purpose"], EVERYONE) is None


def test_a_score_that_is_missing_has_no_standpoint() -> None:
    assert percentile_ranges.compare(RULES.score({})["spark"], EVERYONE) is None
