"""What is written once for everybody is drawn as if it were written anew, and holds nobody's numbers."""

import json

import altair as alt
import pandas as pd

from components.charts import profile_chart, theme, week_bars_chart, written
from components.charts.theme import Palette
from components.charts.zones import Zones
from components.exports import chart_images

_COLOURS = Palette(accent="#b4532a", ink="#222222", soft="#888888", paper="#ffffff")
_OVER = Zones(37.5, 62.5, ("Low", "Middle", "High"))


def _anew() -> alt.LayerChart:
    ground = alt.Chart(alt.InlineData(values=[{"begin": 0.0, "end": 40.0}])).mark_rect(color="#888888")
    dot = alt.Chart().mark_point(filled=True, color="#b4532a")
    layers = [ground.encode(x=alt.X("begin:Q"), x2=alt.X2("end:Q")), dot.encode(x=alt.X("score:Q"), y=alt.Y("name:N"))]
    return theme.themed(layers, 120, _COLOURS)


def _of(chart: alt.LayerChart, score: float) -> alt.LayerChart:
    own: alt.LayerChart = chart.copy(deep=False)
    own.data = pd.DataFrame([{"name": "Spark", "score": score}])
    return own


def _areas(score: float) -> str:
    own = pd.DataFrame([{"name": "Spark", "score": score, "low": score, "high": score, "said": str(score)}])
    return json.dumps(profile_chart.build(own, colours=_COLOURS, over=_OVER).to_dict())


def _week(now: float) -> str:
    week = pd.DataFrame([{"area": "Rest", "now": now, "wish": 100.0, "is_missed": True}])
    return json.dumps(week_bars_chart.build(week, colours=_COLOURS, names=("Now", "Wish")).to_dict())


def test_it_is_drawn_as_if_it_were_written_anew() -> None:
    drawn = [chart_images.svg(_of(chart, 62.5), name="n") for chart in (_anew(), written.once(_anew()))]

    assert "62.5" not in drawn[0]
    assert drawn[0] == drawn[1]


def test_whoever_looks_next_gets_no_number_of_who_looked_before() -> None:
    assert "41.25" in _areas(41.25)
    assert "41.25" not in _areas(58.75)
    assert "17.25" in _week(17.25)
    assert "17.25" not in _week(83.75)


def test_a_copy_shares_its_layers_and_keeps_its_numbers_to_itself() -> None:
    chart = written.once(_anew())
    own = _of(chart, 62.5)

    assert all(one is other for one, other in zip(own.layer, chart.layer, strict=True))
    assert chart.data is alt.Undefined


def test_what_is_laid_into_a_copy_is_in_no_other() -> None:
    chart = written.once(_anew())
    own = _of(chart, 62.5)
    written.insert(own, 1, written.layer(alt.Chart().mark_rule().encode(x=alt.X("score:Q"))))

    assert (len(own.layer), len(chart.layer)) == (3, 2)
