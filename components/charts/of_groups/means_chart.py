"""The means of a team's dimensions: a dot each, with its interval and everyone's middle where these are published; or of its stages."""

import altair as alt
import pandas as pd

from components.charts.theme import LABEL_SIZE, Cuts, Palette, score_axis, themed

ROW = 46
# Told apart by shape as well as by colour.
_SHAPES = ("circle", "square", "triangle-up")
# As high as the track, so that it ends below the numbers.
_MIDDLE = 24


def build(means: pd.DataFrame, *, colours: Palette, cuts: Cuts) -> alt.LayerChart:
    """One row per dimension. means: name, mean; low, high and everyone (each missing where it is not published)."""
    y = _names(means["name"].tolist())
    base = alt.Chart(means).encode(y=y)
    line = base.mark_rule(strokeWidth=8, strokeCap="round", color=colours.accent, opacity=0.45)
    tick = base.mark_tick(thickness=3, size=_MIDDLE, color=colours.ink)
    layers = [
        _track(means["name"].tolist(), colours),
        # A layer without a mark would be a picture without a name to whoever cannot see it.
        *([line.encode(x=score_axis("low", cuts), x2=alt.X2("high:Q"))] if means["low"].notna().any() else []),
        *([tick.encode(x=score_axis("everyone", cuts))] if means["everyone"].notna().any() else []),
        base.mark_point(filled=True, size=170, color=colours.accent, stroke=colours.paper, strokeWidth=2, opacity=1).encode(
            x=score_axis("mean", cuts)
        ),
        base.mark_text(dy=-16, fontSize=13, fontWeight=600, color=colours.ink).encode(x=score_axis("mean", cuts), text=alt.Text("mean:Q")),
    ]
    return themed(layers, ROW * len(means), colours)


def build_stages(whole: pd.DataFrame, stages: pd.DataFrame, *, colours: Palette, cuts: Cuts) -> alt.LayerChart:
    """A tick for the whole and a mark for each life stage. whole: name, mean. stages: name, stage, mean."""
    names, order = whole["name"].tolist(), list(dict.fromkeys(stages["stage"]))
    legend = alt.Legend(orient="top", direction="vertical", title=None, labelFontSize=13, labelColor=colours.ink, labelLimit=320)
    shape = alt.Shape("stage:N", scale=alt.Scale(domain=order, range=list(_SHAPES[: len(order)])), legend=legend)
    colour = alt.Color("stage:N", scale=alt.Scale(domain=order, range=[colours.accent, colours.soft, colours.ink][: len(order)]))
    ticks: alt.Chart = alt.Chart(whole).mark_tick(thickness=3, size=26, color=colours.ink)
    marks: alt.Chart = alt.Chart(stages).mark_point(filled=True, size=150, opacity=1, stroke=colours.paper, strokeWidth=1)
    layers = [
        _track(names, colours),
        ticks.encode(y=_names(names), x=score_axis("mean", cuts)),
        marks.encode(y=_names(names), x=score_axis("mean", cuts), shape=shape, color=colour),
    ]
    return themed(layers, ROW * len(whole), colours)


def _names(order: list[str]) -> alt.Y:
    axis = alt.Axis(labelLimit=160, labelFontSize=LABEL_SIZE, labelPadding=12, grid=False)
    return alt.Y("name:N", sort=order, title=None, axis=axis)


def _track(names: list[str], colours: Palette) -> alt.Chart:
    track: alt.Chart = alt.Chart(pd.DataFrame({"name": names})).mark_bar(size=24, color=colours.soft, opacity=0.1, cornerRadius=4)
    return track.encode(y=_names(names), x=alt.XDatum(0), x2=alt.X2Datum(100))
