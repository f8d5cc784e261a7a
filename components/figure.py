"""A chart, what it says in words for whoever cannot see it, and its numbers as a table."""

import altair as alt
import pandas as pd
import streamlit as st

from components import resources


def show(chart: alt.LayerChart, table: pd.DataFrame, *, alt_text: str, key: str) -> None:
    """Draw the chart in its own colours, with its table behind a fold."""
    st.altair_chart(chart, theme=None, alt=alt_text, key=f"chart_{key}")
    with st.expander(resources.wording().profile.table, key=f"table_{key}"):
        st.table(table, hide_index=True, border="horizontal", alt=alt_text)
