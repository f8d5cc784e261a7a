"""The week as shares: a ring for now, a dot for the week wished for, and a line for what would have to move."""

import altair as alt
import pandas as pd

from components.charts.theme import LABEL_SIZE, Palette, themed

ROW = 54


def build(week: pd.DataFrame, *, colours: Palette, names: tuple[str, str]) -> alt.LayerChart:
    """One row per area. week: area, now, wish (shares in points of 100). names: what the ring and the dot are called."""
    order = week["area"].tolist()
    axis = alt.Axis(labelLimit=120, labelFontSize=LABEL_SIZE, labelPadding=12, grid=False)
    y = alt.Y("area:N", sort=order, title=None, axis=axis)
    points = week.melt(id_vars="area", value_vars=["now", "wish"], var_name="which", value_name="share")
    points["name"] = points["which"].map({"now": names[0], "wish": names[1]})
    shape = alt.Scale(domain=list(names), range=[colours.paper, colours.accent])
    layers = [
        alt.Chart(week).mark_rule(strokeWidth=3, color=colours.accent, opacity=0.4).encode(y=y, x=_axis("now", week), x2=alt.X2("wish:Q")),
        alt.Chart(points)
        .mark_point(filled=True, size=170, stroke=colours.accent, strokeWidth=2, opacity=1)
        .encode(
            y=y,
            x=_axis("share", week),
            fill=alt.Fill("name:N", scale=shape, legend=alt.Legend(orient="top", title=None, labelFontSize=13, labelColor=colours.ink)),
            tooltip=[alt.Tooltip("area:N", title=" "), alt.Tooltip("name:N", title=" "), alt.Tooltip("share:Q", format=".0f", title="%")],
        ),
    ]
    return themed(layers, ROW * len(week), colours)


def _axis(field: str, week: pd.DataFrame) -> alt.X:
    # To the next ten above the largest, so that no dot is cut by the edge.
    most = max(10, 10 * (1 + int(week[["now", "wish"]].to_numpy().max() // 10)))
    axis = alt.Axis(labelExpr="datum.value + ' %'", tickCount=4, gridDash=[2, 4])
    return alt.X(f"{field}:Q", title=None, scale=alt.Scale(domain=[0, most], nice=False), axis=axis)
