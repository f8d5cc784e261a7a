"""What somebody wrote in their own words, for themselves to look back at."""

import streamlit as st

from components.screen import free_text
from components.session import resources
from data.profile.profile import Profile


def show_sentences(profile: Profile) -> None:
    """Show one's own two sentences of work and job, as they were written."""
    sentences, own = profile.instrument.sentences, profile.answers.job_and_work
    for stem, words in ((sentences.work_is.stem, own.work_is), (sentences.job_is.stem, own.job_is)):
        if words:
            with st.container(border=True):
                free_text.show(stem, words)


def show(profile: Profile) -> None:
    """Show the answers to the prompts, as they were written; nothing where nothing was."""
    written = profile.answers.reflections
    own = [(prompt.text, written[str(prompt.number)]) for prompt in profile.instrument.prompts if str(prompt.number) in written]
    if profile.answers.obstacles.other:
        own.append((resources.wording().balance.other, profile.answers.obstacles.other))
    if not own:
        return
    with st.expander(resources.wording().profile.answers_title):
        for question, words in own:
            free_text.show(question, words)
