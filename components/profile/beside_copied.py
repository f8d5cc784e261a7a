"""Where shared scores stood among everyone on the day on which they were shared."""

from collections.abc import Iterator

import streamlit as st

from components.session import resources
from data.sharing.shared_profile import Compared, SharedProfile


def show(shown: SharedProfile) -> None:
    """Say how many the others were, that they are no norm, and where each score stood, if it is shown."""
    if shown.comparison is None:
        return
    st.header(resources.group_words().comparison.label)
    st.markdown("\n".join(f"- {sentence}" for sentence in standpoints(shown, shown.comparison)))
    st.caption(others(shown.comparison))


def others(compared: Compared) -> str:
    """Who the scores stand beside, how many, and as of which day."""
    words = resources.group_words().comparison
    return f"{words.as_of.format(day=f'{compared.as_of:%-d %B %Y}')} {words.people.format(people=compared.people)}"


def standpoints(shown: SharedProfile, compared: Compared) -> Iterator[str]:
    """A sentence for each score."""
    say = resources.group_words().comparison.standpoint
    for one in compared.scores:
        name = shown.rules.names((one.dimension,))
        yield say.format(name=name, middle=one.percentile, low=one.low, high=one.high)
