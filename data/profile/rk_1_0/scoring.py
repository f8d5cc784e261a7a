"""Scores, bands and sets by the rules of rk-1.0 (docs/instrument.md 2.1 to 2.3)."""

import math
from collections.abc import Mapping

from data.instrument.answers import Answer
from data.instrument.instrument import Instrument
from data.instrument.rk_1_0 import Uncertainty
from data.profile.scoring import Band, Score, keyed, level_of, neighbours, rating


def score(instrument: Instrument, rules: Uncertainty, statements: Mapping[str, Answer]) -> dict[str, Score]:
    """One score per dimension, in the instrument's order of dimensions; unknown statements are left out of account."""
    return {dimension.id: _score(instrument, rules, dimension.id, statements) for dimension in instrument.dimensions}


def standard_error(rules: Uncertainty, answered: int) -> float:
    """How far a score of that many statements is likely to be off, in points (docs/instrument.md 2.2)."""
    return rules.sd * math.sqrt((1 - rules.inter_item) / (1 + (answered - 1) * rules.inter_item))


def strongest(instrument: Instrument, scores: Mapping[str, Score]) -> tuple[str, ...]:
    """The dimensions that cannot be told from the top one, in the instrument's order; empty without any score."""
    return _alike(instrument, scores, top=True)


def lowest(instrument: Instrument, scores: Mapping[str, Score]) -> tuple[str, ...]:
    """The dimensions that cannot be told from the bottom one, in the instrument's order; empty without any score."""
    return _alike(instrument, scores, top=False)


def _score(instrument: Instrument, own: Uncertainty, dimension: str, statements: Mapping[str, Answer]) -> Score:
    items = instrument.items_of(dimension)
    answers = [keyed(item, raw) for item in items if (raw := rating(statements, item.id)) is not None]
    rules, count = instrument.scoring, len(answers)
    if count < math.ceil(rules.answered_share * len(items)):
        return Score(dimension, len(items), count)
    # One division: summing shares of 25 would give 44.999... for some sheets and move them across a cut.
    value = 100 * sum(answer - 1 for answer in answers) / (4 * count)
    sem = standard_error(own, count)
    return Score(
        dimension,
        len(items),
        count,
        mean=sum(answers) / count,
        value=value,
        sem=sem,
        level=level_of(rules, value),
        band80=_band(value, rules.z80 * sem),
        band95=_band(value, rules.z95 * sem),
        neighbours=neighbours(rules, value, sem),
    )


def _band(value: float, half: float) -> Band:
    return Band(max(0.0, value - half), min(100.0, value + half))


def _alike(instrument: Instrument, scores: Mapping[str, Score], *, top: bool) -> tuple[str, ...]:
    known = {d: (s.value, s.sem) for d, s in scores.items() if s.value is not None and s.sem is not None}
    if not known:
        return ()
    value, sem = known[(max if top else min)(known, key=lambda dimension: known[dimension][0])]
    z = instrument.scoring.z80
    return tuple(d for d, (other, error) in known.items() if abs(value - other) <= z * math.hypot(sem, error))
