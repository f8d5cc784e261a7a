"""Published percentages as bars under their names: from the left, from both ends, or round a middle with the good side to the right."""

from collections.abc import Sequence
from dataclasses import dataclass
from textwrap import wrap

import altair as alt
import pandas as pd

from components.charts.theme import Palette, themed
from data.totals.published import Bound, Percentage

# Letters to a line: as many as fit at 320 px.
LINE = 50
_BAR, _GAP, _LINE_HEIGHT, _NAME_SIZE = 16, 3, 17, 13
# Between a bar and the name of the next.
_APART = 20
# Room for the numbers at both ends of a bar.
_AROUND, _FROM_LEFT, _FROM_BOTH = (-132, 132), (0, 122), (-26, 126)
_SIGNS = {Bound.ABOUT: "", Bound.AT_MOST: "≤ ", Bound.AT_LEAST: "≥ "}
# A percentage that is only known to be at most its number.
_PALE = 0.4


@dataclass(frozen=True)
class Row:
    """A name with one percentage, with one for each end, or with three of which the second lies round the middle."""

    name: str
    percentages: tuple[Percentage, ...]


def diverging(rows: Sequence[Row], kinds: tuple[str, str, str], *, colours: Palette) -> alt.LayerChart:
    """Three percentages a row: the first to the left in grey, the last to the right in the accent. kinds: what they are called."""
    lengths = [bar for row in rows for bar in _three(row, kinds)]
    ends = pd.DataFrame([{"name": row.name, **_ends(row)} for row in rows])
    colour = _colour(kinds, [colours.soft, _between(colours.soft, colours.paper), colours.accent], colours)
    layers = [
        _bars(rows, lengths, colour, _AROUND),
        _number(rows, ends, "left", colours, _AROUND),
        _number(rows, ends, "right", colours, _AROUND),
        *_names(rows, colours, _AROUND),
    ]
    return themed(layers, _height(rows), colours)


def from_both_ends(rows: Sequence[Row], kinds: tuple[str, str], *, colours: Palette) -> alt.LayerChart:
    """Two percentages a row: the first from the left in grey, the last from the right in the accent. What lies between is left empty."""
    lengths = [bar for row in rows for bar in _two(row, kinds)]
    ends = pd.DataFrame([_whole(row) for row in rows])
    colour = _colour(kinds, [colours.soft, colours.accent], colours)
    frame: alt.Chart = alt.Chart(ends).mark_bar(size=_BAR, yOffset=_below(rows), fillOpacity=0, stroke=colours.soft, strokeWidth=1)
    layers = [
        frame.encode(y=_y(rows), x=_x("left", _FROM_BOTH), x2=alt.X2("right:Q")),
        _bars(rows, lengths, colour, _FROM_BOTH),
        _number(rows, ends, "left", colours, _FROM_BOTH),
        _number(rows, ends, "right", colours, _FROM_BOTH),
        *_names(rows, colours, _FROM_BOTH),
    ]
    return themed(layers, _height(rows), colours)


def bars(rows: Sequence[Row], *, colours: Palette) -> alt.LayerChart:
    """One percentage a row, in the accent."""
    lengths = [_bar(row, 0, row.percentages[0]) for row in rows]
    ends = pd.DataFrame([{"name": row.name, "right": row.percentages[0].points, "right_text": symbol(row.percentages[0])} for row in rows])
    layers = [
        _bars(rows, lengths, alt.ColorValue(colours.accent), _FROM_LEFT),
        _number(rows, ends, "right", colours, _FROM_LEFT),
        *_names(rows, colours, _FROM_LEFT),
    ]
    return themed(layers, _height(rows), colours)


def symbol(percentage: Percentage) -> str:
    """A percentage in signs, where there is no room for words."""
    return f"{_SIGNS[percentage.bound]}{percentage.points} %"


def _three(row: Row, kinds: tuple[str, str, str]) -> list[dict[str, object]]:
    left, middle, _ = row.percentages
    half = middle.points / 2
    starts = (-half - left.points, -half, half)
    return [_bar(row, start, percentage) | {"kind": kind} for start, percentage, kind in zip(starts, row.percentages, kinds, strict=True)]


