"""Then and now for every area in one chart: a ring, a dot, and the line between them; clear changes in the accent, with a word."""

import altair as alt
import pandas as pd

from components.charts import zones
from components.charts.theme import LABEL_SIZE, Palette, themed
from components.charts.zones import Zones

ROW = 46
_DOWN = 10


def build(changes: pd.DataFrame, *, colours: Palette, over: Zones) -> alt.LayerChart:
    """One row per area, in the order given. changes: name, before, now (0 to 100), is_clear, said (in words)."""
    y = alt.Y("name:N", sort=changes["name"].tolist(), title=None, axis=None)
    colour = alt.condition("datum.is_clear", alt.value(colours.accent), alt.value(colours.soft))
    base, said = alt.Chart(changes).encode(y=y), alt.Chart(changes.assign(begin=0, end=100)).encode(y=y)
    ring = base.mark_point(filled=True, fill=colours.paper, size=100, yOffset=_DOWN, strokeWidth=2, opacity=1)
    words = said.mark_text(dy=-10, dx=8, align="left", fontSize=LABEL_SIZE, fontWeight=600, color=colours.ink)
    numbers = said.mark_text(dy=-10, dx=-8, align="right", fontSize=LABEL_SIZE, color=colours.ink)
    layers = [
        *zones.ground(over, colours),
        base.mark_rule(strokeWidth=3, yOffset=_DOWN).encode(x=zones.score("before", over), x2=alt.X2("now:Q"), color=colour),
        ring.encode(x=zones.score("before", over), stroke=colour),
        base.mark_point(filled=True, size=130, yOffset=_DOWN, opacity=1, strokeWidth=0).encode(x=zones.score("now", over), fill=colour),
        words.encode(x=zones.score("begin", over), text="name:N"),
        numbers.encode(x=zones.score("end", over), text="said:N"),
    ]
    return themed(layers, ROW * len(changes), colours)
