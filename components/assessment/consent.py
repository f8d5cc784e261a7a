"""The boxes before the first question, and the start."""

import secrets
from functools import partial

import streamlit as st

from components.assessment import step_frame
from components.screen import errors, frame
from components.session import resources, visit
from data.assessment import steps
from data.instrument.answers import Step
from data.instrument.notes import ConsentBox
from data.record.record import Consents, Record


def ask(record: Record, version: str) -> None:
    """Ask for consent; "Start" begins an assessment of that version once the first box is ticked."""
    words, consent = resources.wording().welcome, resources.instrument(version).consent
    st.header(words.consent_title)
    st.markdown(consent.intro)
    with st.form("consent", border=False):
        # Never ticked beforehand (docs/instrument.md 1.10).
        ticked = {box.id: st.checkbox(_label(box, consent.optional), key=f"consent_{box.id}") for box in consent.boxes}
        st.caption(f"{consent.private} {consent.change_of_mind}")
        pressed = st.form_submit_button(words.again if record.results else words.start, type="primary", key="start")
    if pressed and not ticked["take_part"]:
        st.warning(words.consent_needed)
    elif pressed:
        _begin(version, Consents(wording=consent.wording, given_on=visit.local_today(), **ticked))


def ask_anew(record: Record, since: str, version: str) -> Consents | None:
    """Ask again for what that version words differently than the one before; what reads the same stays as it was answered.

    None where nothing was agreed to so far, as in a record from elsewhere.
    """
    consent, known = resources.instrument(version).consent, resources.instrument(since).consent.boxes
    if record.consents is None:
        return None
    changed = [box for box in consent.boxes if box not in known]
    if changed:
        st.markdown(resources.wording().welcome.consent_anew)
    # Unticked whatever was ticked before: nobody has agreed to the new words yet (docs/decisions.md 22).
    ticked: dict[str, bool] = {box.id: st.checkbox(_label(box, consent.optional), key=f"consent_{box.id}") for box in changed}
    return record.consents.model_copy(update={"wording": consent.wording, "given_on": visit.local_today(), **ticked})


def _label(box: ConsentBox, optional: str) -> str:
    return f"({optional}) {box.label}" if box.optional else box.label


def _begin(version: str, consents: Consents) -> None:
    # Says nothing about the person: it only tells one draft from another (see Draft.tag).
    tag = secrets.token_hex(8)
    begin = partial(steps.begin, instrument=version, tag=tag, consents=consents)
    if not errors.attempt(begin):
        frame.end_page()
    step_frame.enter(Step.LIFE_STAGE)
