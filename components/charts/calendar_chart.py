"""A month as a small calendar, with the days marked on which something was written."""

import calendar
from collections.abc import Collection, Sequence
from datetime import date

import altair as alt
import pandas as pd

from components.charts.theme import Palette, themed

CELL = 38
# The edge carries the contrast, so the number on it can be read in both themes (tests/test_theme.py).
WRITTEN = 0.3
_APART = 0.1


def month_frame(month: date, written: Collection[date], weekdays: Sequence[str]) -> pd.DataFrame:
    """One row per day of the month: day, weekday, week (0 for the first) and whether something was written."""
    weeks = calendar.Calendar().monthdatescalendar(month.year, month.month)
    days = [(day, week) for week, of_week in enumerate(weeks) for day in of_week if day.month == month.month]
    return pd.DataFrame(
        [{"day": day.day, "weekday": weekdays[day.weekday()], "week": week, "written": day in written} for day, week in days]
    )


def build(days: pd.DataFrame, weekdays: Sequence[str], *, colours: Palette) -> alt.LayerChart:
    """A square per day. days: as from `month_frame`. weekdays: their short names, from Monday on."""
    apart = alt.Scale(paddingInner=_APART, paddingOuter=_APART / 2)
    base = alt.Chart(days).encode(
        x=alt.X("weekday:O", sort=list(weekdays), title=None, axis=alt.Axis(orient="top", labelAngle=0), scale=apart),
        y=alt.Y("week:O", title=None, axis=None, scale=apart),
    )
    fill = alt.condition("datum.written", alt.value(colours.accent), alt.value(colours.soft))
    faint = alt.condition("datum.written", alt.value(WRITTEN), alt.value(0.12))
    edge = alt.condition("datum.written", alt.value(colours.accent), alt.value("transparent"))
    squares: alt.Chart = base.mark_rect(cornerRadius=6, strokeWidth=2).encode(fill=fill, fillOpacity=faint, stroke=edge)
    numbers: alt.Chart = base.mark_text(fontSize=12, color=colours.ink).encode(text=alt.Text("day:Q"))
    return themed([squares, numbers], CELL * int(days["week"].max() + 1), colours)
