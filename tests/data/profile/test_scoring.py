import pytest

from data.instrument import instrument
from data.profile import rules, scoring
from tests.invented import worked_example

RK = instrument.load("rk-1.0")
RULES = rules.of(RK)


@pytest.mark.parametrize(("value", "shown"), [(62.5, 63), (37.49, 37), (0.0, 0), (100.0, 100), (81.25, 81), (0.5, 1)])
def test_halves_are_shown_as_the_next_whole_number(value: float, shown: int) -> None:
    assert scoring.rounded(value) == shown


@pytest.mark.parametrize(("value", "level"), [(37.499, "low"), (37.5, "mid"), (62.499, "mid"), (62.5, "high")])
def test_a_level_is_decided_on_the_unrounded_value(value: float, level: str) -> None:
    assert scoring.level_of(RK.scoring, value) == level


def test_the_worked_example_has_the_overall_value_of_the_manual() -> None:
    overall = scoring.overall(RK, RULES.score(worked_example.STATEMENTS))

    assert overall is not None
    assert (overall.value, overall.sem) == pytest.approx((54.2708, 3.6371), abs=5e-5)
    assert overall.shown == 54
