"""Then and now for every area in one chart: a ring, a dot, and the line between them; clear changes in the accent, with a word."""

from functools import cache

import altair as alt
import pandas as pd

from components.charts import written, zones
from components.charts.theme import LABEL_SIZE, Palette, themed
from components.charts.zones import Zones

ROW = 46
_DOWN = 10


def build(changes: pd.DataFrame, *, colours: Palette, over: Zones) -> alt.LayerChart:
    """One row per area, in the order given. changes: name, before, now (0 to 100), is_clear, said (in words)."""
    # Its parts are shared by all who look at one and are never changed; only the data is anybody's own.
    chart = _drawing(colours, over, len(changes)).copy(deep=False)
    chart.data = changes.assign(begin=0, end=100)
    return chart


@cache
def _drawing(colours: Palette, over: Zones, rows: int) -> alt.LayerChart:
    """The chart without anybody's numbers, put together once."""
    # In the order of the data.
    y = alt.Y("name:N", sort=None, title=None, axis=None)
    colour = alt.condition("datum.is_clear", alt.value(colours.accent), alt.value(colours.soft))
    base = alt.Chart().encode(y=y)
    ring = base.mark_point(filled=True, fill=colours.paper, size=100, yOffset=_DOWN, strokeWidth=2, opacity=1)
    words = base.mark_text(dy=-10, dx=8, align="left", fontSize=LABEL_SIZE, fontWeight=600, color=colours.ink)
    numbers = base.mark_text(dy=-10, dx=-8, align="right", fontSize=LABEL_SIZE, color=colours.ink)
    layers = [
        *zones.ground(over, colours),
        base.mark_rule(strokeWidth=3, yOffset=_DOWN).encode(x=zones.score("before", over), x2=alt.X2("now:Q"), color=colour),
        ring.encode(x=zones.score("before", over), stroke=colour),
        base.mark_point(filled=True, size=130, yOffset=_DOWN, opacity=1, strokeWidth=0).encode(x=zones.score("now", over), fill=colour),
        words.encode(x=zones.score("begin", over), text="name:N"),
        numbers.encode(x=zones.score("end", over), text="said:N"),
    ]
    return written.once(themed(layers, ROW * rows, colours))
