"""What is said above a profile that was opened through its link."""

import streamlit as st

from components.screen import confirm_button
from components.session import browser_actions, resources, visit


def show() -> None:
    """Say whose profile this is not, and offer to take it over or to close it."""
    opened = visit.current().opened
    if opened is None:
        return
    words = resources.wording().keeping
    st.info(words.opened)
    with st.container(horizontal=True):
        if confirm_button.show(words.opened_keep, sure=words.opened_keep_sure, yes=words.opened_keep_yes):
            browser_actions.keep_opened(opened)
        if st.button(words.opened_close):
            browser_actions.close_opened()