def _two(row: Row, kinds: tuple[str, str]) -> list[dict[str, object]]:
    low, high = row.percentages
    found = [_bar(row, 0, low) | {"kind": kinds[0]}, _bar(row, 0, high) | {"kind": kinds[1]}]
    # Rounded, both may be more than the whole.
    most = max(100, low.points + high.points)
    found[0]["high"] = 100 * low.points / most
    return [found[0], found[1] | {"low": 100 - 100 * high.points / most, "high": 100}]


def _whole(row: Row) -> dict[str, object]:
    low, high = map(symbol, row.percentages)
    return {"name": row.name, "left": 0, "left_text": low, "right": 100, "right_text": high}


def _colour(kinds: Sequence[str], shades: Sequence[str], colours: Palette) -> alt.Color:
    legend = alt.Legend(orient="top", title=None, labelFontSize=13, labelColor=colours.ink, symbolType="square", symbolOpacity=1)
    return alt.Color("kind:N", sort=list(kinds), scale=alt.Scale(domain=list(kinds), range=list(shades)), legend=legend)


def _bar(row: Row, start: float, percentage: Percentage) -> dict[str, object]:
    return {"name": row.name, "low": start, "high": start + percentage.points, "opacity": _PALE if percentage.bound is Bound.AT_MOST else 1}


def _ends(row: Row) -> dict[str, object]:
    left, middle, right = row.percentages
    half = middle.points / 2
    return {"left": -half - left.points, "left_text": symbol(left), "right": half + right.points, "right_text": symbol(right)}


def _bars(rows: Sequence[Row], lengths: list[dict[str, object]], colour: alt.Color | alt.ColorValue, scale: tuple[int, int]) -> alt.Chart:
    opacity = alt.Opacity("opacity:Q", scale=None, legend=None)
    drawn: alt.Chart = alt.Chart(pd.DataFrame(lengths)).mark_bar(size=_BAR, yOffset=_below(rows))
    return drawn.encode(y=_y(rows), x=_x("low", scale), x2=alt.X2("high:Q"), color=colour, opacity=opacity)


def _number(rows: Sequence[Row], ends: pd.DataFrame, side: str, colours: Palette, scale: tuple[int, int]) -> alt.Chart:
    away = 6 if side == "right" else -6
    text: alt.Chart = alt.Chart(ends).mark_text(
        align="left" if side == "right" else "right", dx=away, dy=_below(rows), fontSize=_NAME_SIZE, color=colours.ink
    )
    return text.encode(y=_y(rows), x=_x(side, scale), text=alt.Text(f"{side}_text:N"))


def _names(rows: Sequence[Row], colours: Palette, scale: tuple[int, int]) -> list[alt.Chart]:
    """A layer for each line, from the last one up, so that every name ends just above its bar."""
    layers: list[alt.Chart] = []
    for above in range(_lines(rows)):
        lines = [{"name": row.name, "line": line[-1 - above]} for row in rows if len(line := wrap(row.name, LINE)) > above]
        text: alt.Chart = alt.Chart(pd.DataFrame(lines)).mark_text(
            align="left",
            baseline="bottom",
            dy=_below(rows) - _BAR / 2 - _GAP - above * _LINE_HEIGHT,
            fontSize=_NAME_SIZE,
            color=colours.ink,
        )
        layers.append(text.encode(y=_y(rows), x=alt.XDatum(scale[0]), text=alt.Text("line:N")))
    return layers


def _y(rows: Sequence[Row]) -> alt.Y:
    return alt.Y("name:N", sort=[row.name for row in rows], title=None, axis=None)


def _x(field: str, scale: tuple[int, int]) -> alt.X:
    return alt.X(f"{field}:Q", title=None, scale=alt.Scale(domain=list(scale), nice=False), axis=None)


def _lines(rows: Sequence[Row]) -> int:
    return max(len(wrap(row.name, LINE)) for row in rows)


def _height(rows: Sequence[Row]) -> int:
    return len(rows) * (_BAR + _GAP + _APART + _LINE_HEIGHT * _lines(rows))


def _below(rows: Sequence[Row]) -> float:
    """How far below the middle of its row a bar lies, to leave room for the name above."""
    return _LINE_HEIGHT * _lines(rows) / 2


def _between(one: str, other: str) -> str:
    """The colour half-way between two."""
    pairs = zip(bytes.fromhex(one.lstrip("#")), bytes.fromhex(other.lstrip("#")), strict=True)
    return "#" + "".join(f"{(a + b) // 2:02X}" for a, b in pairs)
