"""The profile in words: the pattern and its rule, the strongest and lowest areas, and what is close to a line."""

from collections.abc import Iterable

import streamlit as st

from components.session import resources
from data.instrument.advice import Pattern
from data.instrument.instrument import Instrument
from data.profile import guidance
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
        _pattern(rules, rules.patterns.named(said.pattern), said, day)
    _sets(rules, said)
    if said.borderline:
        st.caption(words.close.format(names=rules.names(said.borderline)))


def show_drift(profile: Profile) -> None:
    """A word where duties may have moved away from what somebody set out to do. It tells one answer, so it is never shared."""
    if profile.drift:
        st.info(profile.drift)


def _pattern(rules: Instrument, chosen: Pattern, said: Summary, day: str) -> None:
    words = rules.patterns.words
    st.title(chosen.title)
    st.markdown(chosen.text)
    rule = words.rule.format(rule=guidance.rule_in_words(rules, chosen))
    also = words.also.format(titles=_titles(rules, said.also)) if said.also else ""
    near = words.near.format(titles=_titles(rules, said.near)) if said.near else ""
    st.caption(" ".join(filter(None, (rule, words.not_a_type, also, near, day))))


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


def _titles(rules: Instrument, patterns: Iterable[str]) -> str:
    return ", ".join(f"*{rules.patterns.named(pattern).title}*" for pattern in patterns)
