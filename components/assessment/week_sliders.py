"""The week of step 5: hours now, hours wished for and energy in four areas, with running totals, as one element.

Streamlit's own slider sets its value in the accent colour, which is too dark to be read on a dark screen, and is asked for twelve times.
"""

from collections.abc import Mapping

import streamlit as st

from components.screen.own_elements import elements
from components.session import resources
from data.assessment.steps import page_state
from data.errors import AnswerNotAllowed
from data.instrument.answers import MAX_ENERGY, MAX_HOURS, Area, Step, Week, validated
from data.record.record import Draft

_ELEMENT = elements.element("week_sliders", html="<div class='week'></div>")


@st.fragment
def show(draft: Draft) -> object:
    """Ask about the week; moving a slider sends only this part. What the browser says is set now, starting from what the draft holds."""
    # Without a callback, even an empty one, the result of an element need not have this attribute.
    given = _ELEMENT(key="week", data=_asked(draft), on_hours_change=lambda: None).hours
    return _by_question(draft.answers.week) if given is None else given


def parse(given: object) -> Week:
    """The week as it was given; AnswerNotAllowed for what the sliders do not offer."""
    if not isinstance(given, Mapping):
        raise AnswerNotAllowed("answer_not_allowed")
    return validated(Week, **given)


def _asked(draft: Draft) -> dict[str, object]:
    """What the element needs; `keep` names this state of this draft, for which alone a tab's unsent sliders still count."""
    instrument, words = resources.instrument(draft.instrument), resources.wording().balance
    text, rules = instrument.week, instrument.scoring.week
    return {
        "areas": [{"id": area.id, "name": area.name, "includes": area.includes} for area in instrument.areas],
        "questions": [
            {"id": "now", "text": text.now, "most": MAX_HOURS},
            {"id": "wish", "text": text.wish, "most": MAX_HOURS},
            {"id": "energy", "text": text.energy, "most": MAX_ENERGY},
        ],
        "words": {"total": words.total, "unusual": text.unusual_total, "less": words.less, "more": words.more},
        "usual": [rules.few_hours, rules.many_hours],
        "hours": _by_question(draft.answers.week),
        "keep": page_state(draft, Step.BALANCE),
    }


def _by_question(week: Week) -> dict[str, dict[Area, int]]:
    return {"now": dict(week.now), "wish": dict(week.wish), "energy": dict(week.energy)}
