import random
from collections import Counter
from datetime import date
from statistics import fmean, stdev, variance

import pytest

from data.instrument import instrument
from data.instrument.rk_1_1 import SecondRules
from data.totals import measured_norms
from data.totals.measured_norms import ScaleCounts

OWN = next(own for own in [instrument.load("rk-1.1").rules] if isinstance(own, SecondRules))
TODAY = date(2026, 11, 22)


def rows(people: int, statements: int, seed: int = 1) -> list[list[int]]:
    """People whose answers go together."""
    dice = random.Random(seed)
    moods = [dice.choice([1.5, 2.5, 3.5, 4.5]) for _ in range(people)]
    return [[min(5, max(1, round(mood + dice.uniform(-1.5, 1.5)))) for _ in range(statements)] for mood in moods]


def counted(answers: list[list[int]]) -> ScaleCounts:
    return ScaleCounts([Counter(map(float, column)) for column in zip(*answers, strict=True)], Counter(float(sum(row)) for row in answers))


def test_mean_spread_and_alpha_are_those_of_the_rows_before_they_were_counted() -> None:
    answers = rows(260, 6)

    found = measured_norms.measured(OWN.norms, {"spark": counted(answers)}, day=TODAY)

    assert found is not None
    sums = [sum(row) for row in answers]
    points = [25 * (total / 6 - 1) for total in sums]
    alpha = 6 / 5 * (1 - sum(variance(column) for column in zip(*answers, strict=True)) / variance(sums))
    figures = found.dimensions["spark"]
    assert abs(figures.mean - fmean(points)) <= 0.5 and figures.mean % 1 == 0
    assert abs(figures.sd - stdev(points)) <= 0.25 and figures.sd % 0.5 == 0
    assert abs(figures.alpha - alpha) <= 0.005 and round(figures.alpha, 2) == figures.alpha
    assert (found.name, found.people, found.day) == ("norms-1", 200, TODAY)


@pytest.mark.parametrize(
    ("people", "step"), [(0, 0), (199, 0), (200, 1), (499, 1), (500, 2), (1_000, 3), (2_000, 4), (19_999, 6), (20_000, 7), (10**6, 9)]
)
def test_a_new_version_comes_only_at_the_steps_of_the_ladder(people: int, step: int) -> None:
    assert measured_norms.rung(OWN.norms, people) == step


def test_the_dimension_with_the_fewest_whole_answers_decides() -> None:
    scales = {"spark": counted(rows(600, 6)), "growth": counted(rows(199, 4))}

    assert measured_norms.measured(OWN.norms, scales, day=TODAY) is None
    assert measured_norms.measured(OWN.norms, scales | {"growth": counted(rows(200, 4))}, day=TODAY) is not None


def test_an_alpha_that_is_an_accident_of_the_sample_is_held_within_its_bounds() -> None:
    dice = random.Random(2)
    alone = counted([[dice.randint(1, 5) for _ in range(4)] for _ in range(300)])
    together = counted([[answer] * 4 for answer in [1, 2, 3, 4, 5] * 60])

    found = measured_norms.measured(OWN.norms, {"growth": alone, "purpose": together}, day=TODAY)

    assert found is not None
    assert (found.dimensions["growth"].alpha, found.dimensions["purpose"].alpha) == (0.3, 0.95)


def test_without_any_difference_between_people_there_is_nothing_to_measure() -> None:
    alike, nearly = counted([[3, 3, 3, 3]] * 200), counted([[3, 3, 3, 3]] * 100_000 + [[3, 3, 3, 4]])

    assert measured_norms.measured(OWN.norms, {"growth": alike, "spark": counted(rows(200, 6))}, day=TODAY) is None
    assert measured_norms.measured(OWN.norms, {"growth": nearly}, day=TODAY) is None
