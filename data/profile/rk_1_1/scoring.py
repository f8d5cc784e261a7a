"""Scores and bands by the rules of rk-1.1 (docs/rk11.md 2.1 and 2.3): halves that count the same, and bands by the norms of the result."""

import math
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from data.instrument import norms as figures
from data.instrument.answers import Answer
from data.instrument.instrument import Instrument
from data.instrument.norms import Figures, Norms
from data.instrument.rk_1_1 import SecondRules
from data.profile.scoring import Band, Score, level_of, neighbours, rating

# What differs by less is equal: quotients that agree on paper may differ in the last bits.
SAME = 1e-9


class Halves(NamedTuple):
    """Raw answers to the forward and to the reversed statements of a dimension, missing ones left out."""

    forward: tuple[int, ...]
    reversed: tuple[int, ...]


class Precision(NamedTuple):
    """Reliability, standard error in points, and where true scores of people with this score lie on average."""

    rho: float
    sem: float
    expected: float


def assumed(instrument: Instrument, own: SecondRules) -> Norms:
    """norms-0: the same assumed figures for every dimension (docs/rk11.md 2.2)."""
    rules = own.norms
    reliability = {of.id: figures.alpha(len(instrument.items_of(of.id)), rules.inter_item) for of in instrument.dimensions}
    return Norms(name="norms-0", dimensions={id: Figures(mean=rules.mean, sd=rules.sd, alpha=alpha) for id, alpha in reliability.items()})


def score(instrument: Instrument, own: SecondRules, statements: Mapping[str, Answer], norms: Norms) -> dict[str, Score]:
    """One score per dimension, in the instrument's order of dimensions; unknown statements are left out of account."""
    return {
        of.id: _score(instrument, own, halves(instrument, of.id, statements), norms.dimensions[of.id], of.id)
        for of in instrument.dimensions
    }


def halves(instrument: Instrument, dimension: str, statements: Mapping[str, Answer]) -> Halves:
    """What was answered, each half in presentation order."""
    given = [(item.reverse, raw) for item in instrument.items_of(dimension) if (raw := rating(statements, item.id)) is not None]
    return Halves(tuple(raw for reverse, raw in given if not reverse), tuple(raw for reverse, raw in given if reverse))


def precision(of: Figures, *, asked: int, effective: float, value: float) -> Precision:
    """How sure a score is that is worth so many statements of a scale of `asked`."""
    rho = figures.alpha(effective, of.inter_item(asked))
    return Precision(rho, of.sd * math.sqrt(1 - rho), of.mean + rho * (value - of.mean))


def band(value: float, by: Precision, z: float) -> Band:
    """The envelope of both ways to an interval: round the score, and round what is expected of it (docs/rk11.md 2.3)."""
    narrow = z * by.sem * math.sqrt(by.rho)
    low, high = min(value - z * by.sem, by.expected - narrow), max(value + z * by.sem, by.expected + narrow)
    return Band(max(0.0, low), min(100.0, high))


def value_of(answers: Halves) -> float:
    """0 to 100, always a whole number of 240ths of it; one division, so that no cut is missed by the last bit."""
    a, b = len(answers.forward), len(answers.reversed)
    return 100 * (b * sum(raw - 1 for raw in answers.forward) + a * sum(5 - raw for raw in answers.reversed)) / (8 * a * b)


def _score(instrument: Instrument, own: SecondRules, answers: Halves, of: Figures, dimension: str) -> Score:
    rules, asked = instrument.scoring, len(instrument.items_of(dimension))
    a, b = len(answers.forward), len(answers.reversed)
    # With answers to one half alone, agreeing whatever is asked would move the score (docs/rk11.md 2.1).
    if a + b < math.ceil(rules.answered_share * asked) or not a or not b:
        return Score(dimension, asked, a + b)
    value, effective = value_of(answers), 4 * a * b / (a + b)
    by = precision(of, asked=asked, effective=effective, value=value)
    return Score(
        dimension,
        asked,
        a + b,
        mean=1 + value / 25,
        value=value,
        sem=by.sem,
        level=level_of(rules, value),
        band80=band(value, by, rules.z80),
        band95=band(value, by, rules.z95),
        neighbours=neighbours(rules, value, own.certainty.close * by.sem - SAME),
        effective=effective,
    )


def known(scores: Mapping[str, Score]) -> dict[str, tuple[float, float]]:
    """Value and standard error of the dimensions that have a score."""
    return {d: (score.value, score.sem) for d, score in scores.items() if score.value is not None and score.sem is not None}


def furthest(z: Mapping[str, float], *, cut: float, most: int) -> Sequence[str]:
    """At most so many dimensions from the cut on, the largest first; those that are equal keep their order."""
    over = [dimension for dimension, size in z.items() if size >= cut - SAME]
    return sorted(over, key=lambda dimension: round(-z[dimension], 9))[:most]
