"""The teams in one's own record, in the order of keeping. No figure stands beside a team, and none sorts them."""

from functools import partial

import streamlit as st

from components.groups import managed_team
from components.screen import errors
from components.session import resources, visit
from data.errors import BadKey
from data.groups import team_store
from data.keys import Kind
from data.record import own_teams
from data.record.kept_team import KeptTeam


def show() -> None:
    """List them, each with a button that opens its desk; nothing where none is kept."""
    words, teams = resources.group_words().desk, visit.own_record().teams
    if not teams:
        return
    st.header(words.own_title)
    for place, team in enumerate(teams, 1):
        with st.container(horizontal=True, vertical_alignment="center"):
            # Numbered, so that each button has a label of its own without anybody's text in it.
            st.text(f"{place}. {team.name}", width="stretch")
            _offer(team, place)


def _offer(team: KeptTeam, place: int) -> None:
    words = resources.group_words().desk
    if _is_there(team):
        if st.button(words.own_open.format(number=place), key=f"own_team_{place}"):
            managed_team.enter(team.key)
            st.rerun()
        return
    st.markdown(words.own_forgotten)
    forget = partial(own_teams.take_out, manage_key=team.key)
    if st.button(words.own_take_out.format(number=place), key=f"own_team_{place}") and errors.attempt(forget):
        st.rerun()


def _is_there(team: KeptTeam) -> bool:
    try:
        team_store.find(resources.store(), team.key, Kind.MANAGE)
    except BadKey:
        return False
    return True
