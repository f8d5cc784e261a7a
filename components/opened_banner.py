"""What is said above a profile that was opened through its link."""

import streamlit as st

from components import confirm, device, resources, visit


def show() -> None:
    """Say whose profile this is not, and offer to take it over or to close it."""
    opened = visit.current().opened
    if opened is None:
        return
    words = resources.wording().keeping
    st.info(words.opened)
    with st.container(horizontal=True):
        if confirm.show(words.opened_keep, sure=words.opened_keep_sure, yes=words.opened_keep_yes):
            device.keep_opened(opened)
        if st.button(words.opened_close):
            device.close_opened()
