"""Making a team: its name and its last day."""

from datetime import date, timedelta

import streamlit as st

from components.groups import managed_team
from components.screen import errors
from components.session import client_address, resources, visit
from data.errors import RekindleError
from data.groups import team_store
from data.groups.team_name import MAX_NAME
from data.privacy_limits import MAX_OPEN_DAYS

# Long enough for a holiday, short enough to be remembered.
USUAL_DAYS = 14


def show() -> None:
    """Say how a round goes, and ask for a new team; once it is made, its desk is drawn."""
    words = resources.group_words().team
    st.markdown(words.lead)
    st.markdown("\n".join(f"{place}. {step}" for place, step in enumerate(words.steps, 1)))
    st.markdown(f"**{words.rules_title}.** {resources.instrument().notes.adverse_use} {words.rules}")
    st.header(words.create_title)
    with st.form("team", border=False):
        name = st.text_input(words.name, placeholder=words.name_hint, max_chars=MAX_NAME, autocomplete="off")
        today = visit.local_today()
        closes = st.date_input(
            words.closes,
            today + timedelta(days=USUAL_DAYS),
            min_value=today,
            max_value=today + timedelta(days=MAX_OPEN_DAYS),
            format=resources.dates().typed(),
        )
        pressed = st.form_submit_button(words.create, type="primary")
    if pressed:
        _create(name or "", closes)


def _create(name: str, closes: date) -> None:
    if not resources.team_limit().take(client_address.of_visit()):
        st.warning(resources.group_words().team.too_many)
        return
    try:
        keys = team_store.create(resources.store(), name, closes_on=closes, today=visit.local_today())
    except RekindleError as error:
        errors.show(error)
        return
    managed_team.enter(keys.manage)
    st.rerun()
