"""What is asked of a round before it opens: its last day, and whether it may go on where it would be too small."""

from datetime import date, timedelta
from typing import NamedTuple

import streamlit as st

from components.session import resources, visit
from data.privacy_limits import MAX_MORE_WEEKS, MAX_OPEN_DAYS

# Long enough for a holiday, short enough to be remembered.
USUAL_DAYS = 14


class Asked(NamedTuple):
    closes: date
    more_weeks: int


def ask() -> Asked:
    """Ask within a form. More time is off unless it is chosen."""
    words, today = resources.group_words(), visit.local_today()
    closes = ask_day(words.team.closes, today + timedelta(days=USUAL_DAYS), today, today + timedelta(days=MAX_OPEN_DAYS))
    more_weeks = st.selectbox(words.desk.more_time, range(MAX_MORE_WEEKS + 1), format_func=words.desk.more_time_choices.__getitem__)
    return Asked(closes, more_weeks)


def ask_day(label: str, usual: date, earliest: date, last: date) -> date:
    """Ask for a day between two others, as this visit writes days."""
    found: date = st.date_input(label, usual, min_value=earliest, max_value=last, format=resources.dates().typed())
    return found
