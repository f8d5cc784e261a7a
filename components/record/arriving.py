"""Why somebody comes to a screen from a link or from forgetting a device, said once."""

import streamlit as st

from components.session import resources


def show() -> None:
    """Say what happened, where the address says that something did; anything unknown in it is ignored."""
    words = resources.wording().welcome
    said = {
        ("link", "unknown"): words.link_unknown,
        ("link", "wait"): words.link_wait,
        ("link", "other"): words.link_other,
        ("left", "device"): words.device_left,
        ("left", "deleted"): words.deleted,
    }
    for (name, value), sentence in said.items():
        if st.query_params.get(name) == value:
            st.info(sentence)
