"""The profile's empty case."""

import streamlit as st

from components.profile.section import Place
from components.record import keep_or_delete
from components.session import resources
from data.record.record import Record


def show(record: Record | None) -> None:
    """Say that there is no profile yet, where it comes from, and how to come back to what is under way."""
    words = resources.wording().profile
    st.title(words.title)
    st.markdown(words.none)
    st.page_link("welcome.py", label=words.none_go, icon=":material/arrow_forward:")
    if record and record.draft:
        keep_or_delete.head(Place.KEEP)
        keep_or_delete.show(record)
        keep_or_delete.offer_to_delete()
