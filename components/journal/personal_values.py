"""Five values to pick, from a list or in own words, and what was picked before."""

from functools import partial

import streamlit as st

from components.screen import errors
from components.session import language, resources, visit
from data.record import journal
from data.record.journal_entries import VALUES_PICKED
from data.record.record import Record
from data.wording import personal_values


def show(record: Record) -> None:
    """Ask for five values and show the latest and the former picks."""
    words = resources.wording().journal
    st.header(words.values_title)
    st.markdown(words.values_lead)
    latest = record.values[-1].values if record.values else ()
    if latest:
        st.text(" · ".join(personal_values.names(latest, language.current())))
    with st.expander(words.values_pick), st.form("values", border=False):
        meanings = {value.id: f"{value.name}: {value.meaning}" for value in resources.listed_values()}
        picked = st.multiselect(
            words.values_ask,
            # With own words of the last pick, because Streamlit raises where a default is not among the options.
            list(dict.fromkeys((*meanings, *latest))),
            default=list(latest),
            format_func=lambda value: meanings.get(value, value),
            max_selections=VALUES_PICKED,
            accept_new_options=True,
            key=f"values_{len(record.values)}",
        )
        if st.form_submit_button(words.values_keep) and errors.attempt(
            partial(journal.pick_values, values=picked, today=visit.local_today())
        ):
            st.rerun()
    for former in reversed(record.values[:-1]):
        st.caption(resources.dates().day(former.picked_on))
        st.text(" · ".join(personal_values.names(former.values, language.current())))
