"""A team's means round by round as lines: strong, and with their intervals, where they have changed beyond chance; grey where not."""

import json
from collections.abc import Mapping
from textwrap import wrap

import altair as alt
import pandas as pd

from components.charts.theme import AXIS_SIZE, Palette, themed

HEIGHT = 340
# Letters to a line of the names at the end of the lines, which have as much room as the lines: they fit on a phone.
_LETTERS, _LINE, _SIZE = 22, 15, 13
# Points left free above and below all marks.
_FREE = 3


def build(means: pd.DataFrame, rounds: Mapping[int, str], *, colours: Palette) -> alt.LayerChart:
    """means: name, round (its number), version, mean, changed; low, high (missing where not published). rounds: what each is called."""
    changed, alike = means[means["changed"]], means[~means["changed"]]
    x, y = _across(list(rounds), rounds), _up(means)
    reach: alt.Chart = alt.Chart(changed).mark_rule(strokeWidth=7, strokeCap="round", color=colours.accent, opacity=0.3)
    point: alt.Chart = alt.Chart(means).mark_point(filled=True, size=70, opacity=1, stroke=colours.paper, strokeWidth=1.5)
    colour = alt.condition("datum.changed", alt.value(colours.accent), alt.value(colours.soft))
    layers = [
        # A layer without a mark would be a picture without a name to whoever cannot see it.
        *([reach.encode(x=x, y=_up(means, "low"), y2=alt.Y2("high:Q"))] if changed["low"].notna().any() else []),
        *(
            _lines(part, colour, width).encode(x=x, y=y)
            for part, colour, width in ((alike, colours.soft, 1.5), (changed, colours.accent, 3))
            if len(part)
        ),
        point.encode(x=x, y=y, fill=colour),
        *_labels(means, colours, x, y),
    ]
    return themed(layers, HEIGHT, colours)


def _lines(means: pd.DataFrame, colour: str, width: float) -> alt.Chart:
    """Joined where the same was asked."""
    drawn: alt.Chart = alt.Chart(means).mark_line(color=colour, strokeWidth=width)
    return drawn.encode(detail=[alt.Detail("name:N"), alt.Detail("version:N")])


def _across(numbers: list[int], names: Mapping[int, str]) -> alt.X:
    """The rounds, and to the right of them as much room again for names."""
    wide = max(numbers) - min(numbers)
    said = json.dumps({str(number): name for number, name in names.items()})
    axis = alt.Axis(orient="top", values=numbers, labelExpr=f"{said}[datum.value]", labelFontSize=AXIS_SIZE, labelOverlap=True, grid=True)
    scale = alt.Scale(domain=[min(numbers) - 0.12 * wide, max(numbers) + 1.05 * wide], nice=False, zero=False)
    return alt.X("round:Q", title=None, scale=scale, axis=axis)


def _up(means: pd.DataFrame, field: str = "mean") -> alt.Y:
    low, high = _ends(means)
    return alt.Y(f"{field}:Q", title=None, scale=alt.Scale(domain=[low, high], nice=False, zero=False), axis=None)


def _ends(means: pd.DataFrame) -> tuple[float, float]:
    """Of everything that is drawn."""
    changed = means[means["changed"]]
    drawn = pd.concat([means["mean"], changed["low"], changed["high"]]).dropna().astype(float)
    return drawn.min() - _FREE, drawn.max() + _FREE


def _labels(means: pd.DataFrame, colours: Palette, x: alt.X, y: alt.Y) -> list[alt.Chart]:
    """What ends at one height has one label, a layer each: those that would touch are moved apart by as much as a layer says."""
    last = means[means["round"] == means["round"].max()].sort_values("mean", ascending=False)
    groups = [(mean, group) for mean, group in last.groupby("mean", sort=False)]
    texts = [wrap(f"{', '.join(group['name'])} {mean}", _LETTERS) for mean, group in groups]
    places = _apart([_place(means, float(mean)) for mean, _ in groups], [len(lines) * _LINE for lines in texts])
    layers: list[alt.Chart] = []
    for (mean, group), lines, place in zip(groups, texts, places, strict=True):
        rows = group.head(1).assign(label="\n".join(lines))[["round", "mean", "label"]]
        text: alt.Chart = alt.Chart(rows).mark_text(
            align="left",
            baseline="middle",
            lineBreak="\n",
            dx=10,
            dy=place - _place(means, float(mean)) - (len(lines) - 1) * _LINE / 2,
            fontSize=_SIZE,
            lineHeight=_LINE,
            fontWeight=600 if group["changed"].any() else 400,
            color=colours.ink,
        )
        layers.append(text.encode(x=x, y=y, text=alt.Text("label:N")))
    return layers


def _place(means: pd.DataFrame, mean: float) -> float:
    """How far below the top a mean lies."""
    low, high = _ends(means)
    return (high - mean) / (high - low) * HEIGHT


def _apart(places: list[float], heights: list[float]) -> list[float]:
    """From above: none reaches into the one before it; and none ends below the chart."""
    placed: list[float] = []
    for place, height in zip(places, heights, strict=True):
        free = placed[-1] + heights[len(placed) - 1] / 2 + height / 2 if placed else height / 2
        placed.append(max(place, free))
    below = float(HEIGHT)
    for number in range(len(placed) - 1, -1, -1):
        placed[number] = min(placed[number], below - heights[number] / 2)
        below = placed[number] - heights[number] / 2
    return placed
