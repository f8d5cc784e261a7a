"""Which way of seeing a job fits best just now."""

import streamlit as st

from data import guidance
from data.indices import Orientation
from data.instrument import Instrument


def show(rules: Instrument, orientation: Orientation | None) -> None:
    """Say which portrait fits, and that none is better than another; nothing while one of them is unrated."""
    if orientation is None:
        return
    lines = " ".join(guidance.orientation_lines(rules, orientation))
    st.markdown(f"**{guidance.orientation_name(rules, orientation)}.** {lines}")
    st.caption(rules.notes.orientation.note)
