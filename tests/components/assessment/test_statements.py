import pytest
from hypothesis import given
from hypothesis import strategies as st

from components.assessment import statements
from data.errors import AnswerNotAllowed
from data.instrument.answers import Step
from data.instrument.instrument import load
from data.record.record import Draft

PAGE = [item.id for item in load("rk-1.0").page(Step.DRIVE)]
DRAFT = Draft(instrument="rk-1.0", tag="mine")
NEW = Draft(instrument="rk-1.1", tag="newer")
ANSWER = st.sampled_from([1, 2, 3, 4, 5, "na"])
NO_ANSWER = st.one_of(
    st.integers().filter(lambda number: number not in range(1, 6)),
    st.booleans(),
    st.none(),
    st.floats(),
    st.text().filter(lambda text: text != "na"),
    st.lists(ANSWER, max_size=2),
)


@given(st.dictionaries(st.sampled_from(PAGE), ANSWER))
def test_each_statement_of_the_page_has_what_was_given_to_it_or_nothing(answers: dict[str, object]) -> None:
    parsed = statements.parse(Step.DRIVE, DRAFT, answers)

    assert parsed == {statement: answers.get(statement) for statement in PAGE}


@given(st.dictionaries(st.sampled_from(PAGE), ANSWER), st.sampled_from(PAGE), NO_ANSWER)
def test_one_value_that_is_no_answer_refuses_the_whole_page(answers: dict[str, object], statement: str, value: object) -> None:
    with pytest.raises(AnswerNotAllowed, match="answer_not_allowed"):
        statements.parse(Step.DRIVE, DRAFT, {**answers, statement: value})


@pytest.mark.parametrize("given", [None, 4, "4", [4], True, {"bal_flex": 4}, {"unknown": 4}, {4: 4}, {"\ud800": 4}])
def test_answers_to_what_this_page_does_not_ask_are_refused(given: object) -> None:
    with pytest.raises(AnswerNotAllowed):
        statements.parse(Step.DRIVE, DRAFT, given)


def test_a_page_asks_the_ten_statements_of_the_version_its_draft_was_begun_with() -> None:
    parsed = statements.parse(Step.DRIVE, NEW, {"spark_savour": 4})

    assert list(parsed) == [item.id for item in load("rk-1.1").page(Step.DRIVE)]
    assert (len(parsed), parsed["spark_savour"]) == (10, 4)


@pytest.mark.parametrize(("draft", "statement"), [(NEW, "spark_drag"), (DRAFT, "spark_savour")])
def test_a_statement_of_another_version_is_refused(draft: Draft, statement: str) -> None:
    with pytest.raises(AnswerNotAllowed):
        statements.parse(Step.DRIVE, draft, {statement: 4})
