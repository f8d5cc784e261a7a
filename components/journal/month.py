"""One month side by side: its goal, what was written, and any result of that month."""

from collections.abc import Iterable
from datetime import date

import streamlit as st

from components.session import language, resources
from data.profile.profile import from_result
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
        results = (result for result in record.results if first_of_month(result.taken_on) == month)
        patterns = ((result.taken_on, from_result(result, language.current()).pattern.chosen.title) for result in results)
        _listed(words.month_results, (f"{dates.day_of_month(day)}: {title}" for day, title in patterns))


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
