"""What is true of the invented people, by formula: what an analysis finds in an endless file of them, without gaps."""

from collections.abc import Callable
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from pilot import statements
from pilot.selftest.five_points import correlation
from pilot.selftest.invented import AGREEING, ANSWERS, BETWEEN, DIMENSIONS, LOADINGS, OUTCOME, PLACE, SIGNS, STABLE, TIES

Floats = NDArray[np.float64]


def loadings() -> dict[str, float]:
    """Weaker than those of the traits behind, because five steps blur them. By Spearman's triads, so without fitting any model."""
    # What agreeing adds to every two statements is taken off first, since it is no part of any loading.
    shared = _answers(1.0) - (AGREEING * ANSWERS.kept) ** 2 * np.outer(SIGNS, SIGNS)
    found = np.empty(len(LOADINGS))
    for own in _own().values():
        found[own] = [_triads(shared[np.ix_(own, own)], place) for place in range(len(own))]
    return dict(zip(statements.ids(), map(float, found), strict=True))


def agreeing() -> dict[str, float]:
    """In steps of the answers."""
    return {"all statements": AGREEING * float(ANSWERS.terms[0])}


def omega() -> dict[str, float]:
    """Agreeing takes no part in the sum: it raises as many of a dimension's statements as it lowers."""
    together, found = _answers(1.0), np.array(list(loadings().values()))
    return {name: float(found[own].sum() ** 2 / _sum(together, own)) for name, own in _own().items()}


def factors() -> dict[str, float]:
    return _pairs(lambda one, other: float(BETWEEN[DIMENSIONS.index(one), DIMENSIONS.index(other)]))


def htmt() -> dict[str, float]:
    together, own = _answers(1.0), _own()

    def ratio(one: str, other: str) -> float:
        return float(together[np.ix_(own[one], own[other])].mean() / np.sqrt(_within(together, own[one]) * _within(together, own[other])))

    return _pairs(ratio)


def retest() -> dict[str, float]:
    now, later = _answers(1.0), _answers(STABLE)
    # The same statement twice has its trait and the habit in common with itself, and its own chance is drawn anew.
    np.fill_diagonal(later, correlation(STABLE * LOADINGS**2 + AGREEING**2, ANSWERS, ANSWERS))
    return {name: _sum(later, own) / _sum(now, own) for name, own in _own().items()}


def outcomes() -> dict[str, float]:
    """As 'outcome-dimension'."""
    together, found = _answers(1.0), {}
    for outcome, (trait, tie) in TIES.items():
        for name, own in _own().items():
            each = correlation(tie * LOADINGS[own] * BETWEEN[DIMENSIONS.index(trait), DIMENSIONS.index(name)], ANSWERS, OUTCOME)
            found[f"{outcome}-{name}"] = float(each.sum() / np.sqrt(_sum(together, own)))
    return found


def _answers(stable: float) -> Floats:
    """Correlations of all keyed answers, with 1 in the diagonal."""
    together = correlation(
        stable * np.outer(LOADINGS, LOADINGS) * BETWEEN[np.ix_(PLACE, PLACE)] + AGREEING**2 * np.outer(SIGNS, SIGNS), ANSWERS, ANSWERS
    )
    np.fill_diagonal(together, 1.0)
    return together


def _triads(shared: Floats, one: int) -> float:
    """The loading that explains the correlations of one statement with every two others."""
    rest = [place for place in range(len(shared)) if place != one]
    return float(np.sqrt(np.mean([shared[one, j] * shared[one, k] / shared[j, k] for j, k in combinations(rest, 2)])))


def _own() -> dict[str, NDArray[np.int64]]:
    return {name: np.flatnonzero(place == PLACE) for place, name in enumerate(DIMENSIONS)}


def _sum(together: Floats, own: NDArray[np.int64]) -> float:
    return float(together[np.ix_(own, own)].sum())


def _within(together: Floats, own: NDArray[np.int64]) -> float:
    return (_sum(together, own) - len(own)) / (len(own) * (len(own) - 1))


def _pairs(figure: Callable[[str, str], float]) -> dict[str, float]:
    return {f"{one}-{other}": figure(one, other) for one, other in combinations(DIMENSIONS, 2)}
