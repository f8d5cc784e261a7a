"""The map of job and work: how far the job carries the work, against how much room the work has outside it."""

from typing import Literal

import altair as alt
import pandas as pd

from components.charts.theme import Palette, themed

SIDE = 340
# Where the names of the four fields stand: in the corners, out of the way of most dots.
NEAR, FAR = 2, 98
# Names grow into their field: downwards from the top, upwards from the bottom.
_BASELINE = f"datum.y == {FAR} ? 'top' : 'line-bottom'"
# Letters to a line, so that two names fit side by side on a phone.
NAME_WIDTH = 20


def build(own: pd.DataFrame, fields: pd.DataFrame, *, colours: Palette, axes: tuple[str, str], line: float) -> alt.LayerChart:
    """One dot with the wobble of both scores.

    own: one row of x, y and the ends of their bands, as xlow80, yhigh95 and so on. fields: name, x, y. line: divides each scale.
    """
    base = alt.Chart(own)
    layers = [
        _names(fields[fields["x"] == NEAR], "left", colours, axes),
        _names(fields[fields["x"] == FAR], "right", colours, axes),
        alt.Chart(pd.DataFrame({"line": [line]})).mark_rule(color=colours.soft, strokeDash=[4, 4]).encode(x=alt.X("line:Q")),
        alt.Chart(pd.DataFrame({"line": [line]})).mark_rule(color=colours.soft, strokeDash=[4, 4]).encode(y=alt.Y("line:Q")),
        base.mark_rule(strokeWidth=2, color=colours.accent).encode(x=_x("xlow95", axes), x2=alt.X2("xhigh95:Q"), y=_y("y", axes)),
        base.mark_rule(strokeWidth=2, color=colours.accent).encode(y=_y("ylow95", axes), y2=alt.Y2("yhigh95:Q"), x=_x("x", axes)),
        base.mark_rule(strokeWidth=8, strokeCap="round", color=colours.accent, opacity=0.45).encode(
            x=_x("xlow80", axes), x2=alt.X2("xhigh80:Q"), y=_y("y", axes)
        ),
        base.mark_rule(strokeWidth=8, strokeCap="round", color=colours.accent, opacity=0.45).encode(
            y=_y("ylow80", axes), y2=alt.Y2("yhigh80:Q"), x=_x("x", axes)
        ),
        base.mark_point(filled=True, size=190, color=colours.accent, stroke=colours.paper, strokeWidth=2, opacity=1).encode(
            x=_x("x", axes), y=_y("y", axes)
        ),
    ]
    return themed(layers, SIDE, colours)


def _names(fields: pd.DataFrame, align: Literal["left", "right"], colours: Palette, axes: tuple[str, str]) -> alt.Chart:
    names = alt.Chart(fields).mark_text(fontSize=13, color=colours.ink, align=align, lineBreak="\n", baseline=alt.ExprRef(_BASELINE))
    named: alt.Chart = names.encode(x=_x("x", axes), y=_y("y", axes), text=alt.Text("name:N"))
    return named


def _x(field: str, axes: tuple[str, str]) -> alt.X:
    return alt.X(f"{field}:Q", title=axes[0], scale=alt.Scale(domain=[0, 100], nice=False), axis=alt.Axis(values=[0, 50, 100], grid=False))


def _y(field: str, axes: tuple[str, str]) -> alt.Y:
    return alt.Y(f"{field}:Q", title=axes[1], scale=alt.Scale(domain=[0, 100], nice=False), axis=alt.Axis(values=[0, 50, 100], grid=False))
