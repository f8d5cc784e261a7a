"""What the holder of a manage link may do: close the round, and open the next one."""

from datetime import timedelta

import streamlit as st

from components.groups import team_links
from components.groups.create_team import USUAL_DAYS
from components.screen import confirm_button, errors, frame
from components.session import resources, visit
from data.errors import BadKey, RekindleError
from data.groups import cohort_store, team_keys, team_store
from data.groups.team_store import Round, Team
from data.keys import Kind
from data.privacy_limits import MAX_OPEN_DAYS


def show(manage_key: str) -> None:
    """Show where the newest round stands, and what can be done with it."""
    words = resources.group_words().team
    try:
        team = team_store.find(resources.store(), manage_key, Kind.MANAGE)
    except BadKey as error:
        errors.show(error)
        frame.end_page()
    latest = team_store.rounds(resources.store(), team)[-1]
    st.header(words.manage_title)
    st.text(team.name)
    if latest.closed_on is None:
        _open(manage_key, latest)
        _links(manage_key, team, latest)
    else:
        _closed(manage_key, latest)


def _links(manage_key: str, team: Team, latest: Round) -> None:
    words, keys = resources.group_words().team, team_keys.from_manage(manage_key)
    st.subheader(words.made_title, anchor=False)
    if team_store.has_derived_keys(resources.store(), team, keys):
        team_links.show(keys, latest.closes_on)
    else:
        st.markdown(words.made_before)


def _open(manage_key: str, latest: Round) -> None:
    words = resources.group_words().team
    st.markdown(words.round_open.format(number=latest.number, day=resources.dates().day(latest.closes_on)))
    if not confirm_button.show(words.close, sure=words.close_sure, yes=words.close_yes):
        return
    try:
        # Looked up again at the press: another tab, or its closing day, may have closed it by now.
        closing = team_store.closable_round(resources.store(), manage_key)
        cohort_store.close_round(resources.store(), closing.round_id, visit.utc_today())
    except RekindleError as error:
        errors.show(error)
        return
    st.rerun()


def _closed(manage_key: str, latest: Round) -> None:
    words, today = resources.group_words().team, visit.local_today()
    st.markdown(words.round_closed.format(number=latest.number, day=resources.dates().day(latest.closed_on or latest.closes_on)))
    st.markdown(words.to_insights)
    with st.form("round", border=False):
        last = today + timedelta(days=MAX_OPEN_DAYS)
        closes = st.date_input(
            words.closes, today + timedelta(days=USUAL_DAYS), min_value=today, max_value=last, format=resources.dates().typed()
        )
        pressed = st.form_submit_button(words.open)
    if not pressed:
        return
    try:
        team_store.open_round(resources.store(), manage_key, closes_on=closes, today=today)
    except RekindleError as error:
        errors.show(error)
        return
    st.rerun()
