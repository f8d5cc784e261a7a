"""The only things about a group that a screen, a chart or an export may be given. They come from `publishing` and hold nothing exact."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import NamedTuple, TypeAlias

from data.instrument.advice import Stage
from data.instrument.answers import Area
from data.instrument.scoring_rules import Level

# Beside the patterns, and beside the corners of the map: the share of those who lie between two of them (docs/rk11.md 3.2).
BETWEEN = "between"
# Of an agreement, where too few answered to tell the two apart.
YES_OR_PARTLY = "yes_or_partly"
# Percentiles are told in steps of so many, and nobody is told to be beyond the first or the last.
PERCENTILE_STEP = 5


class Bound(StrEnum):
    """Whether a percentage is about its number, or somewhere at an end where it is not told further."""

    ABOUT = "about"
    AT_MOST = "at most"
    AT_LEAST = "at least"


class Percentage(NamedTuple):
    """So many in 100."""

    points: int
    bound: Bound = Bound.ABOUT


class Mean(NamedTuple):
    """A mean from 0 to 100; the ends of its 95% interval only from 20 people on."""

    value: int
    low: int | None = None
    high: int | None = None


class Bar(NamedTuple):
    """How many of the scores lie from `low` to below `high`; the last bar holds 100 as well."""

    low: int
    high: int
    percentage: Percentage


class Rank(NamedTuple):
    """From these points on, so many in 100 are lower."""

    points: float
    percentile: int


class Reason(StrEnum):
    """Why nothing is shown. To a reader an empty group and one that is too small are the same."""

    TOO_FEW = "too_few"
    ROUND_OPEN = "round_open"
    # Closed, and nobody came yet whose link opens what waits in it.
    ROUND_SEALED = "round_sealed"


class Side(StrEnum):
    """What people said to a statement, turned so that favourable is always the good side."""

    UNFAVOURABLE = "unfavourable"
    NEUTRAL = "neutral"
    FAVOURABLE = "favourable"


class Agreement(StrEnum):
    """How alike the views in a group are (docs/instrument.md 6.4)."""

    ALIKE = "alike"
    MIXED = "mixed"
    WIDE = "wide"


class Alike(StrEnum):
    """How alike a team is, compared with people in general (docs/rk11.md 3.2)."""

    CLOSER = "closer"
    FURTHER = "further"
    LIKE_EVERYONE = "like_everyone"


@dataclass(frozen=True)
class Withheld:
    """Nothing may be shown of this group, not even how few it is."""

    label: str
    reason: Reason


@dataclass(frozen=True)
class Published:
    """What may be shown of a group. A part that its size does not allow is empty, and so is a dimension that too few have a score for.

    Attributes:
        label: "everyone", a life stage, "team", or the name of a team of an umbrella.
        n_band: its size as it may be told; of a team of an umbrella that it is six or more.
        means: by dimension, from 6 people.
        levels: percentages of low and of high by dimension, never of what lies between; these, orientations and obstacles from 10.
        bars: the distribution of scores, of everyone and of life stages alone. All that follows from 20.
        agreement: how alike views are by themselves, in rk-1.0 alone.
        quadrants: from rk-1.1 on with the share of those `BETWEEN` two, as patterns are.
        week: the mean share of the week that each area has, to the nearest five, under "now" and "wish".
        ranks: what `compare` reads percentiles from; from 200, and never for a team.
    """

    label: str
    n_band: str
    instrument: str
    means: Mapping[str, Mean]
    levels: Mapping[str, Mapping[Level, Percentage]] = field(default_factory=dict)
    orientations: Mapping[str, Percentage] = field(default_factory=dict)
    obstacles: Mapping[str, Percentage] = field(default_factory=dict)
    bars: Mapping[str, tuple[Bar, ...]] = field(default_factory=dict)
    statements: Mapping[str, Mapping[Side, Percentage]] = field(default_factory=dict)
    agreement: Mapping[str, Agreement] = field(default_factory=dict)
    quadrants: Mapping[str, Percentage] = field(default_factory=dict)
    patterns: Mapping[str, Percentage] = field(default_factory=dict)
    week: Mapping[str, Mapping[Area, int]] = field(default_factory=dict)
    ranks: Mapping[str, tuple[Rank, ...]] = field(default_factory=dict)


Outcome: TypeAlias = Published | Withheld


@dataclass(frozen=True)
class Comparison:
    """The group that one's own scores are shown against; `asked` is the life stage that was asked for where it is not the one used."""

    shown: Outcome
    asked: Stage | None = None


class Ends(NamedTuple):
    """The dimensions to name as the highest and as the lowest; both may be empty."""

    highest: tuple[str, ...] = ()
    lowest: tuple[str, ...] = ()


@dataclass(frozen=True)
class StandingOut:
    """What may be said of a team besides its own figures.

    Attributes:
        differences: from everyone, in points; only those worth a word.
        no_difference: the dimensions that were compared with everyone and have none.
        alike: how far apart the team is, compared with people in general; from 20 people and from rk-1.1 on.
        ends: None where too few took part for any dimension to be named.
    """

    differences: Mapping[str, int] = field(default_factory=dict)
    no_difference: tuple[str, ...] = ()
    alike: Mapping[str, Alike] = field(default_factory=dict)
    ends: Ends | None = None


@dataclass(frozen=True)
class ShownRound:
    """What a closed round says beside others: its means, just as they stand on its own page."""

    number: int
    closed_on: date
    instrument: str
    n_band: str
    means: Mapping[str, Mean]


@dataclass(frozen=True)
class OverTime:
    """A team's closed rounds of which anything may be shown, oldest first; `too_few_on`: when a newer one closed that was too small."""

    rounds: tuple[ShownRound, ...] = ()
    too_few_on: date | None = None


@dataclass(frozen=True)
class Agreements:
    """What was agreed on after a round, and what this round says of what was agreed on before it, all by the ids of agreements.

    Attributes:
        happened: percentages by what people said, from 10 answers; below 20 yes and partly are one, `YES_OR_PARTLY`.
    """

    agreed: tuple[str, ...] = ()
    happened: Mapping[str, Mapping[str, Percentage]] = field(default_factory=dict)


@dataclass(frozen=True)
class Insights:
    """One closed round of a team; `number` is missing where nothing may be shown. Its breakdown: `stages`, or of an umbrella `teams`.

    Attributes:
        everyone: by dimension, in points, where half of everyone are above and half below; empty where everyone is too few to be shown.
    """

    team: str
    closed_on: date | None
    whole: Outcome
    stages: Mapping[Stage, Outcome] = field(default_factory=dict)
    standing_out: StandingOut = StandingOut()
    number: int | None = None
    over_time: OverTime = OverTime()
    agreements: Agreements = Agreements()
    teams: Mapping[int, Published] = field(default_factory=dict)
    everyone: Mapping[str, int] = field(default_factory=dict)
