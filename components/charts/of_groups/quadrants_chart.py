"""The map of job and work as four squares, each as dark as the percentage of people in it."""

from functools import cache

import altair as alt
import pandas as pd

from components.charts import written
from components.charts.theme import Palette, themed

SIDE = 270
# Letters to a line, so that two names fit side by side on a phone.
NAME_WIDTH = 18


def build(squares: pd.DataFrame, *, colours: Palette, axes: tuple[str, str]) -> alt.LayerChart:
    """squares: name, text, percentage (published points), x and y (0 or 1, from the left and from below)."""
    # Its parts are shared by all who look at one and are never changed; only the data is a group's own.
    chart = _drawing(colours, axes).copy(deep=False)
    chart.data = squares
    return chart


@cache
def _drawing(colours: Palette, axes: tuple[str, str]) -> alt.LayerChart:
    """The squares without anybody's numbers, put together once."""
    gap, nameless = alt.Scale(paddingInner=0.03), alt.Axis(labels=False)
    across = alt.X("x:O", title=f"{axes[0]} →", axis=nameless, scale=gap)
    up = alt.Y("y:O", title=f"{axes[1]} →", sort="descending", axis=nameless, scale=gap)
    base = alt.Chart().encode(x=across, y=up)
    # Never so dark that the words on it cannot be read.
    depth = alt.Opacity("percentage:Q", scale=alt.Scale(domain=[0, 100], range=[0.04, 0.5]), legend=None)
    layers = [
        base.mark_rect(color=colours.accent, cornerRadius=6).encode(opacity=depth),
        base.mark_text(fontSize=22, fontWeight=600, color=colours.ink, dy=-24).encode(text=alt.Text("text:N")),
        base.mark_text(fontSize=13, color=colours.ink, lineBreak="\n", baseline="line-top", dy=-6).encode(text=alt.Text("name:N")),
    ]
    return written.once(themed(layers, SIDE, colours))
