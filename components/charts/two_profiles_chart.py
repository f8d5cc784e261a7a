"""Dimensions from 0 to 100 with two marks each, told apart by shape as well as by colour."""

from typing import Any

import altair as alt
import pandas as pd

from components.charts.theme import LABEL_SIZE, Palette, themed

ROW = 54


def build(both: pd.DataFrame, *, colours: Palette, names: tuple[str, str]) -> alt.LayerChart:
    """One row per dimension, in the order given. both: name, which, score, low, high. names: the two values of `which`."""
    order = list(dict.fromkeys(both["name"]))
    axis = alt.Axis(labelLimit=160, labelFontSize=LABEL_SIZE, labelPadding=12, grid=False)
    colour = alt.Scale(domain=list(names), range=[colours.accent, colours.ink])
    legend = alt.Legend(orient="top", title=None, labelFontSize=13, labelColor=colours.ink)
    place: dict[str, Any] = {"y": alt.Y("name:N", sort=order, title=None, axis=axis), "yOffset": alt.YOffset("which:N", sort=list(names))}
    base = alt.Chart(both).encode(color=alt.Color("which:N", scale=colour, legend=legend), **place)
    layers = [
        base.mark_rule(strokeWidth=3, opacity=0.5).encode(x=_axis("low"), x2=alt.X2("high:Q")),
        base.mark_point(filled=True, size=150, opacity=1).encode(
            x=_axis("score"),
            shape=alt.Shape("which:N", scale=alt.Scale(domain=list(names), range=["circle", "diamond"]), legend=legend),
            tooltip=[alt.Tooltip("name:N", title=" "), alt.Tooltip("which:N", title=" "), alt.Tooltip("score:Q", title=" ", format=".0f")],
        ),
    ]
    return themed(layers, ROW * len(order), colours)


def _axis(field: str) -> alt.X:
    axis = alt.Axis(values=[0, 50, 100], gridDash=[2, 4], labelFlush=True)
    return alt.X(f"{field}:Q", title=None, scale=alt.Scale(domain=[0, 100], nice=False), axis=axis)
