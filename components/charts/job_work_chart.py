"""The map of job and work: how far the job carries the work, against how much room the work has outside it. One's own field is tinted."""

from collections.abc import Sequence
from functools import cache
from typing import Literal, NamedTuple

import altair as alt
import pandas as pd

from components.charts import written
from components.charts.theme import Palette, themed
from components.charts.written import Written

SIDE = 340
# Where the names of the four fields stand: in the corners, out of the way of most dots.
NEAR, FAR = 2, 98
# Names grow into their field: downwards from the top, upwards from the bottom.
_BASELINE = f"datum.y == {FAR} ? 'top' : 'line-bottom'"
# Letters to a line, so that two names fit side by side on a phone.
NAME_WIDTH = 20
_WHOLE, _ENDS = alt.Scale(domain=[0, 100], nice=False), alt.Axis(values=[0, 50, 100], grid=False)


class Field(NamedTuple):
    """A corner of the map: its name, where that stands, and whether one's own place is there."""

    name: str
    x: int
    y: int
    is_own: bool


def build(own: pd.DataFrame, fields: Sequence[Field], *, colours: Palette, axes: tuple[str, str], line: float) -> alt.LayerChart:
    """One dot with the bands of both scores.

    own: one row of x, y and the ends of their bands, as xlow80, yhigh80 and so on. line: divides each scale.
    """
    # Its parts are shared by all who look at one and are never changed; only the data is anybody's own.
    chart = _drawing(tuple(field._replace(is_own=False) for field in fields), colours, axes, line).copy(deep=False)
    chart.data = own
    mine = [field for field in fields if field.is_own]
    if mine:
        # Above the four fields, below their names.
        written.insert(chart, 1, _tint(colours, axes).of(_edged(mine, line)))
    return chart


@cache
def _drawing(fields: tuple[Field, ...], colours: Palette, axes: tuple[str, str], line: float) -> alt.LayerChart:
    """The four fields, their names, and a dot without anybody's numbers, put together once."""
    edged = alt.InlineData(values=_edged(fields, line))
    squares = alt.Chart(edged).mark_rect(fillOpacity=0.08, fill=colours.soft, stroke=colours.soft, strokeWidth=1)
    band = alt.Chart().mark_rule(strokeWidth=3, color=colours.accent)
    dot = alt.Chart().mark_point(filled=True, size=190, color=colours.accent, stroke=colours.paper, strokeWidth=2, opacity=1)
    layers = [
        _over_a_field(squares, axes),
        *(_names([field for field in fields if field.x == side], align, colours, axes) for side, align in _SIDES),
        band.encode(x=_x("xlow80", axes), x2=alt.X2("xhigh80:Q"), y=_y("y", axes)),
        band.encode(y=_y("ylow80", axes), y2=alt.Y2("yhigh80:Q"), x=_x("x", axes)),
        dot.encode(x=_x("x", axes), y=_y("y", axes)),
    ]
    return written.once(themed(layers, SIDE, colours))


@cache
def _tint(colours: Palette, axes: tuple[str, str]) -> Written:
    """What tints a field, whosever it is."""
    tint = alt.Chart().mark_rect(fill=colours.accent, stroke=colours.accent, fillOpacity=0.18, strokeWidth=2, aria=False)
    return written.layer(_over_a_field(tint, axes))


_SIDES: tuple[tuple[int, Literal["left", "right"]], ...] = ((NEAR, "left"), (FAR, "right"))


def _edged(fields: Sequence[Field], line: float) -> list[dict[str, object]]:
    """The edges of each."""
    sides = {NEAR: (0.0, line), FAR: (line, 100.0)}
    edges = ((*sides[field.x], *sides[field.y]) for field in fields)
    return [{"left": left, "right": right, "below": below, "above": above} for left, right, below, above in edges]


def _over_a_field(chart: alt.Chart, axes: tuple[str, str]) -> alt.Chart:
    drawn: alt.Chart = chart.encode(x=_x("left", axes), x2=alt.X2("right:Q"), y=_y("below", axes), y2=alt.Y2("above:Q"))
    return drawn


def _names(fields: Sequence[Field], align: Literal["left", "right"], colours: Palette, axes: tuple[str, str]) -> alt.Chart:
    named = alt.InlineData(values=[{"name": field.name, "x": field.x, "y": field.y} for field in fields])
    names = alt.Chart(named).mark_text(fontSize=13, color=colours.ink, align=align, lineBreak="\n", baseline=alt.ExprRef(_BASELINE))
    drawn: alt.Chart = names.encode(x=_x("x", axes), y=_y("y", axes), text=alt.Text("name:N"))
    return drawn


def _x(field: str, axes: tuple[str, str]) -> alt.X:
    return alt.X(f"{field}:Q", title=f"{axes[0]} →", scale=_WHOLE, axis=_ENDS)


def _y(field: str, axes: tuple[str, str]) -> alt.Y:
    return alt.Y(f"{field}:Q", title=f"{axes[1]} →", scale=_WHOLE, axis=_ENDS)
