import json

import pandas as pd

from components.charts import history_chart, theme

COLOURS = theme.print_palette()


def moments(score: float) -> pd.DataFrame:
    bands = {"low80": score - 5, "high80": score + 5, "low95": score - 9, "high95": score + 9}
    return pd.DataFrame([{"day": "1 May 2026", "version": "rk-1.0", "score": score, **bands}])


def test_the_course_of_one_person_never_holds_the_numbers_of_another() -> None:
    """Seen to fail with the numbers put into the drawing that all sessions share instead of into a copy of it."""
    one = history_chart.build(moments(41.0), colours=COLOURS)
    other = history_chart.build(moments(73.0), colours=COLOURS)

    drawn = json.dumps(one.to_dict()["datasets"]), json.dumps(other.to_dict()["datasets"])

    assert "41.0" in drawn[0] and "73.0" not in drawn[0]
    assert "73.0" in drawn[1] and "41.0" not in drawn[1]


def test_a_course_holds_to_the_schema_of_charts() -> None:
    assert history_chart.build(moments(41.0), colours=COLOURS).to_dict(validate=True)["layer"]
