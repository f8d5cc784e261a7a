"""Which team of an umbrella a join link is for, and which one is asked for where somebody opened the links of two."""

import streamlit as st

from components.session import resources
from data.groups.team_store import Invitation


def show(invitation: Invitation) -> None:
    """Say which team the link is for, and with which others it holds the round; nothing of a team by itself. Names are shown as text."""
    words = resources.group_words().umbrella
    if invitation.place is None:
        return
    st.caption(words.joined_by)
    st.text(_name(invitation, invitation.place))
    st.caption(words.with_others)
    st.text("\n".join(name for place, name in enumerate(invitation.teams, 1) if place != invitation.place))


def is_another(invitation: Invitation, joined: int) -> bool:
    """Whether somebody who joined is in another team of the umbrella than the link is for."""
    return invitation.place is not None and joined != invitation.place


def ask(invitation: Invitation, joined: int) -> int:
    """The team that is theirs, of these two; the one they joined until they press for another."""
    words, both = resources.group_words().umbrella, (joined, invitation.place or joined)
    st.markdown(words.another)
    # A label would read a name as markup, so numbers stand in it.
    st.text("\n".join(f"{place}. {_name(invitation, place)}" for place in both))
    with st.form("team_of_umbrella", border=False):
        chosen = st.radio(words.own, both, format_func=lambda place: words.numbered.format(number=place))
        pressed = st.form_submit_button(words.change)
    return chosen if pressed else joined


def _name(invitation: Invitation, place: int) -> str:
    return invitation.teams[place - 1]
