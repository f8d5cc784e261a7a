"""Laying a second viewer link beside the one that is open, and putting it away again."""

import streamlit as st

from components.session import browser_actions, link_key, resources, visit


def ask() -> None:
    """Ask for the second link. Its key goes into a cookie of its own, never into an address."""
    words = resources.wording().shared
    if visit.viewer_key(second=True):
        st.info(words.second_gone)
    st.subheader(words.second_title, anchor=False)
    st.markdown(words.second_lead)
    with st.form("second_link", border=False):
        typed = st.text_input(words.second_label, max_chars=link_key.LONGEST, placeholder=words.second_hint, key="second_link_typed") or ""
        pressed = st.form_submit_button(words.second_open)
    if not pressed:
        return
    key = link_key.key_in(typed)
    if key:
        browser_actions.open_second(key)
    else:
        st.warning(words.second_not)


def offer_to_close() -> None:
    """Go back to one link."""
    if st.button(resources.wording().shared.second_close):
        browser_actions.close_second()
