"""Every figure with its uncertainty: where 95 of 100 such intervals would hold the value in the population."""

from typing import NamedTuple

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from scipy import stats
from statsmodels.stats.proportion import proportion_confint

LEVEL = 0.95
_TAIL = (1 - LEVEL) / 2
Z = float(stats.norm.ppf(1 - _TAIL))


class Interval(NamedTuple):
    value: float
    low: float
    high: float

    def columns(self, name: str) -> dict[str, float]:
        """As three columns of a table: the figure under its name, its ends beside it."""
        return {name: self.value, f"{name}_low": self.low, f"{name}_high": self.high}


UNKNOWN = Interval(np.nan, np.nan, np.nan)


def mean(values: pd.Series) -> Interval:
    told = values.dropna()
    half = float(stats.t.ppf(1 - _TAIL, len(told) - 1)) * float(told.std()) / np.sqrt(len(told))
    return Interval(float(told.mean()), float(told.mean()) - half, float(told.mean()) + half)


def share(some: int, of: int) -> Interval:
    """Wilson's."""
    low, high = proportion_confint(some, of, alpha=1 - LEVEL, method="wilson")
    return Interval(some / of, float(low), float(high))


def pearson(one: pd.Series, other: pd.Series) -> Interval:
    """Fisher's z, over the people who have both."""
    both = pd.concat([one, other], axis=1).dropna()
    # Fisher's z has an error of 1 / sqrt(n - 3).
    if len(both) < 4 or both.nunique().min() < 2:
        return UNKNOWN
    found = stats.pearsonr(both.iloc[:, 0], both.iloc[:, 1])
    ends = found.confidence_interval(LEVEL)
    return Interval(float(found.statistic), float(ends.low), float(ends.high))


def alpha(answers: pd.DataFrame) -> Interval:
    """Cronbach's, with Feldt's interval; of people who answered every statement."""
    n, k = answers.shape
    covariance = np.cov(answers.to_numpy().T)
    value = k / (k - 1) * (1 - float(np.trace(covariance)) / float(covariance.sum()))
    low, high = (1 - (1 - value) * float(stats.f.ppf(tail, n - 1, (n - 1) * (k - 1))) for tail in (1 - _TAIL, _TAIL))
    return Interval(value, low, high)


def agreement(occasions: pd.DataFrame) -> Interval:
    """The intraclass correlation of single scores for absolute agreement: ICC(A,1) and its interval in McGraw and Wong 1996."""
    n, k = occasions.shape
    values = occasions.to_numpy()
    total = values.mean()
    rows = k * float(((values.mean(1) - total) ** 2).sum()) / (n - 1)
    columns = n * float(((values.mean(0) - total) ** 2).sum()) / (k - 1)
    rest = (float(((values - total) ** 2).sum()) - rows * (n - 1) - columns * (k - 1)) / ((n - 1) * (k - 1))
    value = (rows - rest) / (rows + (k - 1) * rest + k * (columns - rest) / n)
    a, b = k * value / (n * (1 - value)), 1 + k * value * (n - 1) / (n * (1 - value))
    freedom = (a * columns + b * rest) ** 2 / ((a * columns) ** 2 / (k - 1) + (b * rest) ** 2 / ((n - 1) * (k - 1)))
    down, up = (float(stats.f.ppf(1 - _TAIL, *pair)) for pair in ((n - 1, freedom), (freedom, n - 1)))
    other = k * columns + (k * n - k - n) * rest
    return Interval(value, n * (rows - down * rest) / (down * other + n * rows), n * (up * rows - rest) / (other + n * up * rows))


def percentiles(value: NDArray[np.float64], drawn: NDArray[np.float64]) -> list[Interval]:
    """Of figures drawn anew many times, one line a draw."""
    low, high = np.quantile(drawn, (_TAIL, 1 - _TAIL), axis=0)
    return [Interval(*map(float, ends)) for ends in zip(value, low, high, strict=True)]


def around(value: float, error: float) -> Interval:
    return Interval(value, value - Z * error, value + Z * error)
