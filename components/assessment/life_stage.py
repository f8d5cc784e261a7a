"""The questions of step 1, each of them to be answered or skipped."""

from collections.abc import Mapping
from typing import Any

import streamlit as st

from components.screen import checkbox_list
from components.session import resources
from data.instrument.answers import LifeStage, validated
from data.instrument.questions import Question
from data.record.record import Draft

# Up to this many choices stay in view; more go into a list that opens.
MOST_IN_VIEW = 5


def ask(draft: Draft) -> dict[str, object]:
    """Ask about the life stage, starting from what was saved; what is chosen, by the names of `LifeStage`."""
    # The age group comes last and folded away, because nobody needs to give it (docs/instrument.md 1.5).
    *questions, age = resources.instrument(draft.instrument).life_stage
    saved = draft.answers.life_stage
    given: dict[str, object] = {question.id: _ask(question, getattr(saved, question.id)) for question in questions}
    with st.expander(resources.wording().life_stage.age_title):
        given[age.id] = _ask(age, saved.age_band)
    return given


def parse(given: Mapping[str, object]) -> LifeStage:
    """The life stage as it was given; AnswerNotAllowed for what the questions do not offer."""
    return validated(LifeStage, **given)


def _ask(question: Question, saved: Any) -> object:
    labels = {choice.id: choice.label for choice in question.options}
    key = f"life_stage_{question.id}"
    if question.several:
        return checkbox_list.ask(question.text, labels, saved, key=key, in_form=True)
    index = list(labels).index(saved) if saved else None
    if len(labels) > MOST_IN_VIEW:
        hint = resources.wording().life_stage.choose
        return st.selectbox(question.text, list(labels), index=index, format_func=labels.__getitem__, key=key, placeholder=hint)
    return st.radio(question.text, list(labels), index=index, format_func=labels.__getitem__, key=key)
