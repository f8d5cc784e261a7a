"""The week as it is and as it is wished for, side by side as two bars of a hundred parts; what is missed most in the accent."""

import json
from functools import cache

import altair as alt
import pandas as pd

from components.charts import written
from components.charts.theme import LABEL_SIZE, Palette, themed
from components.charts.written import Written

HEIGHT = 330
# Where both bars stand, of a width of 1, and where their names begin.
_NOW, _WISH, _NAMES = (0.0, 0.26), (0.45, 0.71), 0.74
# Thinner parts have no room for a number; their names and the table say it.
_ROOM = 5


def build(week: pd.DataFrame, *, colours: Palette, names: tuple[str, str]) -> alt.LayerChart:
    """week: area, now, wish (shares in points of 100), is_missed. names: what the two bars are called."""
    # Its parts are shared by all who look at one and are never changed; only the data is anybody's own.
    chart, joins = _drawing(colours, names).copy(deep=False), _joins(week)
    chart.data = _parts(week)
    if joins:
        written.insert(chart, 0, _between(colours, names).of(joins))
    return chart


@cache
def _drawing(colours: Palette, names: tuple[str, str]) -> alt.LayerChart:
    """Both bars without anybody's numbers, put together once."""
    colour = alt.condition("datum.is_missed", alt.value(colours.accent), alt.value(colours.soft))
    bars = alt.Chart()
    filled = bars.mark_rect(stroke=colours.paper, strokeWidth=3, fillOpacity=0.3).encode(
        x=_x("begin", names), x2=alt.X2("end:Q"), y=_y("top"), y2=alt.Y2("bottom:Q"), fill=colour
    )
    edged = bars.mark_rect(fillOpacity=0, strokeWidth=1.5).encode(
        x=_x("begin", names), x2=alt.X2("end:Q"), y=_y("top"), y2=alt.Y2("bottom:Q"), stroke=colour
    )
    numbers = bars.mark_text(fontSize=LABEL_SIZE, fontWeight=600, color=colours.ink).encode(
        x=_x("centre", names), y=_y("middle"), text="said:N"
    )
    called = bars.mark_text(align="left", fontSize=LABEL_SIZE, color=colours.ink).encode(
        x=_x("name_at", names), y=_y("middle"), text="called:N"
    )
    return written.once(themed([filled, edged, numbers, called], HEIGHT, colours))


@cache
def _between(colours: Palette, names: tuple[str, str]) -> Written:
    """What leads from one bar to the other, without anybody's way."""
    area = alt.Chart().mark_area(color=colours.accent, opacity=0.22, aria=False)
    return written.layer(area.encode(x=_x("x", names), y=_y("top"), y2=alt.Y2("bottom:Q")))


def _parts(week: pd.DataFrame) -> pd.DataFrame:
    rows: list[dict[str, object]] = []
    for which, (begin, end) in (("now", _NOW), ("wish", _WISH)):
        top = 0.0
        for area, share, is_missed in zip(week["area"], week[which], week["is_missed"], strict=True):
            said = f"{int(share + 0.5)} %" if share >= _ROOM else ""
            places = {"begin": begin, "end": end, "centre": (begin + end) / 2, "top": top, "bottom": top + share, "middle": top + share / 2}
            # Named once, beside the second.
            called = area if which == "wish" else ""
            rows.append({"called": called, "said": said, "is_missed": bool(is_missed), "name_at": _NAMES, **places})
            top += share
    return pd.DataFrame(rows)


def _joins(week: pd.DataFrame) -> list[dict[str, object]]:
    """The way of what is missed most from one bar to the other."""
    rows: list[dict[str, object]] = []
    for place in range(len(week)):
        if week["is_missed"].iloc[place]:
            for x, which in ((_NOW[1], "now"), (_WISH[0], "wish")):
                top = week[which].iloc[:place].sum()
                rows.append({"x": x, "top": float(top), "bottom": float(top + week[which].iloc[place])})
    return rows


def _x(field: str, names: tuple[str, str]) -> alt.X:
    centres = [sum(_NOW) / 2, sum(_WISH) / 2]
    # As JSON, which is how Vega's expressions write a text: a quote in a name cannot end it.
    said = f"datum.value < {sum(centres) / 2} ? {json.dumps(names[0])} : {json.dumps(names[1])}"
    axis = alt.Axis(
        orient="top", values=centres, labelExpr=said, labelFontSize=LABEL_SIZE, labelFontWeight="bold", labelPadding=6, grid=False
    )
    return alt.X(f"{field}:Q", title=None, scale=alt.Scale(domain=[0, 1], nice=False), axis=axis)


def _y(field: str) -> alt.Y:
    return alt.Y(f"{field}:Q", title=None, scale=alt.Scale(domain=[100, 0], nice=False), axis=None)
