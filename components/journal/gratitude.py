"""One or two good things of a workday, and a quiet calendar of the days on which something was written."""

from functools import partial

import streamlit as st

from components.charts import calendar_chart, theme
from components.charts.figure import Figure
from components.screen import chart_with_table, errors, free_text
from components.session import resources, visit
from data.record import journal
from data.record.journal_entries import MAX_LINE, MAX_LINES, first_of_month
from data.record.record import Record


def show(record: Record) -> None:
    """Ask for today's lines and show this month's days."""
    words, today = resources.wording().journal, visit.local_today()
    st.header(words.gratitude_title)
    st.markdown(words.gratitude_lead)
    here = next((note.lines for note in record.gratitude if note.day == today), ())
    with st.form("gratitude", border=False):
        lines = [
            # By its day: in a tab that stays open over midnight, yesterday's lines do not become today's.
            free_text.ask(label, here[place] if place < len(here) else "", most=MAX_LINE, key=f"gratitude_{today}_{place}")
            for place, label in enumerate(words.gratitude_lines[:MAX_LINES])
        ]
        if st.form_submit_button(words.gratitude_keep) and errors.attempt(partial(journal.note_gratitude, lines=lines, day=today)):
            st.rerun()
    _calendar(record)


def _calendar(record: Record) -> None:
    words, today = resources.wording().journal, visit.local_today()
    month = first_of_month(today)
    written = [note.day for note in record.gratitude if first_of_month(note.day) == month]
    if not written:
        return
    weekdays = resources.dates().weekdays()
    draw = partial(calendar_chart.build, calendar_chart.month_frame(month, written, weekdays), weekdays, colours=theme.palette())
    alt_text = words.days_alt.format(month=resources.dates().month(month), count=len(written))
    rows = tuple((resources.dates().day_of_month(day),) for day in written)
    chart_with_table.show(Figure(draw, alt_text, words.days_table, (words.days_table,), rows), key="days")
