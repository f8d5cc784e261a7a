"""Which way of seeing a job fits best just now."""

from collections.abc import Iterator

import streamlit as st

from components.exports.report import Block, Paragraph
from data.instrument.instrument import Instrument
from data.profile import guidance
from data.profile.job_and_work import Orientation


def show(rules: Instrument, orientation: Orientation | None) -> None:
    """Say which portrait fits, and that none is better than another; nothing while one of them is unrated."""
    if orientation is None:
        return
    name, lines = _said(rules, orientation)
    st.markdown(f"**{name}.** {lines}")
    st.caption(rules.notes.orientation.note)


def blocks(rules: Instrument, orientation: Orientation | None) -> Iterator[Block]:
    """The same for a report."""
    if orientation is not None:
        name, lines = _said(rules, orientation)
        yield Paragraph(f"{name}. {lines}")
        yield Paragraph(rules.notes.orientation.note, quiet=True)


def _said(rules: Instrument, orientation: Orientation) -> tuple[str, str]:
    return guidance.orientation_name(rules, orientation), " ".join(guidance.orientation_lines(rules, orientation))
