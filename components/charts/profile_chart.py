"""Eight dimensions from 0 to 100: one's own dot with its two bands, over the place where others will be drawn."""

import altair as alt
import pandas as pd

from components.charts.theme import LABEL_SIZE, Cuts, Palette, score_axis, themed

ROW = 50


def build(
    own: pd.DataFrame,
    others: pd.DataFrame | None = None,
    *,
    colours: Palette,
    cuts: Cuts,
    note: str,
    called: tuple[str, str],
) -> alt.LayerChart:
    """One row per dimension, in the order given.

    own: name, score, low80, high80, low95, high95 (0 to 100). others: published bars (name, low, high, percentage) or means (name, mean).
    cuts: where low ends and high begins. note: what is said of the place for others while it is empty.
    called: what a row and its dot are called where a pointer rests on it.
    """
    order = own["name"].tolist()
    names = alt.Axis(labelLimit=160, labelFontSize=LABEL_SIZE, labelPadding=12, grid=False)
    y = alt.Y("name:N", sort=order, title=None, axis=names)
    base = alt.Chart(own).encode(y=y)
    layers = [
        _place_for_others(base, colours),
        *_others(others, y, cuts, colours),
        base.mark_rule(strokeWidth=2, color=colours.accent).encode(x=score_axis("low95", cuts), x2=alt.X2("high95:Q")),
        base.mark_rule(strokeWidth=8, strokeCap="round", color=colours.accent, opacity=0.45).encode(
            x=score_axis("low80", cuts), x2=alt.X2("high80:Q")
        ),
        base.mark_point(filled=True, size=170, color=colours.accent, stroke=colours.paper, strokeWidth=2, opacity=1).encode(
            x=score_axis("score", cuts), tooltip=_tooltip(called)
        ),
        base.mark_text(dy=-16, fontSize=13, fontWeight=600, color=colours.ink).encode(
            x=score_axis("score", cuts), text=alt.Text("score:Q", format=".0f")
        ),
    ]
    return themed(layers, ROW * len(own), colours).properties(title=_note(note, colours))


def _place_for_others(base: alt.Chart, colours: Palette) -> alt.Chart:
    """An empty track behind each row, as wide as the scale: totals of others will be drawn on it."""
    track: alt.Chart = base.mark_bar(size=24, color=colours.soft, opacity=0.1, cornerRadius=4)
    return track.encode(x=alt.XDatum(0), x2=alt.X2Datum(100))


def _others(others: pd.DataFrame | None, y: alt.Y, cuts: Cuts, colours: Palette) -> list[alt.Chart]:
    if others is None:
        return []
    if "mean" in others:
        means: alt.Chart = alt.Chart(others).mark_tick(thickness=3, size=30, color=colours.ink)
        return [means.encode(y=y, x=score_axis("mean", cuts))]
    # Each row is read on its own, so each has its own full scale.
    shade = others.assign(density=others["percentage"] / others.groupby("name")["percentage"].transform("max"))
    bars: alt.Chart = alt.Chart(shade).mark_bar(size=24, color=colours.soft)
    depth = alt.Opacity("density:Q", scale=alt.Scale(domain=[0, 1], range=[0.04, 0.7]), legend=None)
    return [bars.encode(y=y, x=score_axis("low", cuts), x2=alt.X2("high:Q"), opacity=depth)]


def _note(others: str, colours: Palette) -> alt.TitleParams:
    return alt.TitleParams(others, anchor="end", fontSize=12, fontWeight="normal", color=colours.ink, offset=8)


def _tooltip(called: tuple[str, str]) -> list[alt.Tooltip]:
    return [alt.Tooltip("name:N", title=called[0]), alt.Tooltip("score:Q", title=called[1], format=".0f")]
