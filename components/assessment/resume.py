"""Going on with what is already here: an assessment under way, a finished profile, or scores that were left open."""

import secrets
from functools import partial

import streamlit as st

from components.assessment import consent, step_frame
from components.screen import confirm_button, errors, frame
from components.session import resources, visit
from data.assessment import steps
from data.instrument.answers import Step
from data.instrument.rk_1_1 import MigrationWords
from data.profile import history, rules
from data.profile.profile import Profile
from data.record.record import Consents, Draft, Record


def show(draft: Draft, offered: str) -> None:
    """Offer to go on with a draft, to take the statements offered where they are newer, or to start over; the last two ask once more."""
    words = resources.wording().welcome
    st.header(words.waiting_title)
    st.markdown(words.waiting.format(done=len(draft.saved), total=len(steps.STEPS)))
    newer = rules.of(resources.instrument(offered)).taken_up if steps.may_take_new(draft, offered) else None
    if newer:
        st.markdown(newer.draft)
    with st.container(horizontal=True):
        # Between old and new statements nothing is chosen for the person, not even by a colour.
        if st.button(newer.finish_old if newer else words.go_on, type="secondary" if newer else "primary", key="go_on"):
            step_frame.enter(steps.resume_at(draft))
        if newer:
            _offer_new(draft, offered, newer)
        sure = confirm_button.show(words.start_over, sure=words.start_over_sure, yes=words.start_over_yes)
    if sure and errors.attempt(steps.start_over):
        st.rerun()


def _offer_new(draft: Draft, offered: str, words: MigrationWords) -> None:
    with st.popover(words.take_new):
        st.markdown(words.take_new_sure)
        consents = consent.ask_anew(visit.own_record(), draft.instrument, offered)
        if st.button(words.take_new, key=f"sure_{words.take_new}", type="primary"):
            _take_new(offered, consents)


def _take_new(offered: str, consents: Consents | None) -> None:
    take = partial(steps.take_new, instrument=resources.instrument(offered), tag=secrets.token_hex(8), consents=consents)
    if not errors.attempt(take):
        frame.end_page()
    draft = visit.own_record().draft
    step_frame.enter(steps.resume_at(draft) if draft else Step.LIFE_STAGE)


def show_finished(record: Record, offered: str) -> None:
    """Point to the profile, and offer to see what has changed since."""
    words, dates, latest = resources.wording().welcome, resources.dates(), record.results[-1].taken_on
    st.header(words.finished_title)
    st.markdown(words.finished.format(day=dates.day(latest)))
    later = history.worth_waiting_until(record, visit.local_today())
    if st.button(words.open_profile, type="primary" if later else "secondary"):
        st.switch_page("profile.py")
    st.header(words.changed_title)
    st.markdown(words.changed.format(**resources.promised(offered)))
    if later:
        st.caption(resources.wording().history.wait.format(day=dates.day(latest), until=dates.day(later)))
    consent.ask_again(record, offered, now=later is None)


def offer_completion(profile: Profile, record: Record) -> None:
    """Offer to answer what was left open, where scores are missing and on one's own profile only.

    The result stays as it is until the end is reached again.
    """
    if not profile.unscored or record.draft or visit.current().opened:
        return
    if not st.button(resources.wording().profile.complete, icon=":material/edit:"):
        return
    if not errors.attempt(partial(steps.reopen, tag=secrets.token_hex(8))):
        frame.end_page()
    step_frame.enter(Step.REFLECT)
