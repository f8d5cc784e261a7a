"""The one area that somebody worked on since an earlier result, asked before the statements so that these cannot choose it."""

import streamlit as st

from components.session import resources, visit
from data.assessment import steps
from data.errors import AnswerNotAllowed
from data.instrument.answers import NONE_IN_PARTICULAR
from data.profile import rules
from data.record.record import Draft


def ask(draft: Draft) -> str | None:
    """Ask it at a retake of a version that asks it; the dimension, or none in particular. None where it is not asked or not answered."""
    since = steps.compared_with(visit.own_record())
    asked = since and rules.of(resources.instrument(draft.instrument)).worked_on_asked(day=resources.dates().day(since.taken_on))
    if not asked:
        return None
    labels, saved = _labels(draft, asked.none), draft.answers.worked
    index = list(labels).index(saved) if saved in labels else None
    return st.radio(asked.question, list(labels), index=index, format_func=labels.__getitem__, key="worked")


def parse(draft: Draft, given: str | None) -> str | None:
    """What was chosen; AnswerNotAllowed for what is not offered."""
    if given is not None and given not in _labels(draft, ""):
        raise AnswerNotAllowed("answer_not_allowed")
    return given


def _labels(draft: Draft, none: str) -> dict[str, str]:
    dimensions = {dimension.id: dimension.name for dimension in resources.instrument(draft.instrument).dimensions}
    return {**dimensions, NONE_IN_PARTICULAR: none}
