import streamlit as st

from components.assessment import job_and_work, statements, step_frame
from components.session import resources
from data.instrument.answers import Answers, Step

words = resources.wording().job_and_work
draft = step_frame.open_step(Step.JOB_AND_WORK, words.title)
with st.form("job_and_work", enter_to_submit=False, border=False):
    st.header(words.words_title)
    sentences = job_and_work.ask_sentences(draft.answers.job_and_work)
    st.header(words.portraits_title)
    portraits = job_and_work.ask_portraits(draft.answers.job_and_work)
    st.header(words.statements_title)
    statements.introduce()
    given = statements.show(Step.JOB_AND_WORK, draft)
    go = step_frame.buttons(Step.JOB_AND_WORK)


def given_here(answers: Answers) -> Answers:
    own = job_and_work.kept(sentences, portraits)
    return statements.kept(answers, Step.JOB_AND_WORK, given).model_copy(update={"job_and_work": own})


if go:
    step_frame.save(Step.JOB_AND_WORK, given_here, go=go)
