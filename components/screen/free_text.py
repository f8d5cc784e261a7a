"""A box for somebody's own words: counted as they type, cleaned of invisible characters, never cut in silence."""

import unicodedata

import streamlit as st

from components.screen import notices
from components.session import resources
from data.errors import TextTooLong
from data.instrument.answers import clean_text

# From here on a text deserves more than one line.
ONE_LINE = 300


def ask(label: str, saved: str, *, most: int, key: str, hint: str | None = None) -> str:
    """Ask for words; what was typed, as it came."""
    if most <= ONE_LINE:
        return st.text_input(label, saved, max_chars=most, key=key, placeholder=hint, autocomplete="off") or ""
    return st.text_area(label, saved, max_chars=most, key=key, placeholder=hint) or ""


def show(question: str, words: str) -> None:
    """Show words as they were written: no markup of theirs is ever interpreted. Nothing where nothing was written."""
    if words:
        st.caption(question)
        st.text(words)


def room(most: int) -> None:
    """Say how much fits: Streamlit's boxes count as one types, and leave out a paste that is too long."""
    st.caption(resources.wording().step.room.format(most=most))


def parse(typed: str, *, most: int) -> str:
    """The words as they are kept: without invisible characters, and saying so. TextTooLong where more came in than fits."""
    words = clean_text(typed)
    if len(words) > most:
        raise TextTooLong("text_of_page_too_long", most=most)
    if words != unicodedata.normalize("NFC", typed).replace("\r\n", "\n").strip():
        notices.leave(resources.wording().step.cleaned)
    return words
