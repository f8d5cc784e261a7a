"""The map is put together once for everybody, and holds nobody's numbers but those of who looks at it."""

import json

import pandas as pd
import pytest

from components.charts import job_work_chart
from components.charts.job_work_chart import FAR, NEAR, Field
from components.charts.theme import Palette

_COLOURS = Palette(accent="#b4532a", ink="#222222", soft="#888888", paper="#ffffff")
_CORNERS = {"Both": (FAR, FAR), "Job": (FAR, NEAR), "Outside": (NEAR, FAR), "Neither": (NEAR, NEAR)}


def _drawn(score: float, *own: str) -> str:
    place = pd.DataFrame([{"x": score, "y": score, "xlow80": score, "xhigh80": score, "ylow80": score, "yhigh80": score}])
    fields = [Field(name, x, y, is_own=name in own) for name, (x, y) in _CORNERS.items()]
    chart = job_work_chart.build(place, fields, colours=_COLOURS, axes=("Job", "Outlets"), line=50)
    return json.dumps(chart.to_dict())


def test_who_looks_next_gets_nothing_of_who_looked_before() -> None:
    first, second = _drawn(12.5, "Both"), _drawn(87.5, "Neither")
    assert "12.5" in first
    assert "87.5" in second
    assert "12.5" not in second
    assert "87.5" not in _drawn(12.5, "Both")


@pytest.mark.parametrize(("own", "tinted"), [((), 0), (("Both",), 1), (("Both", "Job"), 1)])
def test_only_ones_own_fields_are_tinted_whoever_looked_before(own: tuple[str, ...], tinted: int) -> None:
    _drawn(50.0, "Outside")
    assert _drawn(50.0, *own).count('"fillOpacity": 0.18') == tinted
