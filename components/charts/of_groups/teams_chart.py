"""The means of the teams of an umbrella: a block of rows for each dimension, a row for each team, and a tick for all of them together."""

import altair as alt
import pandas as pd

from components.charts.theme import LABEL_SIZE, Cuts, Palette, score_axis, themed

ROW = 22
# Stands between the name of a dimension and its team in the name of a row; no name of a team holds it.
_SPLIT = "|"


def build(means: pd.DataFrame, *, colours: Palette, cuts: Cuts) -> alt.LayerChart:
    """means: name (of the dimension), team, mean, whole (the mean of all teams together)."""
    rows = means.assign(row=means["name"] + _SPLIT + means["team"])
    heads = means[["name"]].drop_duplicates().assign(row=lambda every: every["name"] + _SPLIT)
    order = [row for head in heads["row"] for row in (head, *rows["row"][rows["row"].str.startswith(head)])]
    base, titles = alt.Chart(rows).encode(y=_y(order)), alt.Chart(heads).encode(y=_y(order))
    layers = [
        base.mark_bar(size=14, color=colours.soft, opacity=0.1, cornerRadius=4).encode(x=alt.XDatum(0), x2=alt.X2Datum(100)),
        titles.mark_text(align="left", dy=2, fontSize=13, fontWeight=600, color=colours.ink).encode(x=alt.XDatum(0), text="name:N"),
        base.mark_tick(thickness=3, size=16, color=colours.ink).encode(x=score_axis("whole", cuts)),
        base.mark_point(filled=True, size=110, color=colours.accent, stroke=colours.paper, strokeWidth=1.5, opacity=1).encode(
            x=score_axis("mean", cuts)
        ),
        # Beyond the end of its row, where neither a dot nor the tick of the whole lies under it.
        base.mark_text(align="right", dx=32, fontSize=12, fontWeight=600, color=colours.ink).encode(x=alt.XDatum(100), text="mean:Q"),
    ]
    return themed(layers, ROW * len(order), colours)


def _y(order: list[str]) -> alt.Y:
    axis = alt.Axis(labelLimit=150, labelFontSize=LABEL_SIZE, labelPadding=12, grid=False, labelExpr=f"split(datum.label, '{_SPLIT}')[1]")
    return alt.Y("row:N", sort=order, title=None, axis=axis)
