""" "My work is" and "My job is", as they read now and as they read before."""

from functools import partial

import streamlit as st

from components.screen import errors, free_text
from components.session import resources, visit
from data.instrument.answers import MAX_SENTENCE
from data.record import journal
from data.record.record import Record


def show(record: Record) -> None:
    """Ask for the two sentences as they read today, and show every former wording with its day."""
    words, history = resources.wording().journal, journal.sentences(record)
    stems = resources.instrument().sentences
    st.header(words.sentences_title)
    latest = history[-1] if history else None
    with st.form("sentences", border=False):
        key = f"sentence_{len(history)}"
        work = free_text.ask(stems.work_is.stem, latest.work_is if latest else "", most=MAX_SENTENCE, key=f"{key}_work")
        job = free_text.ask(stems.job_is.stem, latest.job_is if latest else "", most=MAX_SENTENCE, key=f"{key}_job")
        pressed = st.form_submit_button(words.sentences_keep)
    if pressed and errors.attempt(partial(journal.write_sentences, work_is=work, job_is=job, today=visit.local_today())):
        st.rerun()
    for former in reversed(history[:-1]):
        st.markdown(resources.dates().day(former.written_on))
        free_text.show(stems.work_is.stem, former.work_is)
        free_text.show(stems.job_is.stem, former.job_is)
