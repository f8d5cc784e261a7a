"""The boxes before the first question, and the start."""

import secrets
from collections.abc import Mapping
from functools import partial

import streamlit as st

from components.assessment import step_frame
from components.screen import errors, frame
from components.session import resources, visit
from data.assessment import steps
from data.instrument.answers import Step
from data.instrument.notes import ConsentBox
from data.record.record import Consents, Record

ANCHOR = "agree"
"""Of the heading above what is asked."""


def ask(version: str) -> None:
    """Ask for consent; "Start" begins an assessment of that version once the first box is ticked."""
    words = resources.wording().welcome
    st.header(words.consent_title, anchor=ANCHOR)
    st.markdown(resources.instrument(version).consent.intro)
    # Never ticked beforehand (docs/instrument.md 1.10).
    _ask(version, {}, begin=words.start)


def ask_again(record: Record, version: str, *, now: bool) -> None:
    """The same for whoever has a result: what they were asked in the same words stands as they answered it, and can be changed.

    now: whether this is the next thing to do, or better waits a little.
    """
    words, given = resources.wording().welcome, _given(record, version)
    if record.consents and given:
        st.markdown(words.consent_before.format(day=resources.dates().day(record.consents.given_on)))
    _ask(version, given, begin=words.again, now=now)


def _ask(version: str, given: Mapping[str, bool], *, begin: str, now: bool = True) -> None:
    consent = resources.instrument(version).consent
    with st.form("consent", border=False):
        ticked: dict[str, bool] = {}
        for box in consent.boxes:
            if given and box.id not in given:
                st.markdown(resources.wording().welcome.consent_anew)
            ticked[box.id] = st.checkbox(_label(box, consent.optional), given.get(box.id, False), key=f"consent_{box.id}")
        st.caption(f"{consent.private} {consent.change_of_mind} {resources.wording().welcome.consent_limits}")
        pressed = st.form_submit_button(begin, type="primary" if now else "secondary", key="start")
    if pressed and not ticked["take_part"]:
        st.warning(resources.wording().welcome.consent_needed)
    elif pressed:
        _begin(version, Consents(wording=consent.wording, given_on=visit.local_today(), **ticked))


def _given(record: Record, version: str) -> dict[str, bool]:
    """What was answered to those boxes that read as they did then; nothing where it cannot be told which words those were."""
    consents, before = record.consents, resources.instrument(record.results[-1].instrument).consent
    # The name of a wording is of one version only; a draft of another one that was started over leaves its name (docs/decisions.md 25).
    if consents is None or consents.wording != before.wording:
        return {}
    answered = consents.model_dump()
    return {box.id: answered[box.id] for box in resources.instrument(version).consent.boxes if box in before.boxes}


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
