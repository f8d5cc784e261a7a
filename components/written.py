"""What somebody wrote in their own words, for themselves to look back at."""

import streamlit as st

from components import resources
from data.profile import Profile


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
            st.caption(question)
            st.text(words)
