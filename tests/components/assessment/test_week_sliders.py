import pytest
from hypothesis import given

from components.assessment import week_sliders
from data.errors import AnswerNotAllowed
from data.instrument.answers import Week
from tests.invented.sheets import weeks


@given(weeks())
def test_hours_that_the_sliders_offer_are_the_week_that_was_set(week: Week) -> None:
    assert week_sliders.parse(week.model_dump(mode="json")) == week


@pytest.mark.parametrize(
    "given",
    [
        None,
        99,
        [1, 2],
        {"part": 1},
        {"now": 4},
        {"now": {"career": 81}},
        {"now": {"career": -1}},
        {"now": {"career": 1.5}},
        {"now": {"career": True}},
        {"now": {"unknown": 4}},
        {"energy": {"career": 11}},
    ],
)
def test_hours_that_no_slider_shows_are_refused_whole(given: object) -> None:
    with pytest.raises(AnswerNotAllowed):
        week_sliders.parse(given)
