import streamlit as st

from components.assessment import finish, outcomes, reflections, step_frame, unanswered
from components.screen import frame, free_text
from components.session import resources
from data.assessment.step_answers import StepAnswers
from data.instrument.answers import MAX_REFLECTION, Step

words = resources.wording().reflect
draft = step_frame.open_step(Step.REFLECT, words.title)
if finish.is_requested(draft):
    finish.show(draft)
    frame.end_page()
unanswered.show(draft)
with st.form("reflect", enter_to_submit=False, border=False):
    given = outcomes.show(draft)
    st.header(words.prompts_title)
    st.markdown(words.lead)
    free_text.room(MAX_REFLECTION)
    typed = reflections.ask(draft)
    go = step_frame.navigation_buttons(Step.REFLECT, last=words.finish)
if go:
    step_frame.save(Step.REFLECT, StepAnswers(outcomes=outcomes.parse(draft, given), reflections=reflections.parse(typed)), go=go)
    finish.request()
