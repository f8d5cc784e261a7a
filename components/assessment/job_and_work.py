"""The first half of step 2: one's own two sentences, and three ways of seeing a job."""

from collections.abc import Mapping

import streamlit as st

from components.screen import free_text
from components.session import resources
from data.instrument.answers import MAX_SENTENCE, JobAndWork, validated
from data.instrument.questions import PortraitText, Sentence
from data.record.record import Draft


def ask_sentences(draft: Draft) -> dict[str, str]:
    """Ask for the two private sentences, by their names in `JobAndWork`."""
    instrument, saved = resources.instrument(draft.instrument), draft.answers.job_and_work
    sentences, frame = instrument.sentences, instrument.frame
    st.markdown(f"{frame.work}\n\n{frame.job}")
    st.caption(sentences.private)
    free_text.room(MAX_SENTENCE)
    return {
        "work_is": _ask_sentence(sentences.work_is, saved.work_is, key="work_is"),
        "job_is": _ask_sentence(sentences.job_is, saved.job_is, key="job_is"),
    }


def _ask_sentence(asked: Sentence, saved: str, *, key: str) -> str:
    """Its example stands below the box: in it, it was cut on a phone, and gone with the first letter."""
    with st.container(gap="xsmall"):
        typed = free_text.ask(asked.stem, saved, most=MAX_SENTENCE, key=key)
        st.caption(asked.hint)
    return typed


def ask_portraits(draft: Draft) -> dict[str, int]:
    """Ask how like oneself each portrait is; only those that were rated."""
    instrument = resources.instrument(draft.instrument)
    st.caption(instrument.notes.orientation.note)
    given = {portrait.id: _rate(portrait, draft) for portrait in instrument.portraits}
    return {portrait: likeness for portrait, likeness in given.items() if likeness is not None}


def _rate(portrait: PortraitText, draft: Draft) -> int | None:
    labels, saved = resources.instrument(draft.instrument).likeness, draft.answers.job_and_work.portraits.get(portrait.id)
    return st.radio(portrait.text, range(len(labels)), index=saved, format_func=labels.__getitem__, key=f"portrait_{portrait.id}")


def parse(sentences: Mapping[str, str], portraits: Mapping[str, int]) -> JobAndWork:
    """What was asked, as it is kept; AnswerNotAllowed or TextTooLong for what is not offered."""
    words = {name: free_text.parse(typed, most=MAX_SENTENCE) for name, typed in sentences.items()}
    return validated(JobAndWork, **words, portraits=portraits)
