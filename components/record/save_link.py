"""The card right after finishing: one's own link, until it was saved once; afterwards behind a button."""

from functools import partial

import streamlit as st

from components.screen import errors, key_link
from components.screen.own_elements import link_box
from components.session import resources, visit
from data.record.record import Record

_OPEN, _ASKED = "save_link_open", "save_link_asked"


def offer(record: Record) -> None:
    """The button, or in its place the card; nothing for whoever only opened somebody's profile through that very link."""
    if visit.current().opened:
        return
    # What was open stays so until the screen is left, so that nobody loses sight of what they have just copied.
    if record.link_saved and not st.session_state.get(_OPEN):
        st.button(resources.wording().profile.save_link, key="save_link", on_click=_ask)
        return
    st.session_state[_OPEN] = True


def show(record: Record) -> None:
    """The card, where it is open."""
    words = resources.wording().keeping
    if visit.current().opened or not st.session_state.get(_OPEN):
        return
    with st.container(border=True, gap="xsmall"):
        st.markdown(f"**{words.save_title}** {words.save_lead}")
        focus = bool(st.session_state.pop(_ASKED, False))
        link = key_link.address(visit.current().key)
        saved = link_box.show_to_keep(link, key="save_link_box", title=words.save_title, lead=words.save_lead, focus=focus)
    if saved and not record.link_saved:
        errors.attempt(partial(Record.model_copy, update={"link_saved": True}))


def _ask() -> None:
    st.session_state[_OPEN] = st.session_state[_ASKED] = True
