import pytest
from hypothesis import given
from hypothesis import strategies as st

from components.assessment import outcomes
from data.errors import AnswerNotAllowed
from data.instrument.answers import MAX_OUTCOME, Outcome
from data.record.record import Draft

NEW, OLD = Draft(instrument="rk-1.1", tag="newer"), Draft(instrument="rk-1.0", tag="older")
HOW_WELL = st.integers(min_value=0, max_value=MAX_OUTCOME)


@given(st.dictionaries(st.sampled_from(list(Outcome)), HOW_WELL))
def test_every_number_from_nothing_to_ten_is_kept_as_it_was_given(answers: dict[Outcome, int]) -> None:
    assert outcomes.parse(NEW, {str(outcome): given for outcome, given in answers.items()}) == answers


@pytest.mark.parametrize(
    "given",
    [
        None,
        7,
        [7],
        {"working_life": 11},
        {"working_life": -1},
        {"working_life": "7"},
        {"working_life": True},
        {"working_life": 6.5},
        {"spark_savour": 4},
    ],
)
def test_what_neither_question_offers_is_refused_whole(given: object) -> None:
    with pytest.raises(AnswerNotAllowed, match="answer_not_allowed"):
        outcomes.parse(NEW, given)


def test_a_version_that_does_not_ask_them_keeps_none() -> None:
    assert outcomes.parse(OLD, {"working_life": 7}) is None
