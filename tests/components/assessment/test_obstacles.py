import pytest

from components.assessment import obstacles
from components.assessment.obstacles import Given
from data.errors import AnswerNotAllowed, TextTooLong
from data.instrument.answers import MAX_OBSTACLE, Obstacles


def test_what_was_ticked_starred_and_typed_is_kept() -> None:
    assert obstacles.parse(Given(["time", "money"], ["money"], " winters ")) == Obstacles(
        ticked=("time", "money"), starred=("money",), other="winters"
    )


def test_a_star_without_its_tick_is_left_out() -> None:
    assert obstacles.parse(Given(["time"], ["money", "time"], "")).starred == ("time",)


def test_more_stars_than_are_offered_are_refused() -> None:
    with pytest.raises(AnswerNotAllowed):
        obstacles.parse(Given(["a", "b", "c"], ["a", "b", "c"], ""))


def test_more_words_than_fit_are_refused_and_never_cut() -> None:
    with pytest.raises(TextTooLong):
        obstacles.parse(Given([], [], "x" * (MAX_OBSTACLE + 1)))
