"""A team's means round by round: a block of rows for each dimension, a row for each round, joined where the same was asked."""

import altair as alt
import pandas as pd

from components.charts.theme import LABEL_SIZE, Cuts, Palette, score_axis, themed

# Rows of a few rounds have more air than those of many.
ROW, NARROW_ROW, MANY = 22, 16, 4
# Stands between the name of a dimension and its round in the name of a row, and marks the row that bears the name.
_SPLIT, _NAMED = "|", "*"


def build(means: pd.DataFrame, *, colours: Palette, cuts: Cuts) -> alt.LayerChart:
    """means: name, round (its number as text, in order), version, mean, newest (whether it is); low, high (missing where not published)."""
    rows = means.assign(row=_rows(means), order=range(len(means)))
    base = alt.Chart(rows).encode(y=_y(rows["row"].tolist()))
    line = base.mark_rule(strokeWidth=7, strokeCap="round", color=colours.accent, opacity=0.4)
    joined = base.mark_line(color=colours.soft, strokeWidth=1.5).encode(
        x=score_axis("mean", cuts), order="order:Q", detail=[alt.Detail("name:N"), alt.Detail("version:N")]
    )
    day = base.mark_text(align="left", dx=2, fontSize=12, color=colours.ink)
    number = base.mark_text(dx=17, fontSize=12, fontWeight=600, color=colours.ink)
    layers = [
        # A layer without a mark would be a picture without a name to whoever cannot see it.
        *([line.encode(x=score_axis("low", cuts), x2=alt.X2("high:Q"))] if means["low"].notna().any() else []),
        joined,
        base.mark_point(size=90, filled=True, stroke=colours.accent, strokeWidth=2, opacity=1).encode(
            x=score_axis("mean", cuts), fill=alt.condition("datum.newest", alt.value(colours.accent), alt.value(colours.paper))
        ),
        day.encode(x=alt.XDatum(0), text="round:N"),
        number.encode(x=score_axis("mean", cuts), text="mean:Q"),
    ]
    rounds = means["round"].nunique()
    return themed(layers, (ROW if rounds <= MANY else NARROW_ROW) * len(means) + 8 * means["name"].nunique(), colours)


def _rows(means: pd.DataFrame) -> list[str]:
    """The first row of each dimension bears its name."""
    marks = means["name"].duplicated().map({True: "", False: _NAMED})
    return (means["name"] + _SPLIT + marks + means["round"]).tolist()


def _y(order: list[str]) -> alt.Y:
    words = f"indexof(datum.label, '{_SPLIT}{_NAMED}') < 0 ? '' : split(datum.label, '{_SPLIT}')[0]"
    axis = alt.Axis(labelLimit=160, labelFontSize=LABEL_SIZE, labelPadding=12, grid=False, labelExpr=words)
    return alt.Y("row:N", sort=order, title=None, axis=axis)
