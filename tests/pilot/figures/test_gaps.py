import numpy as np
import pandas as pd
import pytest

from pilot.figures import gaps


def test_without_a_gap_it_is_the_plain_covariance() -> None:
    whole = pd.DataFrame(np.random.default_rng(1).standard_normal((50, 4)))

    assert gaps.covariance(whole).to_numpy() == pytest.approx(whole.cov(ddof=0).to_numpy(), abs=1e-12)


def test_with_gaps_in_one_column_it_is_the_known_solution() -> None:
    """Anderson 1957: the spread of the whole column, and the regression of the other one on it among those who have both."""
    rng = np.random.default_rng(2)
    x = rng.standard_normal(400)
    both = pd.DataFrame({"x": x, "y": 0.7 * x + rng.standard_normal(400)})
    told = both.assign(y=both["y"].where(both["x"] < 0.5))
    (xx, xy), (_, yy) = np.cov(told.dropna().to_numpy().T, ddof=0)
    whole, slope = float(np.var(x)), xy / xx

    found = gaps.covariance(told).to_numpy()

    assert found[0, 1] == pytest.approx(slope * whole, abs=1e-4)
    assert found[1, 1] == pytest.approx(yy - slope * xy + slope**2 * whole, abs=1e-4)
