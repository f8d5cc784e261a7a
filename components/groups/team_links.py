"""The two links of a team that are not for everybody: the one to keep, and the one to look at its totals by."""

from functools import partial

import streamlit as st

from components.screen import errors, key_link
from components.session import resources, visit
from data.groups.team_keys import TeamKeys
from data.record import own_teams


def save(keys: TeamKeys, name: str) -> None:
    """Show the manage link first of all, and offer to keep it in one's own record."""
    words = resources.group_words().desk
    st.subheader(words.save_title, anchor=False)
    st.markdown(words.save_lead)
    copied(keys.manage)
    _keep(keys.manage, name)


def look(keys: TeamKeys) -> None:
    """Show the link to the totals."""
    words = resources.group_words().team
    st.subheader(resources.group_words().desk.look_title, anchor=False)
    st.markdown(words.insights)
    copied(keys.insights)


def copied(key: str) -> None:
    """Show a link with a button to copy it."""
    # As code for its button, and of no language: its colours would be too pale to read.
    st.code(key_link.address(key), language=None, wrap_lines=True)


def _keep(manage_key: str, name: str) -> None:
    words, kept = resources.group_words().desk, own_teams.is_kept(visit.own_record(), manage_key)
    if kept:
        st.markdown(words.kept)
    change = (
        partial(own_teams.take_out, manage_key=manage_key)
        if kept
        else partial(own_teams.keep, manage_key=manage_key, name=name, today=visit.local_today())
    )
    if st.button(words.take_out if kept else words.keep, help=None if kept else words.keep_why) and errors.attempt(change):
        st.rerun()
