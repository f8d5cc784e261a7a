import pytest

from data.instrument import instrument
from data.instrument.rk_1_0 import RetakeRules
from data.profile import rules
from data.profile.findings import Certainty, Change
from data.profile.rk_1_0 import reliable_change
from tests.invented import worked_example

RULES = rules.of(instrument.load("rk-1.0"))
RETAKE = RetakeRules(possible=1.28, clear=1.96, headline=2.7344, together=2)
BEFORE = RULES.score(worked_example.STATEMENTS)
AFTER = RULES.score(worked_example.RETAKE)


@pytest.mark.parametrize(
    ("dimension", "points", "rci", "certainty"),
    [
        ("alignment", 40.0, 2.9439, "clear"),
        ("balance", 23.75, 1.6735, "possible"),
        ("momentum", 15.0, 1.1040, "wobble"),
        ("spark", 0.0, 0.0, "wobble"),
    ],
)
def test_the_retake_of_the_worked_example_changes_as_in_the_manual(dimension: str, points: float, rci: float, certainty: str) -> None:
    change = reliable_change.changes(RETAKE, BEFORE, AFTER)[dimension]

    assert (change.points, change.certainty) == (points, certainty)
    assert change.rci == pytest.approx(rci, abs=5e-5)


def test_one_very_large_change_is_a_headline_by_itself() -> None:
    assert reliable_change.is_headline(RETAKE, [*reliable_change.changes(RETAKE, BEFORE, AFTER).values()])


@pytest.mark.parametrize(("second", "headline"), [(2.1, True), (-2.1, False)])
def test_two_clear_changes_are_a_headline_only_in_the_same_direction(second: float, headline: bool) -> None:
    found = [
        Change("spark", 30, 2.0, Certainty.CLEAR),
        Change("growth", 30, second, Certainty.CLEAR),
    ]

    assert reliable_change.is_headline(RETAKE, found) is headline


def test_a_dimension_without_a_score_in_either_result_has_no_change() -> None:
    unfinished = RULES.score({})

    assert reliable_change.changes(RETAKE, unfinished, AFTER) == reliable_change.changes(RETAKE, BEFORE, unfinished) == {}
