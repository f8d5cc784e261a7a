"""How the scores of a team are spread: a row for each dimension, darker where more people are."""

import altair as alt
import pandas as pd

from components.charts.theme import LABEL_SIZE, Cuts, Palette, score_axis, themed

ROW = 34
# More than half of all people in one bar is as dark as it gets.
_DARKEST = 60


def build(bars: pd.DataFrame, *, colours: Palette, cuts: Cuts) -> alt.LayerChart:
    """bars: name, low, high, percentage (published points)."""
    axis = alt.Axis(labelLimit=160, labelFontSize=LABEL_SIZE, labelPadding=12, grid=False)
    depth = alt.Opacity("percentage:Q", scale=alt.Scale(domain=[0, _DARKEST], range=[0.03, 1], clamp=True), legend=None)
    drawn: alt.Chart = alt.Chart(bars).mark_bar(size=26, color=colours.accent)
    y = alt.Y("name:N", sort=list(dict.fromkeys(bars["name"])), title=None, axis=axis)
    layers = [drawn.encode(y=y, x=score_axis("low", cuts), x2=alt.X2("high:Q"), opacity=depth)]
    return themed(layers, ROW * bars["name"].nunique(), colours)
