"""The frame of a step: where one is, what is worth knowing, Back and Continue, and the saving that both of them do."""

from collections.abc import Callable
from time import monotonic

import streamlit as st

from components.screen import errors, frame, notices
from components.session import resources, visit
from data.assessment import steps
from data.assessment.steps import DraftGone
from data.errors import RekindleError
from data.instrument.answers import Answers, Step
from data.record.record import Draft

_TOTAL = len(steps.STEPS)


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
    _notices(draft)
    _remember_drawn(step, draft)
    return draft


def buttons(step: Step, *, last: str | None = None) -> Step | None:
    """Draw Back and Continue at the end of a form; the step that was asked for, None before either was pressed."""
    words = resources.wording().step
    before = steps.previous_step(step)
    with st.container(horizontal=True, horizontal_alignment="distribute" if before else "right"):
        back = before is not None and st.form_submit_button(words.back, key=f"back_{step}")
        on = st.form_submit_button(last or words.go_on, key=f"continue_{step}", type="primary")
    if back:
        return before
    return (steps.next_step(step) or step) if on else None


def save(step: Step, change: Callable[[Answers], Answers], *, go: Step) -> None:
    """Save this step's answers and go on once they are on disk; where that fails, say so and keep the page as it is."""
    tag, seen, since = st.session_state[_drawn(step)]

    def changed(answers: Answers) -> Answers:
        return steps.with_seconds(change(answers), step, monotonic() - since)

    try:
        record = visit.change(lambda record: steps.save_step(record, step, tag=tag, change=changed))
    except DraftGone:
        _send_to_start(resources.wording().step.gone, has_profile=True)
        frame.end_page()
    except RekindleError as error:
        errors.show(error)
        frame.end_page()
    del st.session_state[_drawn(step)]
    if record.draft and record.draft.saved[step] > seen + 1:
        notices.leave(resources.wording().step.also_elsewhere)
    if go is not step:
        st.switch_page(page_of(go))


def page_of(step: Step) -> str:
    """The file of a step's screen, as the navigation knows it."""
    return f"{step.replace('-', '_')}.py"


def _notices(draft: Draft) -> None:
    """What is worth knowing on this page, once: another tab's save, a fresh start of the tab, a browser without cookies."""
    words = resources.wording().step
    notices.show()
    if not st.session_state.get("met") and draft.saved:
        st.info(words.restored)
    st.session_state["met"] = True
    if not visit.current().resumable:
        st.warning(words.not_resumable)


def _remember_drawn(step: Step, draft: Draft) -> None:
    """What this tab drew is what it saves against, whatever other tabs do meanwhile; so a run that submits leaves it alone."""
    if not _submits(step) or _drawn(step) not in st.session_state:
        st.session_state[_drawn(step)] = (draft.tag, draft.saved.get(step, 0), monotonic())


def _submits(step: Step) -> bool:
    return bool(st.session_state.get(f"back_{step}") or st.session_state.get(f"continue_{step}"))


def _send_to_start(why: str, *, has_profile: bool) -> None:
    st.info(why)
    if has_profile:
        st.page_link("profile.py", label=resources.wording().step.to_profile, icon=":material/arrow_forward:")
    st.page_link("welcome.py", label=resources.wording().step.to_start, icon=":material/arrow_back:")


def _drawn(step: Step) -> str:
    return f"drawn_{step}"
