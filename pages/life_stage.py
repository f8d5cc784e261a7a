import streamlit as st

from components.assessment import life_stage, step_frame, worked_on
from components.session import resources
from data.assessment.step_answers import StepAnswers
from data.instrument.answers import Step

words = resources.wording().life_stage
draft = step_frame.open_step(Step.LIFE_STAGE, words.title)
st.markdown(words.lead)
with st.form("life_stage", enter_to_submit=False, border=False):
    given = life_stage.ask(draft)
    chosen = worked_on.ask(draft)
    go = step_frame.navigation_buttons(Step.LIFE_STAGE)
if go:
    step_frame.save(Step.LIFE_STAGE, StepAnswers(life_stage=life_stage.parse(given), worked=worked_on.parse(draft, chosen)), go=go)
