"""What somebody wrote in their own words, for themselves to look back at."""

from collections.abc import Iterator

import streamlit as st

from components.exports.report import Block, Heading, Own
from components.profile.section import ProfileSection, View
from components.screen import free_text
from components.session import language, resources
from data.exports.free_text import written
from data.profile.profile import Profile


def show_sentences(profile: Profile) -> None:
    """Show one's own two sentences of work and job, as they were written."""
    sentences, own = profile.instrument.sentences, profile.answers.job_and_work
    for stem, words in ((sentences.work_is.stem, own.work_is), (sentences.job_is.stem, own.job_is)):
        if words:
            with st.container(border=True):
                free_text.show(stem, words)


def _show(view: View) -> None:
    """The answers to the prompts, as they were written, to their owner alone."""
    if view.owner:
        _prompts(view.owner.profile)


def _blocks(view: View) -> Iterator[Block]:
    own = written(view.owner.profile, language.current()) if view.owner and view.owner.with_words else ()
    if own:
        yield Heading(resources.export_words().report.written_title)
    yield from (Own(one.question, one.words) for one in own)


SECTION = ProfileSection(_show, _blocks)


def _prompts(profile: Profile) -> None:
    answers = profile.answers.reflections
    own = [(prompt.text, answers[str(prompt.number)]) for prompt in profile.instrument.prompts if str(prompt.number) in answers]
    if profile.answers.obstacles.other:
        own.append((resources.wording().balance.other, profile.answers.obstacles.other))
    if not own:
        return
    with st.expander(resources.wording().profile.answers_title):
        for question, words in own:
            free_text.show(question, words)
