import numpy as np
import pandas as pd
import pytest

from pilot import statements
from pilot.figures import correlations


def matrix(within: float, between: float, across_keys: float) -> correlations.Floats:
    asked = statements.load()
    values = [[(within if a.sign == b.sign else across_keys) if a.dimension == b.dimension else between for b in asked] for a in asked]
    return np.array(values)


def test_htmt_is_the_ratio_of_correlations_across_to_those_within() -> None:
    found = dict(zip(correlations.names(), correlations.figures(matrix(0.5, 0.2, 0.5)), strict=True))

    assert found["within", "spark"] == pytest.approx(0.5)
    assert {round(value, 9) for (what, _), value in found.items() if what == "htmt"} == {0.4}


def test_across_keys_counts_forward_with_reversed_ones_only() -> None:
    """Of four statements two pairs are of one key, and four of both."""
    found = dict(zip(correlations.names(), correlations.figures(matrix(0.5, 0.2, 0.35)), strict=True))

    assert found["across_keys", "growth"] == pytest.approx(0.35)
    assert found["within", "growth"] == pytest.approx((2 * 0.5 + 4 * 0.35) / 6)


def test_a_dimension_whose_statements_do_not_go_together_has_no_htmt() -> None:
    found = correlations.figures(matrix(-0.1, 0.2, -0.1))

    assert np.isnan(found[16:]).all()


def test_correlations_with_gaps_are_those_that_pandas_gives() -> None:
    rng = np.random.default_rng(3)
    answers = rng.integers(1, 6, (80, 40)).astype(float)
    answers[rng.random(answers.shape) < 0.1] = np.nan

    assert correlations.pairwise(answers) == pytest.approx(pd.DataFrame(answers).corr().to_numpy(), abs=1e-12)


def test_intervals_hold_their_figure_and_narrow_with_more_people() -> None:
    rng = np.random.default_rng(4)
    answers = pd.DataFrame(rng.standard_normal((2000, 1)) + rng.standard_normal((2000, 40)), columns=statements.ids())

    few, many = (correlations.with_intervals(answers.head(n), rng, draws=60)["within", "spark"] for n in (100, 2000))

    assert few.low < few.value < few.high
    assert many.high - many.low < (few.high - few.low) / 2
