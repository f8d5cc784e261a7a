"""What may be said of how well the instrument measures, of everybody ever counted: a part of what the gate lets out."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple

from data.instrument.answers import Outcome as HowItGoes
from data.totals.published import Percentage


class Alpha(NamedTuple):
    """Cronbach's alpha with its 95% interval, to two decimals."""

    value: float
    low: float
    high: float


class Gaps(NamedTuple):
    """How many left a statement out, and for how many it does not apply."""

    skipped: Percentage
    does_not_apply: Percentage


class Agreeing(StrEnum):
    """How far people agree with whatever is asked: more than half a step to one side, or neither (docs/rk11.md 2.8)."""

    DISAGREES = "disagrees"
    NEITHER = "neither"
    AGREES = "agrees"


class OutcomeBand(StrEnum):
    """How well something is going: 0 to 4, 5 to 7, or 8 to 10."""

    BADLY = "badly"
    MIDDLE = "middle"
    WELL = "well"


@dataclass(frozen=True)
class Reliability:
    """Live figures on the instrument, of everybody ever counted and not left out.

    Attributes:
        alphas: of the dimensions with at least 100 whole answers; gaps by statement.
        hurried: the share of sheets with so many signs of hurry that they are left out.
        minutes: the middle time on statements.
        signs: the share of sheets with each sign of hurry, left out or not; this and what follows from rk-1.1 on, from 100 people.
        outcomes: by question; each is asked for itself, and nobody's is crossed with anything.
    """

    people: str
    alphas: Mapping[str, Alpha]
    gaps: Mapping[str, Gaps]
    hurried: Percentage
    minutes: int | None
    signs: Mapping[str, Percentage] = field(default_factory=dict)
    agreeing: Mapping[Agreeing, Percentage] = field(default_factory=dict)
    outcomes: Mapping[HowItGoes, Mapping[OutcomeBand, Percentage]] = field(default_factory=dict)
