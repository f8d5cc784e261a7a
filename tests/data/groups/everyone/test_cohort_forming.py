from collections.abc import Sequence
from uuid import uuid4

import pytest

from data.groups.everyone import cohort_forming
from data.groups.waiting_store import Opened
from tests.invented.waiting import crowd, submitted

SHEET = submitted(crowd(1)[0])


def people(may: int, may_not: int, *, stage: str = "mid", place: int | None = None) -> list[Opened]:
    return [Opened(uuid4(), SHEET.instrument, stage, SHEET.codes, number < may, place) for number in range(may + may_not)]


def formed(opened: Sequence[Opened], places: Sequence[int] = ()) -> list[tuple[int, bool]]:
    return sorted((cohort.plan.people, cohort.for_everyone) for cohort in cohort_forming.of_round(opened, places))


@pytest.mark.parametrize(
    ("may", "may_not", "cohorts"),
    [
        (5, 0, []),
        (6, 0, [(6, True)]),
        (6, 1, [(7, False)]),
        (9, 10, [(19, False)]),
        (10, 10, [(10, False), (10, True)]),
        (0, 8, [(8, False)]),
    ],
)
def test_who_may_be_counted_is_kept_apart_where_both_are_ten(may: int, may_not: int, cohorts: list[tuple[int, bool]]) -> None:
    assert formed(people(may, may_not)) == cohorts


def test_a_whole_cohort_enters_only_where_the_rest_of_its_round_is_ten() -> None:
    enters, rest = people(12, 0), people(3, 6, stage="early")

    assert formed([*enters, *rest]) == [(9, False), (12, False)]
    assert formed([*enters, *rest, *people(1, 0, stage="early")]) == [(10, False), (12, True)]


def test_of_an_umbrella_a_team_stays_a_team_where_it_is_split() -> None:
    cohorts = cohort_forming.of_round([*people(12, 11, place=1), *people(0, 8, place=2)], (1, 2))

    assert sorted((cohort.place, cohort.plan.people, cohort.for_everyone) for cohort in cohorts) == [
        (1, 11, False),
        (1, 12, True),
        (2, 8, False),
    ]
