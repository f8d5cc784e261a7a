"""The profile in words: the pattern and its rule, what stands out, and what is close to a line."""

from collections.abc import Iterator

import streamlit as st

from components.assessment import resume
from components.exports.report import Block, Paragraph
from components.profile.section import ProfileSection, View
from components.session import resources
from data.instrument.instrument import Instrument
from data.profile import rules as versions
from data.profile.findings import PatternFound, StandsOutSaid
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
        yield from _summary_blocks(view.rules, shown.summary)
    yield Paragraph(resources.export_words().report.taken.format(day=resources.dates().day(shown.taken_on)), quiet=True)
    if view.owner and view.owner.profile.drift:
        yield Paragraph(view.owner.profile.drift)


def _is_there(shown: SharedProfile) -> bool:
    return shown.summary is not None


SECTION = ProfileSection(_show, _blocks, share_as=Section.SUMMARY, is_there=_is_there)


def _summary(shown: SharedProfile, said: Summary) -> None:
    words, rules = resources.wording().profile, resources.instrument(shown.instrument)
    day, found = words.taken.format(day=resources.dates().day(shown.taken_on)), said.pattern_found(rules)
    if found is None:
        st.title(words.title)
        st.caption(day)
    else:
        _pattern(rules, found, day)
    _boxes(rules, versions.of(rules).stands_out_said(said.stands_out))
    close = versions.of(rules).close_said(said.close)
    if close:
        st.caption(close)


def _summary_blocks(rules: Instrument, said: Summary) -> Iterator[Block]:
    by, box, found = versions.of(rules), resources.wording().profile.box, said.pattern_found(rules)
    if found:
        pattern = by.pattern_said(found)
        yield from (Paragraph(text) for text in pattern.texts)
        yield from (Paragraph(remark, quiet=True) for remark in pattern.remarks)
    out, close = by.stands_out_said(said.stands_out), by.close_said(said.close)
    for one in out.boxes:
        yield Paragraph(box.format(title=one.title, names=rules.names(one.dimensions)))
        yield from (Paragraph(words, quiet=True) for words in (one.words,) if words)
    yield from (Paragraph(words, quiet=True) for words in (out.remark, close) if words)


def _pattern(rules: Instrument, found: PatternFound, day: str) -> None:
    words = versions.of(rules).pattern_said(found, emphasis="*{}*")
    st.title(words.title)
    st.markdown("\n\n".join(words.texts))
    st.caption(" ".join((*words.remarks, day)))


def _boxes(rules: Instrument, said: StandsOutSaid) -> None:
    """As many as there is something to say in; with none, the remark stands alone."""
    for column, box in zip(st.columns(2) if said.boxes else (), said.boxes, strict=False):
        with column.container(border=True, height="stretch"):
            st.markdown(box.title)
            st.subheader(rules.names(box.dimensions), anchor=False)
            if box.words:
                st.caption(box.words)
    if said.remark:
        st.caption(said.remark)
