"""The first half of step 2: one's own two sentences, and three ways of seeing a job."""

from collections.abc import Mapping

import streamlit as st

from components.screen import free_text
from components.session import resources
from data.instrument.answers import MAX_SENTENCE, JobAndWork, accepted


def ask_sentences(saved: JobAndWork) -> dict[str, str]:
    """Ask for the two private sentences, by their names in `JobAndWork`."""
    sentences = resources.instrument().sentences
    frame = resources.instrument().frame
    st.markdown(f"{frame.work}\n\n{frame.job}")
    st.caption(sentences.private)
    free_text.room(MAX_SENTENCE)
    return {
        "work_is": free_text.ask(sentences.work_is.stem, saved.work_is, most=MAX_SENTENCE, key="work_is", hint=sentences.work_is.hint),
        "job_is": free_text.ask(sentences.job_is.stem, saved.job_is, most=MAX_SENTENCE, key="job_is", hint=sentences.job_is.hint),
    }


def ask_portraits(saved: JobAndWork) -> dict[str, int]:
    """Ask how like oneself each portrait is; only those that were rated."""
    instrument = resources.instrument()
    st.caption(instrument.notes.orientation.note)
    saved_for = saved.portraits.get
    given = {portrait.id: _rate(portrait.text, f"portrait_{portrait.id}", saved_for(portrait.id)) for portrait in instrument.portraits}
    return {portrait: likeness for portrait, likeness in given.items() if likeness is not None}


def _rate(text: str, key: str, saved: int | None) -> int | None:
    labels = resources.instrument().likeness
    return st.radio(text, range(len(labels)), index=saved, format_func=labels.__getitem__, key=key)


def parse(sentences: Mapping[str, str], portraits: Mapping[str, int]) -> JobAndWork:
    """What was asked, as it is kept; AnswerNotAllowed or TextTooLong for what is not offered."""
    words = {name: free_text.parse(typed, most=MAX_SENTENCE) for name, typed in sentences.items()}
    return accepted(JobAndWork, **words, portraits=portraits)
