import random
from collections import Counter
from statistics import fmean, stdev, variance

import pytest

from data.instrument import instrument
from data.instrument.rk_1_1 import SecondRules
from data.totals import team_differences
from data.totals.published import Alike
from data.totals.tally_statistics import f_quantile, t_quantile

OWN = next(own for own in [instrument.load("rk-1.1").rules] if isinstance(own, SecondRules))
RULES = OWN.groups


def some(people: int, *, mean: float = 60, sd: float = 20, seed: int = 1) -> list[float]:
    dice = random.Random(seed)
    return [round(min(100, max(0, dice.gauss(mean, sd)))) for _ in range(people)]


EVERYONE = some(400)


# In steps of two points, so that some differences are sure for one area and not for one of eight.
@pytest.mark.parametrize("mean", range(30, 92, 2))
@pytest.mark.parametrize("people", [10, 24, 60])
def test_a_difference_from_counts_is_that_of_the_rows_before(people: int, mean: float) -> None:
    team = some(people, mean=mean, seed=people)
    errors = variance(team) / people, variance(EVERYONE) / len(EVERYONE)
    freedom = sum(errors) ** 2 / (errors[0] ** 2 / (people - 1) + errors[1] ** 2 / (len(EVERYONE) - 1))
    reach = t_quantile(1 - 0.03 / 16, freedom) * sum(errors) ** 0.5
    points = fmean(team) - fmean(EVERYONE)

    found = team_differences.difference(RULES, Counter(team), Counter(EVERYONE), areas=8)

    assert found == (pytest.approx(points, abs=1e-9) if abs(points) > max(reach, 5) else None)


@pytest.mark.parametrize(("team", "everyone"), [(9, 400), (10, 49)])
def test_below_ten_in_the_team_or_fifty_others_no_difference_is_told(team: int, everyone: int) -> None:
    few, others = Counter(some(team, mean=5, sd=3)), Counter(EVERYONE[:everyone])

    assert team_differences.difference(RULES, few, others, areas=8) is None


def test_a_sure_difference_of_less_than_five_points_is_not_told() -> None:
    team = Counter({64.9: 200, 64.8: 200})

    assert team_differences.difference(RULES, team, Counter({60.0: 5_000, 60.1: 5_000}), areas=8) is None


@pytest.mark.parametrize(("sd", "alike"), [(3, Alike.CLOSER), (20, Alike.LIKE_EVERYONE), (60, Alike.FURTHER)])
def test_how_alike_a_team_is_follows_the_spread_of_its_scores(sd: float, alike: Alike) -> None:
    team = some(30, mean=50, sd=sd, seed=3)

    assert team_differences.spread(RULES, Counter(team), Counter(EVERYONE), areas=8) is alike
    assert team_differences.spread(RULES, Counter(team[:19]), Counter(EVERYONE), areas=8) is None


def test_the_ends_of_the_test_of_spread_are_shared_by_eight_areas() -> None:
    wide = Counter({0.0: 200, 100.0: 200})
    close, nearly = Counter({45.0: 10, 55.0: 10}), Counter({17.3: 10, 82.7: 10})
    ratio = (stdev(nearly.elements()) / stdev(wide.elements())) ** 2

    assert f_quantile(0.05 / 8, 19, 399) < ratio < f_quantile(0.05, 19, 399)
    assert team_differences.spread(RULES, close, wide, areas=8) is Alike.CLOSER
    assert team_differences.spread(RULES, nearly, wide, areas=8) is Alike.LIKE_EVERYONE


def test_the_highest_and_the_lowest_area_are_named_from_twenty_people_on() -> None:
    areas = {f"a{number}": Counter(some(24, mean=60, sd=10, seed=number)) for number in range(6)}
    areas |= {"high": Counter(some(24, mean=92, sd=5)), "low": Counter(some(24, mean=15, sd=5))}

    assert team_differences.highest_and_lowest(RULES, OWN.certainty, areas) == (("high",), ("low",))
    few = {area: Counter(list(scores.elements())[:19]) for area, scores in areas.items()}
    assert team_differences.highest_and_lowest(RULES, OWN.certainty, few) == ((), ())


def test_a_team_of_one_mind_in_every_area_has_no_highest_and_no_lowest() -> None:
    same = {f"a{number}": Counter({50.0: 20}) for number in range(8)}

    assert team_differences.highest_and_lowest(RULES, OWN.certainty, same) == ((), ())
