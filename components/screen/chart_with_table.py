"""A figure on a screen: its chart, what it says in words for whoever cannot see it, and its numbers as a table."""

import pandas as pd
import streamlit as st

from components.charts.figure import Figure
from components.session import resources

# Beside the first. With more of them a table scrolls sideways on a phone, out of reach of a keyboard in some browsers.
MOST_COLUMNS = 3


def show(figure: Figure, *, key: str) -> None:
    """Draw the chart in its own colours, with its table behind a fold."""
    chart = figure.chart
    with resources.chart_lock():
        # Without Streamlit's theme, which would lay its own colours and fonts over those that the chart was made with.
        st.altair_chart(chart, height=int(chart.height), theme=None, alt=figure.alt_text, key=f"chart_{key}")
    with st.expander(resources.wording().profile.table, key=f"table_{key}"):
        tables(pd.DataFrame(figure.rows, columns=list(figure.columns)), alt_text=figure.alt_text)


def tables(table: pd.DataFrame, *, alt_text: str) -> None:
    """Show a table as several, each with the first column and as many others as fit on a phone."""
    first, *others = table.columns
    for start in range(0, len(others), MOST_COLUMNS):
        st.table(table[[first, *others[start : start + MOST_COLUMNS]]], hide_index=True, border="horizontal", alt=alt_text)
