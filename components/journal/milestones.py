"""Things to celebrate, with the day they happened."""

from functools import partial

import streamlit as st

from components.screen import errors, free_text
from components.session import resources, visit
from data.record import journal
from data.record.journal_entries import MAX_MILESTONE
from data.record.record import Record


def show(record: Record) -> None:
    """Ask for a milestone and list what there is, newest first."""
    words = resources.wording().journal
    st.header(words.milestone_title)
    st.markdown(words.milestone_lead)
    with st.form("milestone", border=False):
        text = free_text.ask(words.milestone_ask, "", most=MAX_MILESTONE, key=f"milestone_{len(record.milestones)}")
        # Streamlit's own way would put the year first.
        day = st.date_input(words.milestone_day, visit.local_today(), max_value=visit.local_today(), format=resources.dates().typed())
        if st.form_submit_button(words.milestone_keep) and errors.attempt(partial(journal.add_milestone, text=text, day=day)):
            st.rerun()
    for place, milestone in reversed(list(enumerate(record.milestones))):
        with st.container(horizontal=True, vertical_alignment="center"):
            # As text: in Markdown a picture in somebody's words would be fetched from where it lies (docs/security.md 5.1).
            st.text(f"{resources.dates().day(milestone.day)}: {milestone.text}")
            if st.button(words.remove, key=f"milestone_gone_{place}") and errors.attempt(partial(journal.remove, entry=milestone)):
                st.rerun()
