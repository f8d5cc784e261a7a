"""The week as shares: a ring for now, a dot for the week wished for, and a line for what would have to move."""

from functools import cache

import altair as alt
import pandas as pd

from components.charts import written
from components.charts.theme import LABEL_SIZE, Palette, themed
from components.charts.written import Written

ROW = 54


def build(week: pd.DataFrame, *, colours: Palette, names: tuple[str, str]) -> alt.LayerChart:
    """One row per area. week: area, now, wish (shares in points of 100). names: what the ring and the dot are called."""
    # To the next ten above the largest, so that no dot is cut by the edge.
    most = max(10, 10 * (1 + int(week[["now", "wish"]].to_numpy().max() // 10)))
    areas = tuple(week["area"])
    # Its parts are shared by all who look at one and are never changed; only the data is a group's own.
    chart = _lines(areas, most, colours).copy(deep=False)
    chart.data = week
    written.insert(chart, 1, _dots(areas, most, colours, names).of(_points(week, names)))
    return chart


@cache
def _lines(areas: tuple[str, ...], most: int, colours: Palette) -> alt.LayerChart:
    """What would have to move in each area, without anybody's numbers, put together once."""
    line = alt.Chart().mark_rule(strokeWidth=3, color=colours.accent, opacity=0.4)
    lines = line.encode(y=_rows(areas), x=_axis("now", most), x2=alt.X2("wish:Q"))
    return written.once(themed([lines], ROW * len(areas), colours))


@cache
def _dots(areas: tuple[str, ...], most: int, colours: Palette, names: tuple[str, str]) -> Written:
    """Rings and dots, likewise."""
    shape = alt.Scale(domain=list(names), range=[colours.paper, colours.accent])
    legend = alt.Legend(orient="top", title=None, labelFontSize=13, labelColor=colours.ink)
    tooltip = [alt.Tooltip("area:N", title=" "), alt.Tooltip("name:N", title=" "), alt.Tooltip("share:Q", format=".0f", title="%")]
    dot = alt.Chart().mark_point(filled=True, size=170, stroke=colours.accent, strokeWidth=2, opacity=1, aria=False)
    fill = alt.Fill("name:N", scale=shape, legend=legend)
    return written.layer(dot.encode(y=_rows(areas), x=_axis("share", most), fill=fill, tooltip=tooltip))


def _points(week: pd.DataFrame, names: tuple[str, str]) -> list[dict[str, object]]:
    """One row for each ring and each dot."""
    both = ((name, zip(week["area"], week[which].tolist(), strict=True)) for which, name in zip(("now", "wish"), names, strict=True))
    return [{"area": area, "share": share, "name": name} for name, shares in both for area, share in shares]


def _rows(areas: tuple[str, ...]) -> alt.Y:
    axis = alt.Axis(labelLimit=120, labelFontSize=LABEL_SIZE, labelPadding=12, grid=False)
    return alt.Y("area:N", sort=list(areas), title=None, axis=axis)


def _axis(field: str, most: int) -> alt.X:
    axis = alt.Axis(labelExpr="datum.value + ' %'", tickCount=4, gridDash=[2, 4])
    return alt.X(f"{field}:Q", title=None, scale=alt.Scale(domain=[0, most], nice=False), axis=axis)
