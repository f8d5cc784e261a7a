"""Turns statements into scores (docs/instrument.md 2.1 and 2.2). Pure: answers and content in, values out."""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from data.instrument.answers import Answer, Rating
from data.instrument.instrument import Instrument
from data.instrument.questions import Item
from data.instrument.scoring_rules import Level, Scoring


class Band(NamedTuple):
    """Where the usual level probably lies, within 0 to 100."""

    low: float
    high: float


@dataclass(frozen=True)
class Score:
    """One dimension. Everything after `answered` is None where too few statements were answered; `value` is 0 to 100, unrounded."""

    dimension: str
    asked: int
    answered: int
    mean: float | None = None
    value: float | None = None
    sem: float | None = None
    level: Level | None = None
    band80: Band | None = None
    band95: Band | None = None
    # Levels across a cut that is less than one standard error away.
    neighbours: tuple[Level, ...] = ()

    @property
    def shown(self) -> int | None:
        """The value as people see it."""
        return None if self.value is None else rounded(self.value)

    @property
    def borderline(self) -> bool:
        """Whether to say "close to the line" (docs/instrument.md 2.2)."""
        return bool(self.neighbours)


@dataclass(frozen=True)
class Overall:
    """The mean of the scores there are. Shown small, never as a headline, and nobody is ranked by it."""

    value: float
    sem: float

    @property
    def shown(self) -> int:
        return rounded(self.value)


def rounded(value: float) -> int:
    """Halves go up, as people expect; Python's own rounding sends 62.5 to 62."""
    return math.floor(value + 0.5)


def rating(statements: Mapping[str, Answer], item: str) -> Rating | None:
    """The raw answer from 1 to 5; None for a skipped statement and for "does not apply"."""
    answer = statements.get(item)
    return None if answer == "na" else answer


def keyed(item: Item, raw: int) -> int:
    """The answer turned so that 5 is always the most favourable."""
    return 6 - raw if item.reverse else raw


def score(instrument: Instrument, statements: Mapping[str, Answer]) -> dict[str, Score]:
    """One score per dimension, in the instrument's order of dimensions; unknown statements are left out of account."""
    return {dimension.id: _score(instrument, dimension.id, statements) for dimension in instrument.dimensions}


def level_of(rules: Scoring, value: float) -> Level:
    """Compares the unrounded value, so that 62.49 is not yet high."""
    if value < rules.cuts.low:
        return Level.LOW
    return Level.HIGH if value >= rules.cuts.high else Level.MID


def standard_error(rules: Scoring, answered: int) -> float:
    """How far a score of that many statements is likely to be off, in points (docs/instrument.md 2.2)."""
    return rules.sd * math.sqrt((1 - rules.inter_item) / (1 + (answered - 1) * rules.inter_item))


def overall(instrument: Instrument, scores: Mapping[str, Score]) -> Overall | None:
    """The unweighted mean; None with fewer than six dimensions."""
    values = [score.value for score in scores.values() if score.value is not None]
    errors = [score.sem for score in scores.values() if score.sem is not None]
    if len(values) < instrument.scoring.overall_dimensions:
        return None
    return Overall(sum(values) / len(values), math.hypot(*errors) / len(errors))


def strongest(instrument: Instrument, scores: Mapping[str, Score]) -> tuple[str, ...]:
    """The dimensions that cannot be told from the top one, in the instrument's order; empty without any score."""
    return _alike(instrument, scores, top=True)


def lowest(instrument: Instrument, scores: Mapping[str, Score]) -> tuple[str, ...]:
    """The dimensions that cannot be told from the bottom one, in the instrument's order; empty without any score."""
    return _alike(instrument, scores, top=False)


def _score(instrument: Instrument, dimension: str, statements: Mapping[str, Answer]) -> Score:
    items = instrument.items_of(dimension)
    answers = [keyed(item, raw) for item in items if (raw := rating(statements, item.id)) is not None]
    rules, count = instrument.scoring, len(answers)
    if count < math.ceil(rules.answered_share * len(items)):
        return Score(dimension, len(items), count)
    # One division: summing shares of 25 would give 44.999... for some sheets and move them across a cut.
    value = 100 * sum(answer - 1 for answer in answers) / (4 * count)
    sem = standard_error(rules, count)
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
        neighbours=_neighbours(rules, value, sem),
    )


def _band(value: float, half: float) -> Band:
    return Band(max(0.0, value - half), min(100.0, value + half))


def _neighbours(rules: Scoring, value: float, sem: float) -> tuple[Level, ...]:
    level = level_of(rules, value)
    lines = ((rules.cuts.low, (Level.LOW, Level.MID)), (rules.cuts.high, (Level.MID, Level.HIGH)))
    near = [pair for cut, pair in lines if level in pair and abs(value - cut) < sem]
    return tuple(below if level == above else above for below, above in near)


def _alike(instrument: Instrument, scores: Mapping[str, Score], *, top: bool) -> tuple[str, ...]:
    known = {d: (s.value, s.sem) for d, s in scores.items() if s.value is not None and s.sem is not None}
    if not known:
        return ()
    value, sem = known[(max if top else min)(known, key=lambda dimension: known[dimension][0])]
    z = instrument.scoring.z80
    return tuple(d for d, (other, error) in known.items() if abs(value - other) <= z * math.hypot(sem, error))
