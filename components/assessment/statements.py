"""The statements of one step, on the scale of the version that the draft was begun with."""

import streamlit as st
from pydantic import TypeAdapter, ValidationError

from components.assessment import radio_groups
from components.session import resources
from data.errors import AnswerNotAllowed
from data.instrument.answers import DOES_NOT_APPLY, Answer, Step
from data.record.record import Draft

_ANSWERS: TypeAdapter[dict[str, Answer]] = TypeAdapter(dict[str, Answer])


def introduce(draft: Draft) -> None:
    """Say which time and which job the statements ask about."""
    st.markdown(resources.instrument(draft.instrument).frame.statements)


def show(step: Step, draft: Draft) -> radio_groups.Given:
    """Ask the statements of one step; what the browser says is chosen now, starting from what the draft holds."""
    instrument, answered = resources.instrument(draft.instrument), draft.answers.statements
    # The page itself counts what is chosen on it.
    elsewhere = len(answered.keys() - set(_ids(step, draft)))
    count = {"before": elsewhere, "total": len(instrument.items), "text": resources.wording().step.count}
    return radio_groups.show(
        step,
        draft,
        {item: answer for item, answer in answered.items() if item in _ids(step, draft)},
        questions=[{"id": item.id, "text": item.text} for item in instrument.page(step)],
        choices=radio_groups.choices(instrument.scale, first=1),
        apart={"value": DOES_NOT_APPLY, "text": instrument.does_not_apply},
        count=count,
    )


def parse(step: Step, draft: Draft, given: object) -> dict[str, Answer | None]:
    """What was given to every statement of one step, None where nothing was; AnswerNotAllowed where these are no answers to these."""
    chosen = answers(given)
    if not chosen.keys() <= set(_ids(step, draft)):
        raise AnswerNotAllowed("answer_not_allowed")
    # Each of the page, so that what was cleared leaves the sheet as well.
    return {statement: chosen.get(statement) for statement in _ids(step, draft)}


def answers(given: object) -> dict[str, Answer]:
    """What was given, to whichever statements; AnswerNotAllowed where these are no answers."""
    try:
        return _ANSWERS.validate_python(given, strict=True)
    except ValidationError:
        raise AnswerNotAllowed("answer_not_allowed") from None


def _ids(step: Step, draft: Draft) -> tuple[str, ...]:
    return tuple(item.id for item in resources.instrument(draft.instrument).page(step))
