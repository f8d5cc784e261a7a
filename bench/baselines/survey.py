"""Baseline S: the same statements with the package streamlit-survey, the way its manual shows; every click runs the script."""

import streamlit as st
from streamlit_survey import StreamlitSurvey

from bench.baselines.sheet import LABELS, PAGES

survey = StreamlitSurvey("Statements")
pages = survey.pages(len(PAGES), on_submit=lambda: st.success("Thank you."))
st.title("Statements")
with pages:
    for name, text in PAGES[pages.current].items():
        survey.radio(text, options=LABELS, index=None, horizontal=True, id=name)
