"""Draws a screen anew once a lost connection is back, so that whatever can be pressed on it does what it says."""

from pathlib import Path

import streamlit as st

from components.session import resources

_HERE = Path(__file__).parent
_ELEMENT = st.components.v2.component(
    "after_an_outage",
    html="<p role='status'></p>",
    css=(_HERE / "after_an_outage.css").read_text(encoding="utf-8"),
    js=(_HERE / "after_an_outage.js").read_text(encoding="utf-8"),
)


def draw_anew() -> None:
    """Watch over the connection of this tab."""
    _ELEMENT(key="after_an_outage", data={"one_moment": resources.wording().frame.one_moment}, on_back_change=lambda: None)
