import streamlit as st

from components import resources, statements, step
from data.instrument.answers import Step

words = resources.wording().drive
draft = step.open_step(Step.DRIVE, words.title)
with st.form("drive", enter_to_submit=False, border=False):
    statements.introduce()
    given = statements.show(Step.DRIVE, draft)
    go = step.buttons(Step.DRIVE)
if go:
    step.save(Step.DRIVE, lambda answers: statements.kept(answers, Step.DRIVE, given), go=go)
