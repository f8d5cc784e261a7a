"""The way from one's own profile to showing a part of it."""

import streamlit as st

from components.session import resources, visit
from data.record.record import Record
from data.sharing import viewer_link_store


def show(record: Record) -> None:
    """Lead to the screen where links are made, and say how many are out; not from somebody else's profile."""
    if visit.current().opened:
        return
    words, out = resources.wording().sharing, viewer_link_store.opening(resources.store(), record, visit.today())
    st.header(words.title)
    st.markdown(words.lead)
    if out:
        st.markdown(words.out.format(count=len(out)))
    st.page_link("share.py", label=words.go, icon=":material/arrow_forward:")
