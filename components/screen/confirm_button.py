"""A button that asks once before it does something that can't be undone."""

import streamlit as st


def show(label: str, *, sure: str, yes: str, icon: str | None = None, of: str = "") -> bool:
    """Draw the button; what it would do and a second button appear when it is opened. True on the run in which that was pressed.

    `of` names what it is done to, so that a press meant for something that is gone does nothing to what stands there now.
    """
    with st.popover(label, icon=icon):
        st.markdown(sure)
        return st.button(yes, key=f"sure_{label}{of}", type="primary")
