import streamlit as st

from components.assessment import obstacles, statements, step_frame, week_sliders
from components.session import resources
from data.assessment.step_answers import StepAnswers
from data.instrument.answers import Step

words = resources.wording().balance
draft = step_frame.open_step(Step.BALANCE, words.title)
st.header(words.week_title)
st.markdown(words.week_lead)
# Week and obstacles answer while somebody ticks, which a form does not, so they stand before it (docs/decisions.md 6).
hours = week_sliders.show(draft)
st.header(words.obstacles_title)
weighing = obstacles.show(draft)
with st.form("balance", enter_to_submit=False, border=False):
    st.header(words.statements_title)
    statements.introduce(draft)
    given = statements.show(Step.BALANCE, draft)
    go = step_frame.navigation_buttons(Step.BALANCE)
if go:
    part = StepAnswers(
        week=week_sliders.parse(hours),
        obstacles=obstacles.parse(weighing),
        statements=statements.parse(Step.BALANCE, draft, given.answers),
        statement_seconds=given.seconds,
    )
    step_frame.save(Step.BALANCE, part, go=go)
