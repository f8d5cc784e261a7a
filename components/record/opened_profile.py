"""What is said to somebody who comes through a link: what came of it, and above a profile that it opened, whose it is not."""

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
            browser_actions.adopt_opened(opened)
        if st.button(words.opened_close):
            browser_actions.close_opened()


def show_arrival() -> None:
    """Say why somebody comes here, from a link or from forgetting a device; anything unknown in the address is ignored."""
    words = resources.wording().welcome
    said = {
        ("link", "unknown"): words.link_unknown,
        ("link", "wait"): words.link_wait,
        ("link", "other"): words.link_other,
        ("link", "altered"): words.link_altered,
        ("left", "device"): words.device_left,
        ("left", "deleted"): words.deleted,
    }
    for (name, value), sentence in said.items():
        # Compared and never shown: anybody can write into an address.
        if st.query_params.get(name) == value:
            st.info(sentence)
