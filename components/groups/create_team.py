"""Making a team: its name, its closing day, and the three links that are shown once."""

from dataclasses import dataclass
from datetime import date, timedelta

import streamlit as st

from components.groups import poster
from components.screen import demonstration, errors, key_link
from components.session import client_address, resources, visit
from data.errors import RekindleError
from data.groups import team_store
from data.groups.team_name import MAX_NAME
from data.groups.team_store import TeamKeys
from data.privacy_limits import MAX_OPEN_DAYS

_MADE = "team_made"
# Long enough for a holiday, short enough to be remembered.
USUAL_DAYS = 14


@dataclass(frozen=True)
class _Made:
    """A team that this tab has just made; its keys can be had nowhere else."""

    keys: TeamKeys
    name: str
    closes: date


def show() -> None:
    """Say how a round goes, and ask for a new team; once it is made, show its links until the tab is closed."""
    words = resources.group_words().team
    st.markdown(words.lead)
    st.markdown("\n".join(f"{place}. {step}" for place, step in enumerate(words.steps, 1)))
    st.markdown(f"**{words.rules_title}.** {resources.instrument().notes.adverse_use} {words.rules}")
    if _MADE in st.session_state:
        _links(st.session_state[_MADE])
        return
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
    # In this tab alone: a key is stored nowhere, so there is no showing it a second time (docs/security.md 1.1).
    st.session_state[_MADE] = _Made(keys, name, closes)
    st.rerun()


def _links(made: _Made) -> None:
    """The team's name is somebody's text: shown as text, and put into no sentence."""
    words, keys = resources.group_words().team, made.keys
    st.header(words.made_title)
    st.text(made.name)
    st.warning(words.made_lost)
    for title, key in ((words.join, keys.join), (words.insights, keys.insights), (words.manage, keys.manage)):
        st.markdown(title)
        # As code for its button to copy, and of no language: its colours would be too pale to read.
        st.code(key_link.address(key), language=None, wrap_lines=True)
    st.subheader(words.invitation_title, anchor=False)
    st.code(
        words.invitation.format(day=resources.dates().day(made.closes), link=key_link.address(keys.join), **resources.promised()),
        language=None,
        wrap_lines=True,
    )
    st.image(key_link.picture(key_link.address(keys.join)), alt=words.join, width=220)
    st.download_button(
        words.poster,
        poster.write(key_link.address(keys.join), made.closes),
        file_name=demonstration.file_name("rekindle-poster.pdf"),
        mime="application/pdf",
        on_click="ignore",
    )
