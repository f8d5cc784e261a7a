"""The first screen of a profile: its pattern, one sentence, what stands out, what changed, two ways on. How sure it is, one fold away."""

from collections.abc import Iterator

import streamlit as st

from components.assessment import resume
from components.exports.report import Block, Paragraph
from components.profile import next_steps
from components.profile.first_screen import glance
from components.profile.section import Owner, Place, ProfileSection, View
from components.record import save_link
from components.screen.own_elements import page_menu
from components.session import resources, visit
from data.instrument.instrument import Instrument
from data.profile import rules as versions
from data.profile.findings import PatternFound, PatternSaid, StandsOutSaid
from data.record import journal
from data.record.record import Record
from data.record.viewer_link import Section
from data.sharing.shared_profile import SharedProfile, Summary


def _show(view: View) -> None:
    """Where things look heavy, no pattern is named and nothing stands out (docs/instrument.md 8.1)."""
    shown = view.shown
    if shown.summary:
        found = shown.summary.pattern_found(view.rules)
        pattern = versions.of(view.rules).pattern_said(found, emphasis="*{}*") if found else None
        _head(view, pattern)
        if pattern:
            _at_a_glance(view, shown.summary)
        _how_sure(view.rules, shown.summary, found, pattern)
    if view.owner:
        resume.offer_completion(view.owner.profile, view.owner.record)


def _blocks(view: View) -> Iterator[Block]:
    """Also without a summary, a report says which day it is of. Drift tells one answer, so it is never shared."""
    shown = view.shown
    yield Paragraph(resources.export_words().report.taken.format(day=resources.dates().day(shown.taken_on)), quiet=True)
    if shown.summary:
        yield from _summary_blocks(view.rules, shown.summary)
    if view.owner and view.owner.profile.drift:
        yield Paragraph(view.owner.profile.drift)


def _is_there(shown: SharedProfile) -> bool:
    return shown.summary is not None


def _is_drawn(view: View) -> bool:
    return _is_there(view.shown)


SECTION = ProfileSection(_show, _blocks, share_as=Section.SUMMARY, is_there=_is_there, place=Place.OVERVIEW, is_drawn=_is_drawn)


def _head(view: View, pattern: PatternSaid | None) -> None:
    words = resources.wording().profile
    day = resources.dates().day(view.shown.taken_on)
    with st.container(gap=None):
        st.caption((words.taken if view.owner else words.taken_shared).format(day=day))
        st.title(pattern.title if pattern else words.title, anchor=Place.OVERVIEW)
    if pattern:
        st.markdown(pattern.texts[0])


def _at_a_glance(view: View, said: Summary) -> None:
    out = versions.of(view.rules).stands_out_said(said.stands_out)
    glance.show(view.shown, out.boxes)
    if not out.boxes and out.remark:
        st.markdown(out.remark)
    if view.owner:
        with st.container(gap="xsmall"):
            _what_changed(view.owner)
            _ways_on(view.owner)


def _what_changed(owner: Owner) -> None:
    """One line since the last time, where the two may be compared; two where some areas went up and others down."""
    compared = owner.compared
    said = compared.said(day=resources.dates().day(compared.before.result.taken_on)) if compared else None
    if compared and said:
        ways = {one.change.points > 0 for one in compared.headline}
        st.markdown(" ".join(said.lines[: max(1, len(ways))]))


def _ways_on(owner: Owner) -> None:
    """Also for whoever came through its link, who may well be its owner on another device."""
    next_steps.at_a_glance(owner)
    with st.container(horizontal=True, gap="small"):
        st.button(_step_words(owner.record), type="primary", key="choose_step", on_click=page_menu.go, args=(Place.NEXT_STEP,))
        save_link.offer(owner.record)
    save_link.show(owner.record)


def _step_words(record: Record) -> str:
    """What the button does: there is nothing to choose from somebody else's profile, and whoever has a goal has chosen."""
    words = resources.wording().profile
    if visit.current().opened:
        return words.see_step
    return words.see_goal if journal.active_goal(record) else words.choose_step


def _how_sure(rules: Instrument, said: Summary, found: PatternFound | None, pattern: PatternSaid | None) -> None:
    """Both texts of two, the rule, and how certain it all is."""
    words, by = resources.wording().profile, versions.of(rules)
    close, out = by.close_said(said.close), by.stands_out_said(said.stands_out)
    if not (pattern or close):
        return
    with st.expander(words.how_sure_between if found and found.other else words.how_sure):
        for text in pattern.texts[1:] if pattern else ():
            st.markdown(text)
        if pattern:
            st.markdown(" ".join(pattern.remarks))
            _boxes(rules, out)
        if close:
            st.markdown(close)


def _boxes(rules: Instrument, said: StandsOutSaid) -> None:
    """Every area that stands out, also those beyond the first two, and what that means."""
    box = resources.wording().profile.box
    for one in said.boxes:
        st.markdown(" ".join([box.format(title=one.title, names=rules.names(one.dimensions)), *([one.words] if one.words else [])]))
    if said.boxes and said.remark:
        st.markdown(said.remark)


def _summary_blocks(rules: Instrument, said: Summary) -> Iterator[Block]:
    by, box, found = versions.of(rules), resources.wording().profile.box, said.pattern_found(rules)
    if found:
        pattern = by.pattern_said(found)
        first, *others = pattern.texts
        yield Paragraph(first)
        out = by.stands_out_said(said.stands_out)
        for one in out.boxes:
            yield Paragraph(box.format(title=one.title, names=rules.names(one.dimensions)))
            yield from (Paragraph(words, quiet=True) for words in (one.words,) if words)
        yield from map(Paragraph, others)
        yield Paragraph(" ".join([*pattern.remarks, *([out.remark] if out.remark else [])]), quiet=True)
    close = by.close_said(said.close)
    yield from (Paragraph(words, quiet=True) for words in (close,) if words)
