"""One month side by side: its goal, what was written, and any result of that month."""

from collections.abc import Iterable
from datetime import date

import streamlit as st

from components.session import language, resources
from data.profile.profile import Profile, from_result
from data.record.journal_entries import first_of_month
from data.record.record import Record


def show(record: Record) -> None:
    """Show the month that is chosen, the latest one at first; nothing before anything was written."""
    words, dates, months = resources.wording().journal, resources.dates(), _months(record)
    if not months:
        return
    st.header(words.month_title)
    month = st.selectbox(words.month_ask, months, format_func=dates.month)
    left, middle, right = st.columns(3)
    with left:
        _listed(words.goal_title, (goal.text for goal in record.goals if goal.month == month))
    with middle:
        notes = (
            f"{dates.day_of_month(note.day)}: {' · '.join(note.lines)}" for note in record.gratitude if first_of_month(note.day) == month
        )
        events = (f"{dates.day_of_month(event.day)}: {event.text}" for event in record.milestones if first_of_month(event.day) == month)
        _listed(words.month_notes, (*notes, *events))
    with right:
        results = [result for result in record.results if first_of_month(result.taken_on) == month]
        several = len({result.instrument for result in record.results}) > 1
        _listed(words.month_results, (_said(from_result(result, language.current()), with_version=several) for result in results))


def _said(profile: Profile, *, with_version: bool) -> str:
    """Its day and its pattern; where things look heavy no pattern is named (docs/instrument.md 8.1)."""
    words, day = resources.wording(), resources.dates().day_of_month(profile.result.taken_on)
    title = words.profile.title if profile.care else profile.rules.pattern_said(profile.pattern).title
    said = f"{day}: {title}"
    return words.history.day_of_version.format(day=said, version=profile.instrument.version) if with_version else said


def _months(record: Record) -> list[date]:
    days = (
        *(goal.month for goal in record.goals),
        *(note.day for note in record.gratitude),
        *(event.day for event in record.milestones),
        *(result.taken_on for result in record.results),
    )
    return sorted({first_of_month(day) for day in days}, reverse=True)


def _listed(title: str, lines: Iterable[str]) -> None:
    st.subheader(title, anchor=False)
    found = list(lines)
    for line in found:
        st.text(line)
    if not found:
        st.caption(resources.wording().journal.month_empty)
