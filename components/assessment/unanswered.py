"""What is still unanswered, by step, with the way back to it."""

import streamlit as st

from components.assessment import step_frame
from components.session import resources
from data.assessment.unanswered import unanswered
from data.instrument.answers import Step
from data.record.record import Draft


def show(draft: Draft) -> None:
    """List the open questions under the title of their step."""
    words = resources.wording().reflect
    found = unanswered(resources.instrument(draft.instrument), draft.answers)
    if not found:
        st.markdown(words.all_answered)
        return
    st.header(words.open_title)
    st.markdown(words.open_lead)
    for place, questions in found.items():
        title = _titles()[place]
        with st.expander(words.open_on.format(title=title, count=len(questions))):
            st.markdown("\n".join(f"- {question}" for question in questions))
            st.page_link(step_frame.page_file(place), label=words.open_go.format(title=title), icon=":material/arrow_back:")


def _titles() -> dict[Step, str]:
    words = resources.wording()
    return {
        Step.LIFE_STAGE: words.life_stage.title,
        Step.JOB_AND_WORK: words.job_and_work.title,
        Step.DRIVE: words.drive.title,
        Step.PATH: words.path.title,
        Step.BALANCE: words.balance.title,
    }
