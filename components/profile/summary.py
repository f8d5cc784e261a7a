"""The profile in words: the pattern and its rule, the strongest and lowest areas, and what is close to a line."""

from collections.abc import Iterator

import streamlit as st

from components.assessment import resume
from components.exports.report import Block, Paragraph
from components.profile.section import ProfileSection, View
from components.session import resources
from data.instrument.instrument import Instrument
from data.profile import rules as versions
from data.profile.findings import PatternFound
from data.record.viewer_link import Section
from data.sharing.shared_profile import SharedProfile, Summary


def _show(view: View) -> None:
    """Where things look heavy, no pattern is named (docs/instrument.md 8.1)."""
    shown = view.shown
    if shown.summary:
        _summary(shown, shown.summary)
    if view.owner:
        if view.owner.profile.drift:
            st.info(view.owner.profile.drift)
        resume.offer_completion(view.owner.profile, view.owner.record)


def _blocks(view: View) -> Iterator[Block]:
    """Also without a summary, a report says which day it is of. Drift tells one answer, so it is never shared."""
    shown = view.shown
    if shown.summary:
        yield from _summary_blocks(shown, shown.summary)
    yield Paragraph(resources.export_words().report.taken.format(day=resources.dates().day(shown.taken_on)), quiet=True)
    if view.owner and view.owner.profile.drift:
        yield Paragraph(view.owner.profile.drift)


def _is_there(shown: SharedProfile) -> bool:
    return shown.summary is not None


SECTION = ProfileSection(_show, _blocks, share_as=Section.SUMMARY, is_there=_is_there)


def _summary(shown: SharedProfile, said: Summary) -> None:
    words, rules = resources.wording().profile, resources.instrument(shown.instrument)
    day = words.taken.format(day=resources.dates().day(shown.taken_on))
    if said.pattern is None:
        st.title(words.title)
        st.caption(day)
    else:
        _pattern(rules, said.pattern, said, day)
    _sets(rules, said)
    if said.borderline:
        st.caption(words.close.format(names=rules.names(said.borderline)))


def _summary_blocks(shown: SharedProfile, said: Summary) -> Iterator[Block]:
    words, rules = resources.wording().profile, resources.instrument(shown.instrument)
    if said.pattern:
        pattern = versions.of(rules).pattern_said(_found(rules, said.pattern, said))
        yield from (Paragraph(text) for text in pattern.texts)
        yield from (Paragraph(remark, quiet=True) for remark in pattern.remarks)
    if said.strongest:
        yield Paragraph(resources.export_words().report.strongest.format(names=rules.names(said.strongest)))
        yield Paragraph(resources.export_words().report.lowest.format(names=rules.names(said.lowest)))
        yield Paragraph(words.sets, quiet=True)
    if said.borderline:
        yield Paragraph(words.close.format(names=rules.names(said.borderline)), quiet=True)


def _pattern(rules: Instrument, chosen: str, said: Summary, day: str) -> None:
    words = versions.of(rules).pattern_said(_found(rules, chosen, said), emphasis="*{}*")
    st.title(words.title)
    st.markdown("\n\n".join(words.texts))
    st.caption(" ".join((*words.remarks, day)))


def _found(rules: Instrument, chosen: str, said: Summary) -> PatternFound:
    also, near = (tuple(map(rules.patterns.named, ids)) for ids in (said.also, said.near))
    return PatternFound(rules.patterns.named(chosen), also, near)


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
