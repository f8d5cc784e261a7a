import streamlit as st

from components import resources, statements, step
from data.instrument.answers import Step

words = resources.wording().path
draft = step.open_step(Step.PATH, words.title)
with st.form("path", enter_to_submit=False, border=False):
    statements.introduce()
    given = statements.show(Step.PATH, draft)
    go = step.buttons(Step.PATH)
if go:
    step.save(Step.PATH, lambda answers: statements.kept(answers, Step.PATH, given), go=go)
