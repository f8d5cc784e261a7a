"""A sentence left for the next screen."""

import streamlit as st

_KEY = "notice"


def leave(sentence: str) -> None:
    """Keep the sentence until a screen shows it."""
    if sentence not in st.session_state.setdefault(_KEY, []):
        st.session_state[_KEY].append(sentence)


def show() -> None:
    """Show what was left, once."""
    for sentence in st.session_state.pop(_KEY, []):
        st.info(sentence)
