import streamlit as st

from components.assessment import job_and_work, statements, step_frame
from components.session import resources
from data.assessment.step_answers import StepAnswers
from data.instrument.answers import Step

words = resources.wording().job_and_work
draft = step_frame.open_step(Step.JOB_AND_WORK, words.title)
# In a form Enter presses the first button, which is Back.
with st.form("job_and_work", enter_to_submit=False, border=False):
    st.header(words.words_title)
    sentences = job_and_work.ask_sentences(draft)
    st.header(words.portraits_title)
    portraits = job_and_work.ask_portraits(draft)
    st.header(words.statements_title)
    statements.introduce(draft)
    given = statements.show(Step.JOB_AND_WORK, draft)
    go = step_frame.navigation_buttons(Step.JOB_AND_WORK)
if go:
    part = StepAnswers(
        job_and_work=job_and_work.parse(sentences, portraits),
        statements=statements.parse(Step.JOB_AND_WORK, draft, given.answers),
        statement_seconds=given.seconds,
    )
    step_frame.save(Step.JOB_AND_WORK, part, go=go)
