"""One dimension over time: a dot with its two bands for each result, joined within one version of the questions."""

from functools import cache

import altair as alt
import pandas as pd

from components.charts.theme import Palette, themed

HEIGHT = 260


def build(moments: pd.DataFrame, *, colours: Palette) -> alt.LayerChart:
    """moments: day (as text, in order), version, score, low80, high80, low95, high95 (0 to 100)."""
    chart = _drawing(colours).copy(deep=False)
    chart.data = moments
    return chart


@cache
def _drawing(colours: Palette) -> alt.LayerChart:
    """The chart without anybody's numbers, put together once: each further result costs a row and not a chart."""
    day = alt.X("day:O", sort=None, title=None, axis=alt.Axis(labelAngle=0, grid=False))
    base = alt.Chart().encode(x=day)
    layers = [
        base.mark_line(color=colours.accent, opacity=0.6).encode(y=_y("score"), detail=alt.Detail("version:N")),
        base.mark_rule(strokeWidth=2, color=colours.accent).encode(y=_y("low95"), y2=alt.Y2("high95:Q")),
        base.mark_rule(strokeWidth=8, strokeCap="round", color=colours.accent, opacity=0.45).encode(y=_y("low80"), y2=alt.Y2("high80:Q")),
        base.mark_point(filled=True, size=150, color=colours.accent, stroke=colours.paper, strokeWidth=2, opacity=1).encode(y=_y("score")),
        base.mark_text(dx=18, fontSize=13, fontWeight=600, color=colours.ink).encode(y=_y("score"), text=alt.Text("score:Q", format=".0f")),
    ]
    return themed(layers, HEIGHT, colours)


def _y(field: str) -> alt.Y:
    return alt.Y(f"{field}:Q", title=None, scale=alt.Scale(domain=[0, 100], nice=False), axis=alt.Axis(values=[0, 50, 100]))
