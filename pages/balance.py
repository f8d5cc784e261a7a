import streamlit as st

from components.assessment import obstacles, statements, step_frame, week_sliders
from components.session import resources
from data.instrument.answers import Answers, Step

words = resources.wording().balance
draft = step_frame.open_step(Step.BALANCE, words.title)
st.header(words.week_title)
st.markdown(words.week_lead)
week_sliders.show(draft)
st.header(words.obstacles_title)
obstacles.show(draft.answers.obstacles)
with st.form("balance", enter_to_submit=False, border=False):
    st.header(words.statements_title)
    statements.introduce()
    given = statements.show(Step.BALANCE, draft)
    go = step_frame.buttons(Step.BALANCE)


def given_here(answers: Answers) -> Answers:
    week = week_sliders.chosen(draft.answers.week)
    sheet = statements.kept(answers, Step.BALANCE, given)
    return sheet.model_copy(update={"week": week, "obstacles": obstacles.chosen()})


if go:
    step_frame.save(Step.BALANCE, given_here, go=go)
