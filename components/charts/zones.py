"""The ground of a chart of scores: low, middle and high as three zones, each named once above all rows."""

import json
from typing import NamedTuple

import altair as alt

from components.charts.theme import Palette

# How strongly low and high are tinted; the line between two zones carries the contrast.
TINT = 0.1
_WHOLE = alt.Scale(domain=[0, 100], nice=False, zero=False)


class Zones(NamedTuple):
    """Where low ends and high begins, and what the three are called, from the lowest on."""

    low: float
    high: float
    names: tuple[str, str, str]


def score(field: str, zones: Zones) -> alt.X:
    """Points from 0 to 100, with the name of each zone above its middle."""
    middles = (zones.low / 2, (zones.low + zones.high) / 2, (zones.high + 100) / 2)
    # As JSON, which is how Vega's expressions write a text: a quote in a name cannot end it.
    names = json.dumps({f"{middle:g}": name for middle, name in zip(middles, zones.names, strict=True)})
    said = f"{names}[format(datum.value, '~r')] || ''"
    axis = alt.Axis(
        orient="top", values=list(middles), labelExpr=said, labelFontSize=13, labelFontWeight="bold", labelPadding=8, grid=False
    )
    return alt.X(f"{field}:Q", title=None, scale=_WHOLE, axis=axis)


def ground(zones: Zones, colours: Palette) -> list[alt.Chart]:
    """The tint of low and high, and the lines that part them from the middle."""
    tinted = alt.InlineData(values=[{"begin": 0.0, "end": zones.low}, {"begin": zones.high, "end": 100.0}])
    cuts = alt.InlineData(values=[{"cut": zones.low}, {"cut": zones.high}])
    tint: alt.Chart = alt.Chart(tinted).mark_rect(color=colours.soft, opacity=TINT)
    line: alt.Chart = alt.Chart(cuts).mark_rule(color=colours.soft, strokeDash=[3, 3])
    return [tint.encode(x=score("begin", zones), x2=alt.X2("end:Q")), line.encode(x=score("cut", zones))]
