"""The profile in words: the pattern and its rule, the strongest and lowest areas, and what is close to a line."""

from collections.abc import Iterable

import streamlit as st

from components.session import resources
from data.instrument.advice import Pattern
from data.instrument.instrument import Instrument
from data.profile import rules as versions
from data.profile.findings import PatternFound
from data.profile.profile import Profile
from data.sharing.shared_profile import SharedProfile, Summary


def show(shown: SharedProfile) -> None:
    """Say what the profile says, where that is shown. Where things look heavy, no pattern is named (docs/instrument.md 8.1)."""
    words, rules, said = resources.wording().profile, resources.instrument(shown.instrument), shown.summary
    if said is None:
        return
    day = words.taken.format(day=resources.dates().day(shown.taken_on))
    if said.pattern is None:
        st.title(words.title)
        st.caption(day)
    else:
        _pattern(rules, said, day)
    _sets(rules, said)
    if said.borderline:
        st.caption(words.close.format(names=rules.names(said.borderline)))


def show_drift(profile: Profile) -> None:
    """A word where duties may have moved away from what somebody set out to do. It tells one answer, so it is never shared."""
    if profile.drift:
        st.info(profile.drift)


def _pattern(rules: Instrument, said: Summary, day: str) -> None:
    by = versions.of(rules)
    found = PatternFound(rules.patterns.named(said.pattern or ""), _named(rules, said.also), _named(rules, said.near))
    words = by.pattern_said(found, emphasis="*{}*")
    st.title(words.title)
    st.markdown("\n\n".join(words.texts))
    st.caption(" ".join((*words.remarks, day)))


def _sets(rules: Instrument, said: Summary) -> None:
    words = resources.wording().profile
    if not said.strongest:
        return
    left, right = st.columns(2)
    for column, title, dimensions in ((left, words.strongest, said.strongest), (right, words.lowest, said.lowest)):
        with column.container(border=True, height="stretch"):
            st.markdown(title)
            st.subheader(rules.names(dimensions), anchor=False)
    st.caption(words.sets)


def _named(rules: Instrument, patterns: Iterable[str]) -> tuple[Pattern, ...]:
    return tuple(rules.patterns.named(pattern) for pattern in patterns)
