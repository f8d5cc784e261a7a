"""How much of a group may be shown, by its size, and the blurring of every number (docs/anonymity.md 3.4 and 3.5). Pure."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from data.instrument.scoring_rules import Level
from data.privacy_limits import DETAIL_FROM, FINER_FROM, FINEST_FROM, PERCENTAGES_FROM, REFERENCE_FROM, ROUND_FLOOR
from data.profile.scoring import rounded
from data.totals.published import PERCENTILE_STEP, Bar, Bound, Mean, Percentage, Rank
from data.totals.tally_statistics import Interval, Sample, Tally, mean_interval, sample

_WEEK_STEP = 5
_TENTHS = 10
# A group of one mind would have an interval of no width, which would tell everybody's score.
_NARROWEST = 2


@dataclass(frozen=True)
class OfPercentages:
    """How coarse percentages are for a group of some size. Nothing is told beyond `edge` points of either end."""

    percentage_step: int
    percentage_edge: int


@dataclass(frozen=True)
class Precision(OfPercentages):
    """The same of a round, and how coarse its means are."""

    mean_step: int
    mean_edge: int


@dataclass(frozen=True)
class PrecisionOfEveryone(OfPercentages):
    """The same of everyone, and in how many bars scores are told; each is blurred (docs/anonymity.md 3.15)."""

    bars: int


# Up to how many people, and how coarse. Where three people or fewer would be told, an end begins: "at most" hides at least three, so that
# whoever is one of them learns nothing of the others (docs/anonymity.md 3.5).
_PRECISION = (
    (DETAIL_FROM, Precision(mean_step=5, mean_edge=10, percentage_step=20, percentage_edge=30)),
    (40, Precision(mean_step=5, mean_edge=5, percentage_step=20, percentage_edge=30)),
    (FINER_FROM, Precision(mean_step=5, mean_edge=5, percentage_step=10, percentage_edge=10)),
    (FINEST_FROM, Precision(mean_step=2, mean_edge=6, percentage_step=5, percentage_edge=5)),
)
_FINEST = Precision(mean_step=1, mean_edge=0, percentage_step=2, percentage_edge=2)
_OF_EVERYONE = (
    (60, PrecisionOfEveryone(percentage_step=5, percentage_edge=10, bars=5)),
    (200, PrecisionOfEveryone(percentage_step=5, percentage_edge=5, bars=10)),
    (400, PrecisionOfEveryone(percentage_step=2, percentage_edge=2, bars=10)),
)
_FINEST_OF_EVERYONE = PrecisionOfEveryone(percentage_step=1, percentage_edge=1, bars=10)


def precision_for(people: int) -> Precision:
    return next((coarse for below, coarse in _PRECISION if people < below), _FINEST)


def precision_of_everyone(people: int) -> PrecisionOfEveryone:
    return next((coarse for below, coarse in _OF_EVERYONE if people < below), _FINEST_OF_EVERYONE)


def size_band(people: int) -> str:
    """The size of a group as it may be told."""
    for low, end in pairwise((ROUND_FLOOR, PERCENTAGES_FROM, DETAIL_FROM, REFERENCE_FROM)):
        if people < end:
            return f"{low}-{end - 1}"
    return f"{REFERENCE_FROM}+"


def wide_size_band(people: int) -> str:
    """The same for everybody ever counted: 100-199, 200-499, 500-999, 1,000-1,999 and so on."""
    power = 10 ** (len(str(people)) - 1)
    low = max(step * power for step in (1, 2, 5) if step * power <= people)
    high = low * 5 // 2 if low == 2 * power else low * 2
    return f"{low:,}-{high - 1:,}"


def percentage(people: int, of: int, *, size: int) -> Percentage:
    """One percentage of a group, coarse as its size demands."""
    return percentage_told(people, of, precision_for(size))


def percentage_told(people: int, of: int, coarse: OfPercentages) -> Percentage:
    points = 100 * people / of
    if points <= coarse.percentage_edge:
        return Percentage(coarse.percentage_edge, Bound.AT_MOST)
    if points >= 100 - coarse.percentage_edge:
        return Percentage(100 - coarse.percentage_edge, Bound.AT_LEAST)
    return Percentage(_nearest(points, coarse.percentage_step))


def percentages(tally: Mapping[str, int], *, size: int) -> dict[str, Percentage]:
    """Percentages of those who are in the tally; empty where they are too few to show percentages of."""
    of = sum(tally.values())
    return {name: percentage(people, of, size=min(of, size)) for name, people in tally.items()} if of >= PERCENTAGES_FROM else {}


def ends(levels: Mapping[str, int], *, size: int) -> dict[Level, Percentage]:
    """How many are low and how many high, never how many are between: the middle holds four scores alone (docs/anonymity.md 5.8).

    The low are told as of an even number of people and the high as of an odd one: so one more who is neither moves one of the two figures
    at most, and nobody can tell from both that they are between.
    """
    of = sum(levels.values())
    if of < PERCENTAGES_FROM:
        return {}
    coarse = precision_for(min(of, size))
    nexts = {Level.LOW: of + of % 2, Level.HIGH: of + 1 - of % 2}
    return {level: _told_as_of(levels[level], of, next, coarse) for level, next in nexts.items()}


def _told_as_of(people: int, of: int, next: int, coarse: Precision) -> Percentage:
    told = percentage_told(people, of, coarse)
    # Where nearly all are low or high, hardly anybody can be the other.
    return told if told.bound is Bound.AT_LEAST else percentage_told(people, next, coarse)


def mean(found: Sample, *, size: int) -> Mean:
    """The mean, and its interval where that may be shown; never so narrow as to tell that all are alike."""
    people = min(found.people, size)
    coarse = precision_for(people)
    value = _within(_nearest(found.mean, coarse.mean_step), coarse.mean_edge)
    interval = mean_interval(found)
    if people < DETAIL_FROM or interval is None:
        return Mean(value)
    # As wide to either side, and in steps of the mean: two ends to the point would tell the mean, and the spread with it.
    reach = max(value - interval.low, interval.high - value, _NARROWEST)
    away = coarse.mean_step * math.ceil(reach / coarse.mean_step)
    return Mean(value, _within(value - away, coarse.mean_edge), _within(value + away, coarse.mean_edge))


def week_points(points: Tally) -> int:
    """The mean, to the nearest five: it comes from bins of ten points."""
    found = sample(points)
    return _nearest(found.mean, _WEEK_STEP) if found else 0


def bars_of_everyone(tenths: Sequence[int], *, size: int) -> tuple[Bar, ...]:
    """The distribution in bars of one width, of how many scores of everyone, blurred, lie in each tenth of the scale."""
    of = sum(tenths)
    coarse = precision_of_everyone(min(of, size))
    width, together = 100 // coarse.bars, _TENTHS // coarse.bars
    counts = [sum(tenths[place : place + together]) for place in range(0, _TENTHS, together)]
    return tuple(Bar(i * width, (i + 1) * width, percentage_told(n, of, coarse)) for i, n in enumerate(counts))


def percentile_steps(tenths: Sequence[int], *, statements: int) -> tuple[Rank, ...]:
    """Percentiles in steps of five, from 5 to 95, as the scores at which they change (docs/instrument.md 6.1).

    Read off tenths, as if scores were spread evenly over each. A score stands for what lies up to half way to the next that an area of
    so many statements can have: as many of its own lie below it as above.
    """
    of, half_way = sum(tenths), 100 / (4 * statements) / 2
    steps = [Rank(0.0, PERCENTILE_STEP)]
    for percentile in range(2 * PERCENTILE_STEP, 100, PERCENTILE_STEP):
        reached = _passed(tenths, of * (percentile - PERCENTILE_STEP / 2) / 100)
        steps.append(Rank(max(0.0, reached - half_way), percentile))
    return tuple(steps)


def _passed(tenths: Sequence[int], below: float) -> float:
    """At which points so many lie below."""
    for place, people in enumerate(tenths):
        if below <= people:
            return (place + below / people) * 100 / _TENTHS
        below -= people
    return 100.0


def difference(apart: float, interval: Interval | None, *, size: int) -> int | None:
    """How far a team's mean lies from everyone's, where that is worth a word: at least five points, and surely not none."""
    if interval is None or interval.holds(0) or abs(apart) < 5:
        return None
    return points(apart, size=size)


def points(exact: float, *, size: int) -> int:
    """A number of points, as coarse as a mean of so many people."""
    return _nearest(exact, precision_for(size).mean_step)


def _nearest(value: float, step: int) -> int:
    return step * rounded(value / step)


def _within(value: int, edge: int) -> int:
    return min(100 - edge, max(edge, value))
