"""Invented people for the self-test: normal traits, some who agree with everything more than others, answers in five steps."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from pilot import statements
from pilot.selftest.five_points import Steps

Floats = NDArray[np.float64]

# Cuts of the keyed answers: shares of .06, .14, .25, .37 and .18, which rk-1.1 was simulated with.
ANSWERS = Steps((-1.5548, -0.8416, -0.1257, 0.9154))
# 0 to 10, most of them between 4 and 8.
OUTCOME = Steps((-2.3, -1.9, -1.5, -1.1, -0.7, -0.3, 0.2, 0.7, 1.2, 1.8))
# How much of each dimension all share: correlations from .17 to .62, as rk-1.1 was simulated with.
_SHARED = {
    "spark": 0.80,
    "purpose": 0.72,
    "alignment": 0.78,
    "momentum": 0.70,
    "growth": 0.68,
    "balance": 0.46,
    "outlet": 0.38,
    "support": 0.58,
}
# Taken in turn, so that neighbours differ.
_LOADINGS = (0.60, 0.72, 0.66, 0.78, 0.54, 0.69, 0.63)
AGREEING = 0.30
# The correlation of a trait with itself some weeks later.
STABLE = 0.80
# Which trait an outcome hangs on, and how closely.
TIES = {"working_life": ("spark", 0.60), "life_outside": ("outlet", 0.50)}
# By how many SD the group's keyed answers lie above what its traits would give, and what part of the loading is left to it.
EASIER = {"bal_first": -0.9, "bal_energy": 0.9}
WEAKER = {"spark_moments": 0.0}
# The groups differ in every trait as well, which must not be taken for unfairness.
AHEAD = 0.4
GROUP, REFERENCE = "yes", "no"
# Of all answers.
SKIPPED, DOES_NOT_APPLY = 0.01, 0.01

ASKED = statements.load()
DIMENSIONS = list(statements.dimensions())
PLACE = np.array([DIMENSIONS.index(s.dimension) for s in ASKED])
SIGNS = np.array([float(s.sign) for s in ASKED])
LOADINGS = np.array([_LOADINGS[place % len(_LOADINGS)] for place in range(len(ASKED))])
_LOADED = np.array([_SHARED[name] for name in DIMENSIONS])
BETWEEN = np.outer(_LOADED, _LOADED) + np.diag(1 - _LOADED**2)


@dataclass(frozen=True)
class People:
    traits: Floats
    agreeing: Floats


def people(n: int, rng: np.random.Generator) -> People:
    return People(rng.multivariate_normal(np.zeros(len(DIMENSIONS)), BETWEEN, n), AGREEING * rng.standard_normal(n))


def later(first: People, rng: np.random.Generator) -> People:
    """The same people with a part of their traits drawn anew; who agrees with everything still does."""
    anew = people(len(first.traits), rng).traits
    return People(STABLE * first.traits + np.sqrt(1 - STABLE**2) * anew, first.agreeing)


def rows(drawn: People, rng: np.random.Generator) -> pd.DataFrame:
    """As a file holds them, gaps and outcomes included."""
    leaning = LOADINGS * drawn.traits[:, PLACE]
    # What is left to chance fills each answer's variance up to 1, which the cuts are made for.
    return _table(leaning + np.sqrt(1 - LOADINGS**2 - AGREEING**2) * rng.standard_normal(leaning.shape), drawn, rng)


def rows_of_two_groups(drawn: People, rng: np.random.Generator) -> pd.DataFrame:
    """The same with some statements that the second half answers differently, beyond what its traits are."""
    group = np.arange(len(drawn.traits)) >= len(drawn.traits) // 2
    ahead = People(drawn.traits + AHEAD * group[:, None], drawn.agreeing)
    loadings = np.where(group[:, None], LOADINGS * _by_statement(WEAKER, 1.0), LOADINGS)
    leaning = loadings * ahead.traits[:, PLACE] + group[:, None] * _by_statement(EASIER, 0.0)
    table = _table(leaning + np.sqrt(1 - loadings**2 - AGREEING**2) * rng.standard_normal(leaning.shape), ahead, rng)
    return table.assign(group_caring=np.where(group, GROUP, REFERENCE))


def _by_statement(some: Mapping[str, float], rest: float) -> Floats:
    return np.array([some.get(s.id, rest) for s in ASKED])


def _table(leaning: Floats, drawn: People, rng: np.random.Generator) -> pd.DataFrame:
    keyed = 1 + ANSWERS.of(leaning + SIGNS * drawn.agreeing[:, None])
    raw = pd.DataFrame(np.where(SIGNS > 0, keyed, 6 - keyed).astype(int), columns=statements.ids()).astype(object)
    luck = rng.random(raw.shape)
    table = raw.mask(luck < SKIPPED, "").mask(luck > 1 - DOES_NOT_APPLY, "na")
    table.insert(0, "person", [f"p{number:04}" for number in range(len(table))])
    return table.assign(
        **{name: _outcome(drawn, *tie, rng) for name, tie in TIES.items()}, minutes=np.exp(rng.normal(2.1, 0.3, len(table))).round(1)
    )


def _outcome(drawn: People, trait: str, r: float, rng: np.random.Generator) -> NDArray[np.int64]:
    own = drawn.traits[:, DIMENSIONS.index(trait)]
    return OUTCOME.of(r * own + np.sqrt(1 - r**2) * rng.standard_normal(len(own))).astype(int)
