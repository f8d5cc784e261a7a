import streamlit as st

from components.assessment import statements, step_frame
from components.session import resources
from data.assessment.step_answers import StepAnswers
from data.instrument.answers import Step

words = resources.wording().path
draft = step_frame.open_step(Step.PATH, words.title)
with st.form("path", enter_to_submit=False, border=False):
    statements.introduce(draft)
    given = statements.show(Step.PATH, draft)
    go = step_frame.navigation_buttons(Step.PATH)
if go:
    part = StepAnswers(statements=statements.parse(Step.PATH, draft, given.answers), statement_seconds=given.seconds)
    step_frame.save(Step.PATH, part, go=go)
