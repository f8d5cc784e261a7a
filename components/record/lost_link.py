"""What whoever lost their personal link can do, and what nobody can."""

import streamlit as st

from components.session import resources
from data.settings import settings


def show() -> None:
    """Say it in a fold: nobody can find a link, and four ways that may lead on."""
    words = resources.wording().welcome
    with st.expander(words.lost_title):
        st.markdown(words.lost.format(keep_days=settings().keep_days))
        st.page_link("profile.py", label=words.lost_look, icon=":material/arrow_forward:")
