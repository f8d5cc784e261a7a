"""The profile in words: the pattern and its rule, the strongest and lowest areas, and what is close to a line."""

import streamlit as st

from components import resources
from data.advice import Pattern
from data.profile import Profile


def show(profile: Profile) -> None:
    """Say what the profile says. Where things look heavy, no pattern is named (instrument 5.3)."""
    words = resources.wording().profile
    day = words.taken.format(day=f"{profile.result.taken_on:%-d %B %Y}")
    if profile.care:
        st.title(words.title)
        st.caption(day)
    else:
        _pattern(profile, day)
    _sets(profile)
    close = tuple(score.dimension for score in profile.scored if score.borderline)
    if close:
        st.caption(words.close.format(names=profile.names(close)))
    if profile.drift:
        st.info(profile.drift)


def _pattern(profile: Profile, day: str) -> None:
    found, words = profile.pattern, profile.instrument.patterns.words
    st.title(found.chosen.title)
    st.markdown(found.chosen.text)
    also = words.also.format(titles=_titles(found.also)) if found.also else ""
    near = words.near.format(titles=_titles(found.near)) if found.near else ""
    st.caption(" ".join(filter(None, (words.rule.format(rule=found.rule), words.not_a_type, also, near, day))))


def _sets(profile: Profile) -> None:
    words = resources.wording().profile
    if not profile.scored:
        return
    left, right = st.columns(2)
    for column, title, dimensions in ((left, words.strongest, profile.strongest), (right, words.lowest, profile.lowest)):
        with column.container(border=True, height="stretch"):
            st.markdown(title)
            st.subheader(profile.names(dimensions), anchor=False)
    st.caption(words.sets)


def _titles(patterns: tuple[Pattern, ...]) -> str:
    return ", ".join(f"*{pattern.title}*" for pattern in patterns)
