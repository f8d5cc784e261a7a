"""A month as a small calendar, with the days marked on which something was written."""

import calendar
from collections.abc import Collection, Sequence
from datetime import date

import altair as alt
import pandas as pd

from components.charts.theme import Palette, themed

CELL = 38


def month_frame(month: date, written: Collection[date], weekdays: Sequence[str]) -> pd.DataFrame:
    """One row per day of the month: day, weekday, week (0 for the first) and whether something was written."""
    weeks = calendar.Calendar().monthdatescalendar(month.year, month.month)
    days = [(day, week) for week, of_week in enumerate(weeks) for day in of_week if day.month == month.month]
    return pd.DataFrame(
        [{"day": day.day, "weekday": weekdays[day.weekday()], "week": week, "written": day in written} for day, week in days]
    )


def build(days: pd.DataFrame, weekdays: Sequence[str], *, colours: Palette) -> alt.LayerChart:
    """A square per day. days: as from `month_frame`. weekdays: their short names, from Monday on."""
    base = alt.Chart(days).encode(
        x=alt.X("weekday:O", sort=list(weekdays), title=None, axis=alt.Axis(orient="top", labelAngle=0)),
        y=alt.Y("week:O", title=None, axis=None),
    )
    fill = alt.condition("datum.written", alt.value(colours.accent), alt.value(colours.soft))
    faint = alt.condition("datum.written", alt.value(0.75), alt.value(0.12))
    squares: alt.Chart = base.mark_rect(cornerRadius=6, stroke=colours.paper, strokeWidth=4).encode(color=fill, opacity=faint)
    numbers: alt.Chart = base.mark_text(fontSize=12, color=colours.ink).encode(text=alt.Text("day:Q"))
    return themed([squares, numbers], CELL * int(days["week"].max() + 1), colours)
