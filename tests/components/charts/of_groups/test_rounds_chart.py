"""Lines of a team's rounds: what changed stands out, and no label lies on another."""

from collections.abc import Sequence
from itertools import pairwise

import pandas as pd
import pytest

from components.charts import theme
from components.charts.of_groups import rounds_chart

NAMES = ("Spark", "Purpose", "Alignment", "Momentum", "Growth", "Outlets", "Balance", "Support")


def frame(last: Sequence[int], *, changed: Sequence[str] = (), reach: int | None = 8) -> pd.DataFrame:
    return pd.DataFrame(
        [
            {
                "name": name,
                "round": number,
                "version": "rk-1.1",
                "mean": mean,
                "low": reach and mean - reach,
                "high": reach and mean + reach,
                "changed": name in changed,
            }
            for name, end in zip(NAMES, last, strict=True)
            for number, mean in ((1, 50), (2, 55), (3, end))
        ]
    )


def labels(means: pd.DataFrame) -> list[tuple[str, float, float]]:
    """Each label with where it begins and ends, in pixels from the top."""
    chart = rounds_chart.build(means, {1: "11 May", 2: "30 Jul", 3: "2 Nov"}, colours=theme.print_palette()).to_dict(validate=True)
    low, high = chart["layer"][-1]["encoding"]["y"]["scale"]["domain"]
    found = []
    for layer in chart["layer"]:
        if layer["mark"]["type"] == "text":
            (row,) = chart["datasets"][layer["data"]["name"]]
            lines = row["label"].split("\n")
            begin = (high - row["mean"]) / (high - low) * rounds_chart.HEIGHT + layer["mark"]["dy"] - layer["mark"]["lineHeight"] / 2
            found.append((row["label"], begin, begin + len(lines) * layer["mark"]["lineHeight"]))
    return found


@pytest.mark.parametrize(
    "last", [(75, 70, 65, 60, 55, 50, 45, 40), (60, 59, 58, 57, 56, 55, 54, 53), (55,) * 8, (90, 90, 90, 89, 10, 10, 11, 11)]
)
def test_every_area_is_named_once_at_its_end_and_no_label_touches_another(last: tuple[int, ...]) -> None:
    """Seen to fail: with every label at the height of its mean."""
    found = labels(frame(last))

    said = " ".join(label.replace("\n", " ") for label, _, _ in found)
    assert [said.count(name) for name in NAMES] == [1] * 8
    assert [one for one, other in pairwise(found) if one[2] > other[1] + 0.01] == []
    assert found[0][1] >= -0.01 and found[-1][2] <= rounds_chart.HEIGHT + 0.01


def test_only_what_changed_has_its_interval_drawn() -> None:
    chart = rounds_chart.build(
        frame((75, 70, 65, 60, 55, 50, 45, 40), changed=("Spark",)), {1: "1", 2: "2", 3: "3"}, colours=theme.print_palette()
    )

    drawn = chart.to_dict(validate=True)
    (rule,) = [layer for layer in drawn["layer"] if layer["mark"]["type"] == "rule"]
    assert {row["name"] for row in drawn["datasets"][rule["data"]["name"]]} == {"Spark"}


@pytest.mark.parametrize("changed", [(), NAMES])
def test_a_layer_that_would_be_empty_is_left_out(changed: tuple[str, ...]) -> None:
    means = frame((75, 70, 65, 60, 55, 50, 45, 40), changed=changed, reach=None)
    drawn = rounds_chart.build(means, {1: "1", 2: "2", 3: "3"}, colours=theme.print_palette()).to_dict(validate=True)

    assert [layer for layer in drawn["layer"] if not drawn["datasets"][layer["data"]["name"]]] == []
    assert [layer["mark"]["type"] for layer in drawn["layer"]].count("line") == 1
