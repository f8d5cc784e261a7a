"""What correlations of statements say by themselves: how close a dimension's own are, and how far dimensions are apart (HTMT)."""

from functools import cache
from itertools import combinations

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from pilot import statements
from pilot.figures import intervals

# The ends of a 95 % interval then rest on 12 or 13 draws each.
DRAWS = 500

# What is said, and of whom: a dimension, or a pair of them as 'one-other'.
Name = tuple[str, str]
Floats = NDArray[np.float64]


def names() -> list[Name]:
    """`within`: mean correlation of a dimension's statements; `across_keys`: of forward with reversed ones; `htmt` of each pair."""
    alone = list(statements.dimensions())
    pairs = [("htmt", f"{one}-{other}") for one, other in combinations(alone, 2)]
    return [(what, name) for what in ("within", "across_keys") for name in alone] + pairs


def figures(correlations: Floats) -> Floats:
    """In the order of `names`, of a matrix in the order of the statements. HTMT as in Henseler, Ringle and Sarstedt 2015."""
    means = dict(zip(_masks(), (correlations[mask].mean() for mask in _masks().values()), strict=True))
    alone = list(statements.dimensions())
    # Where a dimension's own statements do not go together at all, there is nothing to set the others against.
    scale = {name: np.sqrt(means["within", name]) if means["within", name] > 0 else np.nan for name in alone}
    pairs = [means["between", f"{one}-{other}"] / (scale[one] * scale[other]) for one, other in combinations(alone, 2)]
    return np.array([*(means[name] for name in names()[: 2 * len(alone)]), *pairs])


def with_intervals(keyed: pd.DataFrame, rng: np.random.Generator, *, draws: int = DRAWS) -> dict[Name, intervals.Interval]:
    """Percentile intervals, people drawn anew with replacement; every pair of answers that there is counts."""
    answers, people = keyed.to_numpy(), len(keyed)
    # People are drawn and not answers: what one of them said stays together.
    drawn = np.array([figures(pairwise(answers[rng.integers(0, people, people)])) for _ in range(draws)])
    return dict(zip(names(), intervals.percentiles(figures(pairwise(answers)), drawn), strict=True))


def pairwise(answers: Floats) -> Floats:
    """Pearson's correlations, each over the people who answered both. What pandas gives, fast enough to be drawn 500 times."""
    there = (~np.isnan(answers)).astype(float)
    values = np.nan_to_num(answers)
    n = there.T @ there
    mean, square = values.T @ there / n, (values**2).T @ there / n
    variance = square - mean**2
    return np.asarray((values.T @ values / n - mean * mean.T) / np.sqrt(variance * variance.T))


@cache
def _masks() -> dict[Name, NDArray[np.bool_]]:
    """Which cells of the matrix each mean is taken of."""
    asked = statements.load()
    own = {name: np.array([s.dimension == name for s in asked]) for name in statements.dimensions()}
    forward = np.array([s.sign > 0 for s in asked])
    lower = np.tri(len(asked), k=-1, dtype=bool)
    masks = {("within", name): np.outer(mine, mine) & lower for name, mine in own.items()}
    masks |= {("across_keys", name): np.outer(mine & forward, mine & ~forward) for name, mine in own.items()}
    return masks | {("between", f"{one}-{other}"): np.outer(own[one], own[other]) for one, other in combinations(own, 2)}
