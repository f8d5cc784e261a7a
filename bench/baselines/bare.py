"""Baseline B: the 40 statements as a developer would put them up in an afternoon, four forms one after another, kept for the visit only."""

import streamlit as st

from bench.baselines.sheet import LABELS, PAGES

st.session_state.setdefault("page", 0)
st.session_state.setdefault("answers", {})
page = st.session_state.page

if page == len(PAGES):
    st.title("Thank you")
    st.write(f"You answered {len(st.session_state.answers)} statements.")
    st.stop()

st.title(f"Page {page + 1} of {len(PAGES)}")
with st.form(f"page_{page}"):
    given = {name: st.radio(text, LABELS, index=None, horizontal=True, key=name) for name, text in PAGES[page].items()}
    if st.form_submit_button("Continue"):
        st.session_state.answers |= given
        st.session_state.page += 1
        # The page to come was decided below the one that is drawn, so a second run draws it: two runs a page.
        st.rerun()
