"""From the last step to the profile, with one kind question where the answers look hurried."""

from contextlib import suppress
from functools import partial

import streamlit as st

from components.screen import errors, frame
from components.screen.own_elements import leading
from components.session import client_address, resources, visit
from data.assessment import steps
from data.errors import StoreTrouble
from data.keys import Kind
from data.profile import rules
from data.record.record import Draft
from data.totals import publishing

_ASKED, _NEW = "finishing", "finishing_new"


def request() -> None:
    """Remember for which state of the answers the profile was asked for, and draw the screen anew."""
    st.session_state[_ASKED], st.session_state[_NEW] = visit.own_record().draft, True
    st.rerun()


def is_requested(draft: Draft) -> bool:
    """Whether the profile was asked for, the question, if there is one, not yet answered, and no answer changed since."""
    return st.session_state.get(_ASKED) == draft


def show(draft: Draft) -> None:
    """Finish at once; where the answers look hurried, first ask whether somebody wants to look again."""
    by = rules.of(resources.instrument(draft.instrument))
    note = by.remark(by.signs(draft.answers))
    if note is None:
        _finish(draft)
        return
    if st.session_state.pop(_NEW, False):
        leading.to(leading.TOP)
    st.info("\n\n".join(note.lines))
    if note.not_counted and _would_be_counted():
        st.markdown(note.not_counted)
    with st.container(horizontal=True):
        if st.button(note.review):
            # Else the last step would be this question and not its own page, until an answer has changed.
            st.session_state.pop(_ASKED)
            st.switch_page("job_and_work.py")
        if st.button(note.keep, type="primary"):
            _finish(draft)


def _would_be_counted() -> bool:
    """Whether the person agreed to be counted anywhere, or is on the way to a team's round."""
    consents = visit.own_record().consents
    agreed = consents is not None and consents.count_in_reference
    return agreed or visit.team_key(Kind.JOIN) is not None


def _finish(draft: Draft) -> None:
    st.session_state.pop(_ASKED)
    norms = publishing.newest_norms(resources.store(), draft.instrument)
    if not errors.attempt(partial(steps.finish, today=visit.local_today(), norms=norms)):
        frame.end_page()
    # The profile is safe already; whoever cannot be counted just now is not kept from it.
    with suppress(StoreTrouble):
        # Only being counted is limited, finishing is not: a whole workshop may sit behind one address (docs/decisions.md 19).
        if resources.finish_limit().take(client_address.of_visit()):
            visit.join_reference_pool()
    st.switch_page("profile.py")
