import streamlit as st

from components.assessment import statements, step_frame
from components.session import resources
from data.assessment.step_answers import StepAnswers
from data.instrument.answers import Step

words = resources.wording().drive
draft = step_frame.open_step(Step.DRIVE, words.title)
with st.form("drive", enter_to_submit=False, border=False):
    statements.introduce(draft)
    given = statements.show(Step.DRIVE, draft)
    go = step_frame.navigation_buttons(Step.DRIVE)
if go:
    part = StepAnswers(statements=statements.parse(Step.DRIVE, draft, given.answers), statement_seconds=given.seconds)
    step_frame.save(Step.DRIVE, part, go=go)
