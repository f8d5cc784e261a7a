"""What a score is, and what every version's scores have in common (docs/instrument.md 2.1 and 2.2). Pure."""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from data.instrument.answers import Answer, Rating
from data.instrument.instrument import Instrument
from data.instrument.questions import Item
from data.instrument.scoring_rules import Level, Scoring


class Band(NamedTuple):
    """Where many more statements of the kind would put somebody, within 0 to 100."""

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
    # Levels across a cut that is so near that they are offered as well.
    neighbours: tuple[Level, ...] = ()
    # How many statements the score is worth, where forward and reversed ones count the same (docs/rk11.md 2.1).
    effective: float | None = None

    @property
    def shown(self) -> int | None:
        """The value as people see it."""
        return None if self.value is None else rounded(self.value)

    @property
    def borderline(self) -> bool:
        """Whether to say that it is close to a line (docs/instrument.md 2.2)."""
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


def level_of(rules: Scoring, value: float) -> Level:
    """Compares the unrounded value, so that 62.49 is not yet high."""
    if value < rules.cuts.low:
        return Level.LOW
    return Level.HIGH if value >= rules.cuts.high else Level.MID


def neighbours(rules: Scoring, value: float, reach: float) -> tuple[Level, ...]:
    """The levels across a cut that is less than so many points away."""
    level = level_of(rules, value)
    lines = ((rules.cuts.low, (Level.LOW, Level.MID)), (rules.cuts.high, (Level.MID, Level.HIGH)))
    near = [pair for cut, pair in lines if level in pair and abs(value - cut) < reach]
    return tuple(below if level == above else above for below, above in near)


def overall(instrument: Instrument, scores: Mapping[str, Score]) -> Overall | None:
    """The unweighted mean; None with fewer than six dimensions."""
    values = [score.value for score in scores.values() if score.value is not None]
    errors = [score.sem for score in scores.values() if score.sem is not None]
    if len(values) < instrument.scoring.overall_dimensions:
        return None
    # The root of the summed squares: errors of different dimensions partly cancel out (docs/instrument.md 2.4).
    return Overall(sum(values) / len(values), math.hypot(*errors) / len(errors))
