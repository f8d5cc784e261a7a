"""What one's scores were given to: waiting, where they can be taken back, or mixed."""

import streamlit as st

from components.screen import errors
from components.session import resources, visit
from data.errors import RekindleError
from data.groups import contribution_store
from data.groups.contribution_store import ContributionState, ContributionStatus
from data.record.record import Record


def show(record: Record) -> None:
    """Say what was given and what became of it; nothing where nothing was, and not on somebody else's profile."""
    standings = contribution_store.standings(resources.store(), record)
    if not standings or visit.current().opened:
        return
    st.subheader(resources.group_words().giving.title, anchor=False)
    for place, standing in enumerate(standings):
        st.markdown(_said(standing))
        if standing.state is ContributionState.WAITING and st.button(resources.group_words().giving.withdraw, key=f"withdraw_{place}"):
            _withdraw(standing)


def _said(standing: ContributionStatus) -> str:
    words, given = resources.group_words().giving, standing.contribution
    if standing.state is ContributionState.WAITING and (standing.in_round or not given.round_id):
        return (words.waiting_round if standing.in_round else words.waiting_everyone).format(day=resources.dates().day(given.joined_on))
    said = {
        ContributionState.WAITING: words.waiting_on,
        ContributionState.MIXED: words.mixed,
        ContributionState.ERASED: words.erased,
        ContributionState.LAPSED: words.lapsed,
        ContributionState.LATER: words.later,
        ContributionState.WITHDRAWN: words.withdrawn,
    }
    return said[standing.state].format(day=resources.dates().day(given.taken_on))


def _withdraw(standing: ContributionStatus) -> None:
    try:
        contribution_store.withdraw(resources.store(), visit.current().key, standing.contribution, keep_until=visit.keep_until())
    except RekindleError as error:
        errors.show(error)
        return
    st.rerun()
