"""The map of job and work: how far the job carries the work, against how much room the work has outside it. One's own field is tinted."""

from functools import cache
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
_WHOLE, _ENDS = alt.Scale(domain=[0, 100], nice=False), alt.Axis(values=[0, 50, 100], grid=False)


def build(own: pd.DataFrame, fields: pd.DataFrame, *, colours: Palette, axes: tuple[str, str], line: float) -> alt.LayerChart:
    """One dot with the bands of both scores.

    own: one row of x, y and the ends of their bands, as xlow80, yhigh80 and so on. fields: name, x, y, is_own. line: divides each scale.
    """
    named = tuple(fields[["name", "x", "y"]].itertuples(index=False, name=None))
    mine = fields[fields["is_own"]]
    # Its parts are shared by all who look at one and are never changed; only the data is anybody's own.
    chart = _drawing(named, colours, axes, line).copy(deep=False)
    chart.data = own
    if len(mine):
        tint = alt.Chart(_edged(mine, line)).mark_rect(fill=colours.accent, stroke=colours.accent, fillOpacity=0.18, strokeWidth=2)
        tint.mark.aria = False
        below, *above = chart.layer
        chart.layer = [below, _over_a_field(tint, axes), *above]
    return chart


@cache
def _drawing(fields: tuple[tuple[str, float, float], ...], colours: Palette, axes: tuple[str, str], line: float) -> alt.LayerChart:
    """The four fields, their names, and a dot without anybody's numbers, put together once."""
    places = pd.DataFrame(fields, columns=["name", "x", "y"])
    squares = alt.Chart(_edged(places, line)).mark_rect(fillOpacity=0.08, fill=colours.soft, stroke=colours.soft, strokeWidth=1)
    band = alt.Chart().mark_rule(strokeWidth=3, color=colours.accent)
    dot = alt.Chart().mark_point(filled=True, size=190, color=colours.accent, stroke=colours.paper, strokeWidth=2, opacity=1)
    layers = [
        _over_a_field(squares, axes),
        *(_names(places[places["x"] == side], align, colours, axes) for side, align in _SIDES),
        band.encode(x=_x("xlow80", axes), x2=alt.X2("xhigh80:Q"), y=_y("y", axes)),
        band.encode(y=_y("ylow80", axes), y2=alt.Y2("yhigh80:Q"), x=_x("x", axes)),
        dot.encode(x=_x("x", axes), y=_y("y", axes)),
    ]
    return themed(layers, SIDE, colours)


_SIDES: tuple[tuple[int, Literal["left", "right"]], ...] = ((NEAR, "left"), (FAR, "right"))


def _edged(fields: pd.DataFrame, line: float) -> pd.DataFrame:
    """The fields with the edges of each."""
    return fields.assign(
        left=[0.0 if x == NEAR else line for x in fields["x"]],
        right=[line if x == NEAR else 100.0 for x in fields["x"]],
        below=[0.0 if y == NEAR else line for y in fields["y"]],
        above=[line if y == NEAR else 100.0 for y in fields["y"]],
    )


def _over_a_field(chart: alt.Chart, axes: tuple[str, str]) -> alt.Chart:
    drawn: alt.Chart = chart.encode(x=_x("left", axes), x2=alt.X2("right:Q"), y=_y("below", axes), y2=alt.Y2("above:Q"))
    return drawn


def _names(fields: pd.DataFrame, align: Literal["left", "right"], colours: Palette, axes: tuple[str, str]) -> alt.Chart:
    names = alt.Chart(fields).mark_text(fontSize=13, color=colours.ink, align=align, lineBreak="\n", baseline=alt.ExprRef(_BASELINE))
    named: alt.Chart = names.encode(x=_x("x", axes), y=_y("y", axes), text=alt.Text("name:N"))
    return named


def _x(field: str, axes: tuple[str, str]) -> alt.X:
    return alt.X(f"{field}:Q", title=f"{axes[0]} →", scale=_WHOLE, axis=_ENDS)


def _y(field: str, axes: tuple[str, str]) -> alt.Y:
    return alt.Y(f"{field}:Q", title=f"{axes[1]} →", scale=_WHOLE, axis=_ENDS)
