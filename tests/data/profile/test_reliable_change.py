import pytest

from data.instrument import instrument
from data.profile import reliable_change, scoring
from tests.invented import worked_example

RK = instrument.load()
BEFORE = scoring.score(RK, worked_example.STATEMENTS)
AFTER = scoring.score(RK, worked_example.RETAKE)


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
    change = reliable_change.changes(RK, BEFORE, AFTER)[dimension]

    assert (change.points, change.certainty) == (points, certainty)
    assert change.rci == pytest.approx(rci, abs=5e-5)


def test_one_very_large_change_is_a_headline_by_itself() -> None:
    assert reliable_change.is_headline(RK, [*reliable_change.changes(RK, BEFORE, AFTER).values()])


@pytest.mark.parametrize(("second", "headline"), [(2.1, True), (-2.1, False)])
def test_two_clear_changes_are_a_headline_only_in_the_same_direction(second: float, headline: bool) -> None:
    found = [
        reliable_change.Change("spark", 30, 2.0, reliable_change.Certainty.CLEAR),
        reliable_change.Change("growth", 30, second, reliable_change.Certainty.CLEAR),
    ]

    assert reliable_change.is_headline(RK, found) is headline


def test_a_dimension_without_a_score_in_either_result_has_no_change() -> None:
    unfinished = scoring.score(RK, {})

    assert reliable_change.changes(RK, unfinished, AFTER) == reliable_change.changes(RK, BEFORE, unfinished) == {}
