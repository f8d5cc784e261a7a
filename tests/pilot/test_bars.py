import numpy as np
import pandas as pd
import pytest

from pilot import bars
from pilot.bars import Bar

REST = Bar("rest", "statements", "rest", "statement", least=0.30)


def judged(bar: Bar, frame: pd.DataFrame | None, monkeypatch: pytest.MonkeyPatch) -> dict[str, object]:
    monkeypatch.setattr(bars, "BARS", (bar,))
    told = bars.table({} if frame is None else {bar.table: frame})
    return {str(name): told[name].iloc[0] for name in told}


def test_a_figure_below_its_bar_is_named_and_clearly_so_if_its_interval_is(monkeypatch: pytest.MonkeyPatch) -> None:
    frame = pd.DataFrame(
        {"statement": ["a", "b", "c"], "rest": [0.29, 0.10, 0.30], "rest_high": [0.40, 0.20, 0.40], "rest_low": [0.2, 0, 0.2]}
    )

    found = judged(REST, frame, monkeypatch)

    assert found == {"bar": "rest", "met": "no", "of": 3, "missed": 2, "clearly": 1, "which": "a, b"}


def test_a_bar_from_above_is_missed_clearly_by_the_lower_end(monkeypatch: pytest.MonkeyPatch) -> None:
    htmt = Bar("htmt", "pairs", "htmt", "pair", most=0.85)
    frame = pd.DataFrame({"pair": ["a", "b", "c"], "htmt": [0.9, 0.95, 0.85], "htmt_low": [0.84, 0.86, 0.8], "htmt_high": [1.0, 1.0, 0.9]})

    found = judged(htmt, frame, monkeypatch)

    assert (found["missed"], found["clearly"], found["which"]) == (2, 1, "a, b")


def test_a_figure_that_is_not_there_is_neither_met_nor_missed(monkeypatch: pytest.MonkeyPatch) -> None:
    unknown = pd.DataFrame({"statement": ["a"], "rest": [np.nan]})

    assert judged(REST, None, monkeypatch)["met"] == "not measured"
    assert judged(REST, unknown, monkeypatch)["met"] == "not measured"


def test_a_figure_that_could_not_be_computed_is_not_counted_as_met(monkeypatch: pytest.MonkeyPatch) -> None:
    frame = pd.DataFrame({"statement": ["a", "b"], "rest": [0.5, np.nan], "rest_low": [0.4, np.nan], "rest_high": [0.6, np.nan]})

    assert judged(REST, frame, monkeypatch)["which"] == "b"


def test_a_bar_for_some_lines_leaves_the_others_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    ceiling = Bar("ceiling", "statements", "at_5", "statement", most=0.6, only=("b",))
    frame = pd.DataFrame({"statement": ["a", "b"], "at_5": [0.9, 0.5]})

    assert judged(ceiling, frame, monkeypatch)["met"] == "yes"
