"""Areas from 0 to 100 over three zones: one's own dot and band, beside the last time, the middle half of others, or a team's mean."""

from functools import cache
from typing import Literal

import altair as alt
import pandas as pd

from components.charts import written, zones
from components.charts.theme import LABEL_SIZE, Palette, themed
from components.charts.zones import Zones

ROW = 56
# Marks stand below the words of their row.
_DOWN = 9


def build(own: pd.DataFrame, others: pd.DataFrame | None = None, *, colours: Palette, over: Zones) -> alt.LayerChart:
    """One row per area, in the order given.

    own: name, score, low, high (0 to 100), said (the level and the score). others: name with before, with mean, or with low, middle, high.
    """
    if others is None:
        # Its parts are shared by all who look at one and are never changed; only the data is anybody's own.
        chart = _alone(colours, over, len(own)).copy(deep=False)
    else:
        chart = _drawn(others, alt.Y("name:N", sort=own["name"].tolist(), title=None, axis=None), colours, over, len(own))
    chart.data = own.assign(begin=0, end=100)
    return chart


@cache
def _alone(colours: Palette, over: Zones, rows: int) -> alt.LayerChart:
    """The chart without anybody's numbers, put together once; in the order of the data."""
    return written.once(_drawn(None, alt.Y("name:N", sort=None, title=None, axis=None), colours, over, rows))


def _drawn(others: pd.DataFrame | None, y: alt.Y, colours: Palette, over: Zones, rows: int) -> alt.LayerChart:
    base = alt.Chart().encode(y=y)
    # The outline carries the contrast, so the fill may be soft.
    band = base.mark_bar(height=10, yOffset=_DOWN, cornerRadius=5, color=colours.accent, fillOpacity=0.28, strokeWidth=1.5)
    dot = base.mark_point(filled=True, size=170, yOffset=_DOWN, color=colours.accent, stroke=colours.paper, strokeWidth=2, opacity=1)
    layers = [
        *zones.ground(over, colours),
        *_behind(others, y, over, colours),
        band.encode(stroke=alt.value(colours.accent), x=zones.score("low", over), x2=alt.X2("high:Q")),
        dot.encode(x=zones.score("score", over)),
        *_last_time(others, y, over, colours),
        _words("left", colours, y).encode(x=zones.score("begin", over), text="name:N"),
        _words("right", colours, y).encode(x=zones.score("end", over), text="said:N"),
    ]
    return themed(layers, ROW * rows, colours)


def _words(side: Literal["left", "right"], colours: Palette, y: alt.Y) -> alt.Chart:
    """The name at the left end of its row, the level and the score at the right."""
    aside, weight = (8, 600) if side == "left" else (-8, 400)
    text = alt.Chart().mark_text(align=side, dx=aside, dy=-12, fontSize=LABEL_SIZE, color=colours.ink)
    words: alt.Chart = text.encode(y=y)
    words.mark.fontWeight = weight
    return words


def _behind(others: pd.DataFrame | None, y: alt.Y, over: Zones, colours: Palette) -> list[alt.Chart]:
    """The middle half as a box with a line where half of them are above and half below; of a team nothing but its mean."""
    if others is None or "before" in others:
        return []
    base = alt.Chart(others).encode(y=y)
    if "mean" in others:
        return [base.mark_tick(thickness=3, size=26, yOffset=_DOWN, color=colours.ink, opacity=1).encode(x=zones.score("mean", over))]
    box = base.mark_bar(height=24, yOffset=_DOWN, fill=colours.paper, fillOpacity=0.7, stroke=colours.soft, strokeWidth=1.5)
    middle = base.mark_tick(thickness=3, size=24, yOffset=_DOWN, color=colours.ink, opacity=1)
    return [box.encode(x=zones.score("low", over), x2=alt.X2("high:Q")), middle.encode(x=zones.score("middle", over))]


def _last_time(others: pd.DataFrame | None, y: alt.Y, over: Zones, colours: Palette) -> list[alt.Chart]:
    if others is None or "before" not in others:
        return []
    ring: alt.Chart = alt.Chart(others).mark_point(
        filled=True, fill=colours.paper, size=120, yOffset=_DOWN, stroke=colours.ink, strokeWidth=2, opacity=1
    )
    return [ring.encode(y=y, x=zones.score("before", over))]
