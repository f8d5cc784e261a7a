"""The frame of a step: where one is, what is worth knowing, Back and Continue, and the saving that both of them do."""

from dataclasses import dataclass
from functools import partial
from time import monotonic
from typing import NoReturn

import streamlit as st

from components.screen import frame, notices
from components.session import resources, visit
from data.assessment import steps
from data.assessment.step_answers import StepAnswers
from data.assessment.steps import DraftGone
from data.instrument.answers import Step
from data.record.record import Draft

_TOTAL = len(steps.STEPS)
# Set once this tab has told its person that the assessment is here, so that it is not told as news again.
_MET = "met"


@dataclass
class _Drawn:
    """What a tab drew of a step, against which it saves: whose draft, how often saved by then, and since when, in monotonic seconds."""

    tag: str
    saved: int
    since: float


def open_step(step: Step, title: str) -> Draft:
    """Draw the head of a step and return the draft it belongs to; without one, say where to begin and stop."""
    words = resources.wording().step
    number = steps.STEPS.index(step) + 1
    st.title(title)
    st.progress(number / _TOTAL, text=words.progress.format(number=number, total=_TOTAL))
    record = visit.own_record()
    draft = record.draft
    if draft is None:
        # Whoever sends a page off finds out what became of it.
        _send_to_start(words.gone if _submits(step) else words.none_under_way, has_profile=bool(record.results))
        frame.end_page()
    if _submits(step) and _drew_another(step, draft):
        # Another tab began anew, or took other statements: nothing that was drawn here belongs to what is there now.
        _send_to_start(words.gone, has_profile=bool(record.results))
        frame.end_page()
    _notices(draft)
    _remember_drawn(step, draft)
    return draft


def navigation_buttons(step: Step, *, last: str | None = None) -> Step | None:
    """Draw Back and Continue at the end of a form; the step that was asked for, None before either was pressed."""
    words = resources.wording().step
    before = steps.previous_step(step)
    with st.container(horizontal=True, horizontal_alignment="distribute" if before else "right"):
        back = before is not None and st.form_submit_button(words.back, key=f"back_{step}")
        on = st.form_submit_button(last or words.go_on, key=f"continue_{step}", type="primary")
    if back:
        return before
    return (steps.next_step(step) or step) if on else None


def save(step: Step, part: StepAnswers, *, go: Step) -> None:
    """Save what this step gave, and go on once it is on disk. Whatever is raised keeps the page as it is."""
    drawn: _Drawn = st.session_state[_key(step)]
    timed = part.model_copy(update={"seconds": monotonic() - drawn.since})
    try:
        record = visit.change(partial(steps.save, step=step, part=timed, tag=drawn.tag))
    except DraftGone:
        _send_to_start(resources.wording().step.gone, has_profile=True)
        frame.end_page()
    now = record.draft.saved[step] if record.draft else drawn.saved
    elsewhere = now > drawn.saved + 1
    # In place, because a second click ends this run with the next look into the session, and saves again against what is here.
    drawn.saved, drawn.since = now, monotonic()
    # What was drawn is saved: the next time that this page is drawn, its time begins anew.
    del st.session_state[_key(step)]
    if elsewhere:
        notices.leave(resources.wording().step.also_elsewhere)
    if go is not step:
        st.switch_page(page_file(go))


def enter(step: Step) -> NoReturn:
    """Go to a step from a screen that has just said what is there."""
    st.session_state[_MET] = True
    st.switch_page(page_file(step))


def page_file(step: Step) -> str:
    """The file of a step's screen, as the navigation knows it."""
    return f"{step.replace('-', '_')}.py"


def _notices(draft: Draft) -> None:
    """What is worth knowing on this page, once: another tab's save, a fresh start of the tab, a browser without cookies."""
    words = resources.wording().step
    notices.show()
    if not st.session_state.get(_MET) and draft.saved:
        st.info(words.restored)
    st.session_state[_MET] = True
    if not visit.current().has_cookie:
        st.warning(words.not_resumable)


def _remember_drawn(step: Step, draft: Draft) -> None:
    """What this tab drew is what it saves against, whatever other tabs do meanwhile; so a run that submits leaves it alone."""
    now = _Drawn(draft.tag, draft.saved.get(step, 0), monotonic())
    st.session_state[_key(step)] = st.session_state.get(_key(step), now) if _submits(step) else now


def _drew_another(step: Step, draft: Draft) -> bool:
    drawn: _Drawn | None = st.session_state.get(_key(step))
    return drawn is not None and drawn.tag != draft.tag


def _submits(step: Step) -> bool:
    # Streamlit knows what was pressed before the script begins, so this may be asked before the buttons are drawn.
    return bool(st.session_state.get(f"back_{step}") or st.session_state.get(f"continue_{step}"))


def _send_to_start(why: str, *, has_profile: bool) -> None:
    st.info(why)
    if has_profile:
        st.page_link("profile.py", label=resources.wording().step.to_profile, icon=":material/arrow_forward:")
    st.page_link("welcome.py", label=resources.wording().step.to_start, icon=":material/arrow_back:")


def _key(step: Step) -> str:
    return f"drawn_{step}"
