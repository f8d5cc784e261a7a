"""Making a team, or several small ones that hold their rounds together: names and the last day."""

from collections.abc import Sequence

import streamlit as st

from components.groups import managed_team, round_form
from components.groups.round_form import Asked
from components.screen import errors
from components.screen.own_elements import leading
from components.session import client_address, resources, visit
from data.errors import RekindleError
from data.groups import team_store
from data.groups.team_name import MAX_NAME
from data.groups.umbrellas import umbrella_names


def show() -> None:
    """Say how a round goes, and ask for a new team; once it is made, its desk is drawn."""
    words = resources.group_words().team
    st.markdown(words.lead)
    st.markdown("\n".join(f"{place}. {step}" for place, step in enumerate(words.steps, 1)))
    st.markdown(f"**{words.rules_title}.** {resources.instrument().notes.adverse_use} {words.rules}")
    wrong = resources.guide_words()
    st.markdown(f"**{wrong.wrong_title}**")
    st.markdown("\n".join(f"- {line}" for line in wrong.wrong))
    st.header(words.create_title)
    together = _ask_who()
    with st.form(f"team_{together}", border=False):
        label = resources.group_words().umbrella.name if together else words.name
        name = st.text_input(label, placeholder=words.name_hint, max_chars=MAX_NAME, autocomplete="off")
        teams = st.text_area(resources.group_words().umbrella.teams) if together else None
        asked = round_form.ask()
        pressed = st.form_submit_button(words.create, type="primary")
    if pressed:
        _create(name or "", asked, None if teams is None else umbrella_names.lines(teams))


def _ask_who() -> bool:
    """Whether several teams hold the round."""
    words = resources.group_words().umbrella
    together = st.radio(words.who, range(len(words.choices)), format_func=words.choices.__getitem__) == 1
    if together:
        st.markdown(words.lead)
    return together


def _create(name: str, asked: Asked, teams: Sequence[str] | None) -> None:
    if not resources.team_limit().take(client_address.of_visit()):
        st.warning(resources.group_words().team.too_many)
        return
    try:
        keys = team_store.create(
            resources.store(), name, closes_on=asked.closes, today=visit.local_today(), more_weeks=asked.more_weeks, teams=teams
        )
    except RekindleError as error:
        errors.show(error)
        return
    managed_team.enter(keys.manage)
    leading.to(leading.TOP)
    st.rerun()
