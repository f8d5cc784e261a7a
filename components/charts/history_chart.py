"""One dimension over time: a dot with its two bands for each result, joined within one version of the questions and apart from others."""

from functools import cache
from itertools import groupby

import altair as alt
import pandas as pd

from components.charts import written
from components.charts.theme import Palette, themed

HEIGHT = 260
# Stands between the day and its version in the name of a place, so that one day under two versions is two places.
_SPLIT = "|"


def build(moments: pd.DataFrame, *, colours: Palette, called: str) -> alt.LayerChart:
    """moments: day (as text, in order), version, score, low80, high80, low95, high95 (0 to 100).

    called: what a version is called where there are several, with a gap for it.
    """
    # Its parts are shared by all who look at one and are never changed; only the data is anybody's own.
    chart = _drawing(colours).copy(deep=False)
    chart.data = _placed(moments, called)
    return chart


def _placed(moments: pd.DataFrame, called: str) -> pd.DataFrame:
    """Each result at a place of its own, the first of each run of one version with its name, and an empty place before the next run."""
    results = [{str(name): value for name, value in row.items()} for row in moments.to_dict("records")]
    runs = [list(run) for _, run in groupby(results, key=lambda row: row["version"])]
    rows: list[dict[str, object]] = []
    for number, run in enumerate(runs):
        # A line joins what has one run: results of a version may have another one's between them.
        rows += [{"place": f" {_SPLIT}{number}", "run": number, "label": ""}] if number else []
        rows += [{**moment, "place": f"{moment['day']}{_SPLIT}{moment['version']}", "run": number, "label": ""} for moment in run]
        rows[-len(run)]["label"] = called.format(version=run[0]["version"]) if len(runs) > 1 else ""
    return pd.DataFrame(rows)


@cache
def _drawing(colours: Palette) -> alt.LayerChart:
    """The chart without anybody's numbers, put together once: each further result costs a row and not a chart."""
    days = alt.Axis(labelAngle=0, grid=False, labelExpr=f"split(datum.label, '{_SPLIT}')[0]")
    base = alt.Chart().encode(x=alt.X("place:O", sort=None, title=None, axis=days))
    layers = [
        base.mark_line(color=colours.accent, opacity=0.6).encode(y=_y("score"), detail=alt.Detail("run:N")),
        base.mark_rule(strokeWidth=2, color=colours.accent).encode(y=_y("low95"), y2=alt.Y2("high95:Q")),
        base.mark_rule(strokeWidth=8, strokeCap="round", color=colours.accent, opacity=0.45).encode(y=_y("low80"), y2=alt.Y2("high80:Q")),
        base.mark_point(filled=True, size=150, color=colours.accent, stroke=colours.paper, strokeWidth=2, opacity=1).encode(y=_y("score")),
        base.mark_text(dx=18, fontSize=13, fontWeight=600, color=colours.ink).encode(y=_y("score"), text=alt.Text("score:Q", format=".0f")),
        base.mark_text(align="center", dy=-14, fontSize=12, color=colours.ink).encode(y=alt.YDatum(100), text=alt.Text("label:N")),
    ]
    return written.once(themed(layers, HEIGHT, colours))


def _y(field: str) -> alt.Y:
    return alt.Y(f"{field}:Q", title=None, scale=alt.Scale(domain=[0, 100], nice=False), axis=alt.Axis(values=[0, 50, 100]))
