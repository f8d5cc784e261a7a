import random
from collections import Counter

import pytest

from data.profile.scoring import Band
from data.totals.percentile_range import percentile_range
from tests import oracle_rk_1_1 as oracle

SPREAD = Counter(float(value) for value in range(0, 100, 5) for _ in range(10))


@pytest.mark.parametrize(("people", "shown"), [(199, False), (200, True)])
def test_a_place_among_others_is_told_from_two_hundred_people_on(people: int, shown: bool) -> None:
    scores = Counter({50.0: people})

    assert (percentile_range(Band(40, 60), scores, people_from=200) is not None) is shown


def test_both_ends_are_rounded_to_five_and_never_claim_everybody() -> None:
    assert percentile_range(Band(20, 48), SPREAD, people_from=200) == (25, 50)
    assert percentile_range(Band(0, 100), SPREAD, people_from=200) == (5, 95)


def test_ranges_of_random_bands_agree_with_the_rule_done_by_hand() -> None:
    dice = random.Random(1)
    for _ in range(500):
        scores = Counter(dice.choice(range(0, 241)) / 2.4 for _ in range(dice.randint(190, 400)))
        low, high = sorted((dice.uniform(0, 100), dice.uniform(0, 100)))

        assert percentile_range(Band(low, high), scores, people_from=200) == oracle.percentile_range((low, high), scores)
