"""Which way of seeing a job fits best just now."""

import streamlit as st

from data.instrument.instrument import Instrument
from data.profile import guidance
from data.profile.job_and_work import Orientation


def show(rules: Instrument, orientation: Orientation | None) -> None:
    """Say which portrait fits, and that none is better than another; nothing while one of them is unrated."""
    if orientation is None:
        return
    lines = " ".join(guidance.orientation_lines(rules, orientation))
    st.markdown(f"**{guidance.orientation_name(rules, orientation)}.** {lines}")
    st.caption(rules.notes.orientation.note)
