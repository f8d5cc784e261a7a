"""Draws a screen anew where only the browser knows that it must be: a lost connection is back, or the device turned dark or light."""

from pathlib import Path

import streamlit as st

from components.session import resources

_HERE = Path(__file__).parent
_ELEMENT = st.components.v2.component(
    "drawn_anew",
    html="<p role='status'></p>",
    css=(_HERE / "drawn_anew.css").read_text(encoding="utf-8"),
    js=(_HERE / "drawn_anew.js").read_text(encoding="utf-8"),
)


def watch() -> None:
    """Watch over this tab."""
    drawn_in = "dark" if st.context.theme.type == "dark" else "light"
    data = {"one_moment": resources.wording().frame.one_moment, "drawn_in": drawn_in}
    _ELEMENT(key="drawn_anew", data=data, on_anew_change=lambda: None)
