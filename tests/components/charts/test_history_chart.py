import json
from typing import Any

import altair as alt
import pandas as pd

from components.charts import history_chart, theme

COLOURS = theme.print_palette()


def moments(score: float) -> pd.DataFrame:
    bands = {"low80": score - 5, "high80": score + 5, "low95": score - 9, "high95": score + 9}
    return pd.DataFrame([{"day": "1 May 2026", "version": "rk-1.0", "score": score, **bands}])


def built(*of: pd.DataFrame) -> alt.LayerChart:
    return history_chart.build(pd.concat(of), colours=COLOURS, called="Statements {version}")


def placed(chart: alt.LayerChart) -> list[dict[str, Any]]:
    """The rows that a browser draws."""
    return list(next(iter(chart.to_dict()["datasets"].values())))


def test_the_course_of_one_person_never_holds_the_numbers_of_another() -> None:
    """Seen to fail with the numbers put into the drawing that all sessions share instead of into a copy of it."""
    one, other = built(moments(41.0)), built(moments(73.0))

    drawn = json.dumps(one.to_dict()["datasets"]), json.dumps(other.to_dict()["datasets"])

    assert "41.0" in drawn[0] and "73.0" not in drawn[0]
    assert "73.0" in drawn[1] and "41.0" not in drawn[1]


def test_a_course_holds_to_the_schema_of_charts() -> None:
    assert built(moments(41.0)).to_dict(validate=True)["layer"]


def test_results_of_one_version_are_joined_and_not_labelled() -> None:
    rows = placed(built(moments(41.0), moments(60.0)))

    assert [(row["run"], row["label"]) for row in rows] == [(0, ""), (0, "")]


def test_results_of_two_versions_stand_apart_under_their_names_and_no_line_joins_them() -> None:
    """Also where both were made on one day."""
    newer = moments(60.0).assign(version="rk-1.1")

    rows = placed(built(moments(41.0), moments(45.0), newer))

    assert [(row["run"], row.get("label")) for row in rows] == [(0, "Statements rk-1.0"), (0, ""), (1, ""), (1, "Statements rk-1.1")]
    assert len({row["place"] for row in rows}) == 3
    assert rows[2]["score"] is None
