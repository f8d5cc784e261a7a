"""How well the instrument measures so far: figures that are worked out from the totals on every visit."""

import pandas as pd
import streamlit as st

from components.screen import chart_with_table
from components.screen.published_words import people_words, percentage_words
from components.session import resources
from data.instrument.instrument import Instrument
from data.totals import publishing
from data.totals.published import Reliability, Withheld


def show() -> None:
    """Show the figures with what each means; until enough people are counted, say from when on there are any."""
    words, rules = resources.group_words().method, resources.instrument()
    found = publishing.reliability(resources.store(), rules.version)
    st.header(words.live_title)
    if isinstance(found, Withheld):
        st.markdown(words.live_withheld)
        return
    st.markdown(words.live_people.format(people=people_words(found.people)))
    _alphas(found, rules)
    _gaps(found, rules)
    st.markdown(words.hurried.format(share=percentage_words(found.hurried)))
    if found.minutes is not None:
        st.markdown(words.minutes.format(minutes=found.minutes))


def _alphas(found: Reliability, rules: Instrument) -> None:
    words, between = resources.group_words().method, resources.group_words().comparison.from_to
    st.markdown(words.alpha)
    rows = [
        {
            words.dimension: rules.names((id,)),
            words.alpha_column: resources.numbers().exact(alpha.value),
            words.interval: between.format(low=resources.numbers().exact(alpha.low), high=resources.numbers().exact(alpha.high)),
        }
        for id, alpha in found.alphas.items()
    ]
    if rows:
        chart_with_table.tables(pd.DataFrame(rows), alt_text=words.alpha_title)


def _gaps(found: Reliability, rules: Instrument) -> None:
    words = resources.group_words().method
    rows = [
        {
            words.statement: item.text,
            words.skipped: percentage_words(found.gaps[item.id].skipped),
            words.does_not_apply: percentage_words(found.gaps[item.id].does_not_apply),
        }
        for item in rules.items
        if item.id in found.gaps
    ]
    st.markdown(words.gaps_lead)
    with st.expander(words.gaps):
        chart_with_table.tables(pd.DataFrame(rows), alt_text=words.gaps)
