"""The answer scale: one page of statements as native radio groups in one element, so that nine answers travel as one value.

Streamlit's own radio, segmented control and pills all wrap into a block at phone width; see docs/decisions.md.
"""

from collections.abc import Mapping
from pathlib import Path

import streamlit as st
from pydantic import TypeAdapter, ValidationError

from components.session import resources
from data.assessment.steps import page_state
from data.errors import AnswerNotAllowed
from data.instrument.answers import Answer, Step
from data.record.record import Draft

_HERE = Path(__file__).parent
_ELEMENT = st.components.v2.component(
    "statements",
    html="<div class='statements'></div>",
    css=(_HERE / "statements.css").read_text(encoding="utf-8"),
    js=(_HERE / "statements.js").read_text(encoding="utf-8"),
)
_ANSWERS: TypeAdapter[dict[str, Answer]] = TypeAdapter(dict[str, Answer])


def introduce() -> None:
    """Say which time and which job the statements ask about."""
    st.markdown(resources.instrument().frame.statements)


def show(step: Step, draft: Draft) -> object:
    """Ask the statements of one step; what the browser says is chosen now, starting from what the draft holds."""
    saved = {item: answer for item, answer in draft.answers.statements.items() if item in _ids(step)}
    given = _ELEMENT(key=f"statements_{step}", data=_asked(step, draft, saved), on_answers_change=lambda: None).answers
    return saved if given is None else given


def parse(step: Step, given: object) -> dict[str, Answer | None]:
    """What was given to every statement of one step, None where nothing was; AnswerNotAllowed where these are no answers to these."""
    try:
        chosen = _ANSWERS.validate_python(given, strict=True)
    except ValidationError:
        raise AnswerNotAllowed("answer_not_allowed") from None
    if not chosen.keys() <= set(_ids(step)):
        raise AnswerNotAllowed("answer_not_allowed")
    return {statement: chosen.get(statement) for statement in _ids(step)}


def _ids(step: Step) -> tuple[str, ...]:
    return tuple(item.id for item in resources.instrument().page(step))


def _asked(step: Step, draft: Draft, saved: Mapping[str, Answer]) -> dict[str, object]:
    """What the element needs; `keep` names this state of this draft, for which alone a tab's unsent answers still count."""
    instrument, words = resources.instrument(), resources.wording().step
    return {
        "statements": [{"id": item.id, "text": item.text} for item in instrument.page(step)],
        "labels": list(instrument.scale),
        "not_applicable": instrument.does_not_apply,
        "words": {"clear": words.clear, "open": words.not_answered},
        "answers": saved,
        "keep": page_state(draft, step),
        "seen": step in draft.saved,
    }
