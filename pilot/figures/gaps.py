"""Means and covariances of statements where some answers are missing."""

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from pilot.errors import PilotError

_STEPS = 500
# Far below the second decimal, which is the last that anybody reads.
_SETTLED = 1e-5

Floats = NDArray[np.float64]


def covariance(keyed: pd.DataFrame) -> pd.DataFrame:
    """The likeliest under a normal model, whoever left a gap included (EM, Dempster, Laird and Rubin 1977); divided by n."""
    values = keyed.to_numpy(dtype=float)
    mean, spread = np.nanmean(values, axis=0), np.diag(np.nanvar(values, axis=0))
    # By what is missing and not by person: whoever left the same gaps is guessed by the same regression.
    patterns = [(gap, np.flatnonzero((np.isnan(values) == gap).all(axis=1))) for gap in np.unique(np.isnan(values), axis=0)]
    for _ in range(_STEPS):
        filled, extra = _expected(values, patterns, mean, spread)
        before, mean = spread, filled.mean(axis=0)
        spread = (filled - mean).T @ (filled - mean) / len(filled) + extra
        if np.abs(spread - before).max() < _SETTLED:
            return pd.DataFrame(spread, index=keyed.columns, columns=keyed.columns)
    raise PilotError("Too many answers are missing for the factor models: their covariances do not settle.")


def _expected(
    values: Floats, patterns: list[tuple[NDArray[np.bool_], NDArray[np.int64]]], mean: Floats, spread: Floats
) -> tuple[Floats, Floats]:
    """Every gap as the answers beside it let expect, and how much such guesses fall short of the real spread."""
    filled, extra = values.copy(), np.zeros_like(spread)
    for gap, people in patterns:
        if gap.any():
            slopes = np.linalg.solve(spread[np.ix_(~gap, ~gap)], spread[np.ix_(~gap, gap)])
            filled[np.ix_(people, gap)] = mean[gap] + (values[np.ix_(people, ~gap)] - mean[~gap]) @ slopes
            extra[np.ix_(gap, gap)] += len(people) * (spread[np.ix_(gap, gap)] - spread[np.ix_(gap, ~gap)] @ slopes)
    return filled, extra / len(values)
