"""Draws a screen anew where only the browser knows that it must be: a lost connection is back, or the device turned dark or light."""

import streamlit as st

from components.screen.own_elements import elements
from components.session import resources

_ELEMENT = elements.element("drawn_anew", html="<p role='status'></p>")


def watch() -> None:
    """Watch over this tab."""
    drawn_in = "dark" if st.context.theme.type == "dark" else "light"
    data = {"one_moment": resources.wording().frame.one_moment, "drawn_in": drawn_in}
    _ELEMENT(key="drawn_anew", data=data, on_anew_change=lambda: None)
