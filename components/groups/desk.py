"""The organiser's desk: everything that a manage link leads to, shown whenever it is opened."""

import streamlit as st

from components.groups import invite, manage_round, managed_team, team_links
from components.screen import counting, errors
from components.session import resources, visit
from data.errors import BadKey
from data.groups import team_keys, team_store
from data.groups.umbrellas import umbrella_store
from data.keys import Kind


def show(manage_key: str) -> None:
    """Say where the newest round stands, then show the links, and what can be done with the round."""
    words, store = resources.group_words(), resources.store()
    try:
        team = team_store.find(store, manage_key, Kind.MANAGE)
    except BadKey as error:
        errors.show(error)
        return
    managed_team.remember(manage_key)
    counting.show(manage_key, Kind.MANAGE)
    latest, teams = team_store.rounds(store, team)[-1], umbrella_store.names(store, team.team_id)
    keys = team_keys.from_manage(manage_key, len(teams))
    st.header(words.team.manage_title)
    # The name is somebody's text: shown as text, and put into no sentence.
    st.text(team.name)
    manage_round.say(latest, needed=words.umbrella.needed if teams else words.desk.needed)
    team_links.save(keys, team.name)
    if not team_store.has_derived_keys(store, team, keys):
        st.markdown(words.desk.made_before)
    else:
        if latest.takes_answers(visit.lasting_day()):
            invite.show_each(keys.joins, teams, latest) if teams else invite.show(keys.join, latest)
        team_links.look(keys)
    manage_round.act(manage_key, latest)
