"""Leads to a place on the screen that a press has just made, with focus: else what was pressed is gone, and one stands somewhere else."""

import streamlit as st

from components.screen.own_elements import elements

_ELEMENT = elements.element("leading", html="<i></i>")
_TO, _TIMES = "leading_to", "leading_times"
TOP = ""
"""The heading of the screen, which then begins at its top."""


def to(anchor: str) -> None:
    """Lead to the heading of that anchor once the screen is drawn."""
    st.session_state[_TO] = anchor


def show() -> None:
    """Lead where it was asked for, in this run alone: nobody is called back by the next one."""
    anchor = st.session_state.pop(_TO, None)
    if anchor is not None:
        # Another element each time, so that the same place can be asked for again.
        times = st.session_state[_TIMES] = st.session_state.get(_TIMES, 0) + 1
        _ELEMENT(key=f"leading_{times}", data={"to": anchor})
