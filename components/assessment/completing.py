"""Going back into a finished assessment to answer what was left open."""

import secrets
from functools import partial

import streamlit as st

from components.assessment import step_frame
from components.screen import enough, saving
from components.session import resources, visit
from data.assessment import steps
from data.instrument.answers import Step
from data.profile.profile import Profile
from data.record.record import Record


def show(profile: Profile, record: Record) -> None:
    """Offer it where scores are missing, on one's own profile only; the result stays as it is until the end is reached again."""
    if not profile.unscored or record.draft or visit.current().opened:
        return
    if not st.button(resources.wording().profile.complete, icon=":material/edit:"):
        return
    if not saving.done(partial(steps.reopen, tag=secrets.token_hex(8))):
        enough.here()
    st.session_state["met"] = True
    st.switch_page(step_frame.page_of(Step.REFLECT))
