"""Laying a second viewer link beside the one that is open, and putting it away again."""

import streamlit as st

from components.session import browser_actions, resources, visit
from data.keys import is_key

# Longer than any link of ours; the rest of a paste is nobody's key.
_MOST = 300


def ask() -> None:
    """Ask for the second link. Its key goes into a cookie of its own, never into an address."""
    words = resources.wording().shared
    if visit.viewer_key(second=True):
        st.info(words.second_gone)
    st.subheader(words.second_title, anchor=False)
    st.markdown(words.second_lead)
    with st.form("second_link", border=False):
        typed = st.text_input(words.second_label, max_chars=_MOST, placeholder=words.second_hint, key="second_link_typed") or ""
        pressed = st.form_submit_button(words.second_open)
    if not pressed:
        return
    key = key_in(typed)
    if is_key(key):
        browser_actions.open_second(key)
    else:
        st.warning(words.second_not)


def key_in(typed: str) -> str:
    """What stands after the last # of a link; a key alone is as good."""
    return typed.strip().rpartition("#")[2]


def offer_to_close() -> None:
    """Go back to one link."""
    if st.button(resources.wording().shared.second_close):
        browser_actions.close_second()
