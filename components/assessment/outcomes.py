"""How well life goes, from 0 to 10: two questions that are part of no score, where the version asks them."""

import streamlit as st
from pydantic import TypeAdapter, ValidationError

from components.assessment import radio_groups
from components.session import resources
from data.errors import AnswerNotAllowed
from data.instrument.answers import MAX_OUTCOME, HowWell, Outcome, Step
from data.instrument.questions import OutcomeQuestion
from data.record.record import Draft

_OUTCOMES: TypeAdapter[dict[Outcome, HowWell]] = TypeAdapter(dict[Outcome, HowWell])


def show(draft: Draft) -> object:
    """Ask them, starting from what the draft holds; None where its version does not."""
    asked = resources.instrument(draft.instrument).outcomes
    if asked is None:
        return None
    st.markdown(asked.lead)
    questions = [{"id": one.id, "text": one.text, "choices": radio_groups.choices(_numbers(one), first=0)} for one in asked.questions]
    return radio_groups.show(Step.REFLECT, draft, draft.answers.outcomes, questions=questions, line=True).answers


def parse(draft: Draft, given: object) -> dict[Outcome, HowWell] | None:
    """What was given, None where nothing is asked; AnswerNotAllowed for what the questions do not offer."""
    if resources.instrument(draft.instrument).outcomes is None:
        return None
    try:
        return _OUTCOMES.validate_python(given)
    except ValidationError:
        raise AnswerNotAllowed("answer_not_allowed") from None


def _numbers(question: OutcomeQuestion) -> list[str]:
    """The numbers, with a word to both ends."""
    return [f"0 {question.low}", *(str(number) for number in range(1, MAX_OUTCOME)), f"{MAX_OUTCOME} {question.high}"]
