"""Sheets of a whole round that are published just as its own were: some of them, or the proof that there are none, by integer programs.

From 20 people on an interval is published, and so a spread: there, what is not found near by counts as ruled out, which is against us.
Of one area: four statements from 1 to 5. Nothing is known of the others but how many they are; on every page they answer alike.
They are in groups, of which a page is of some: of an umbrella there is one of everybody, and one of each team that is shown by itself.
"""

import math
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import chain, product
from typing import NamedTuple, TypeAlias, cast

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, milp

from data.instrument.scoring_rules import Level
from data.privacy_limits import DETAIL_FROM, ROUND_FLOOR
from data.totals import rounding
from data.totals.published import Mean, Percentage
from data.totals.tally_statistics import Sample, sample
from tests.attacks.test_colluders import STATEMENTS, Sheet, level, of_answers, of_scores

Array: TypeAlias = np.ndarray[tuple[int, ...], np.dtype[np.float64]]

# The places of statements that somebody answered.
Places = tuple[int, ...]
# The others, by what stands on which pages.
Groups: TypeAlias = Sequence[Sequence[Sheet]]
ALL, NONE = tuple(range(STATEMENTS)), ()
EVERY: list[Sheet] = [(a, b, c, d) for a, b, c, d in product(range(1, 6), repeat=STATEMENTS)]
SIDES, LEVELS = ("against", "between", "for"), tuple(Level)
# Scores go in sixteenths; the last two of what a sheet adds to a page are its score and the square of it.
MOST, POINT = 16, 100 / 16
_LEVELS = STATEMENTS * len(SIDES)
SUM = _LEVELS + len(LEVELS)
SQUARES = SUM + 1

# What is not found within so many nodes, or with the sum of the others so near to the true one, is taken as ruled out: against us.
_PATIENCE, _SUMS = {"node_limit": 200}, 6


class View(NamedTuple):
    """One page: what of the person in question is on it, whose sheets on it are known beside, and which groups of the others are on it.

    `coarse_as` is given for a team of an umbrella, of which the mean alone is told, as of so many people, below 20.
    """

    answered: Places
    known: tuple[Sheet, ...]
    of: tuple[int, ...] = (0,)
    coarse_as: int = 0


class Page(NamedTuple):
    """Everything published of the area: of so many scores, as coarse as for such a size, and of so many answers to each statement."""

    scored: int
    size: int
    answered: tuple[int, ...]
    scores: tuple[Mean, dict[Level, Percentage]] | None
    sides: tuple[dict[str, Percentage], ...]


def sixteenths(sheet: Sheet, answered: Places = ALL) -> int | None:
    """The score by rk-1.1: from three answers on, and both halves, those that are turned round and those not, weigh the same."""
    if len(answered) < 3:
        return None
    halves = ([sheet[place] - 1 for place in half if place in answered] for half in (ALL[:2], ALL[2:]))
    return sum(2 * sum(half) // len(half) for half in halves)


def published(others: Groups, own: Sheet, view: View) -> Page:
    given = [(own, view.answered), *((sheet, ALL) for sheet in chain(view.known, *(others[group] for group in view.of)))]
    scores = [POINT * found for found in (sixteenths(*one) for one in given) if found is not None]
    if view.coarse_as:
        return Page(len(scores), view.coarse_as, (), (mean_of(scores, view.coarse_as), {}), ())
    answers = [[sheet[place] for sheet, answered in given if place in answered] for place in ALL]
    shown = of_scores(scores) if len(scores) >= ROUND_FLOOR else None
    sides = tuple(cast("dict[str, Percentage]", of_answers(one)) for one in answers)
    told = cast("tuple[Mean, dict[Level, Percentage]] | None", shown)
    return Page(len(scores), len(scores), tuple(map(len, answers)), told, sides)


def mean_of(scores: Sequence[float], size: int) -> Mean:
    found = sample(Counter(scores))
    assert found is not None and size < DETAIL_FROM
    return rounding.mean(found, size=size)


@dataclass(frozen=True)
class Search:
    """For some sheets of the others, and one of `instead` for the person's own; those have one score on each page."""

    others: Groups
    own: Sheet
    views: Sequence[View]
    instead: Sequence[Sheet]

    def finds(self) -> bool:
        """Whether there are any that are published alike on every page."""
        for further in self.spreads():
            found = self.solved(further)
            if found is None and not further:
                return False
            if found is not None and self.pages_of(*found) == self.pages:
                return True
        return False

    @cached_property
    def pages(self) -> list[Page]:
        return self.pages_of(self.others, self.own)

    def pages_of(self, others: Groups, own: Sheet) -> list[Page]:
        return [published(others, own, view) for view in self.views]

    @cached_property
    def added(self) -> list[tuple[Array, Array]]:
        """To each page: what every kind of sheet adds, and each of those instead; and what those that are known have added."""
        return [
            (
                np.hstack([*self.of_others(view), np.array([adds(sheet, view.answered) for sheet in self.instead]).T]),
                np.array([adds(sheet) for sheet in view.known]).reshape(-1, SQUARES + 1).sum(axis=0),
            )
            for view in self.views
        ]

    def of_others(self, view: View) -> list[Array]:
        return [_OF_KINDS * (group in view.of) for group in range(len(self.others))]

    def solved(self, further: Sequence[LinearConstraint]) -> tuple[list[list[Sheet]], Sheet] | None:
        many, kinds = [*map(len, self.others), 1], [*[len(KINDS)] * len(self.others), len(self.instead)]
        of_each = np.repeat(np.eye(len(many)), kinds, axis=1)
        bounds = Bounds(0, np.repeat(many, kinds))
        limits = [LinearConstraint(of_each, many, many), *self.alike, *further]
        whole = np.ones(sum(kinds))
        found = milp(0 * whole, constraints=limits, integrality=whole, bounds=bounds, options=_PATIENCE)
        if found.x is None:
            return None
        *others, own = np.split(np.rint(found.x).astype(int), np.cumsum(kinds)[:-1])
        named = [[sheet for sheet, of in zip(KINDS, times, strict=True) for _ in range(of)] for times in others]
        return named, self.instead[int(np.argmax(own))]

    @cached_property
    def alike(self) -> list[LinearConstraint]:
        found = []
        for page, (matrix, known) in zip(self.pages, self.added, strict=True):
            if not (told := list(figures(page))):
                continue
            before = np.array([known[places].sum() for places, _ in told])
            rows = np.array([matrix[places].sum(axis=0) for places, _ in told])
            low, high = np.array([fits for _, fits in told]).T
            found.append(LinearConstraint(rows, low - before, high - before))
        return found

    def spreads(self) -> Iterator[list[LinearConstraint]]:
        """What makes intervals alike: for the true sum of the others, as will mostly do; for none at all; and for sums near it."""
        if all(page.scores is None or page.scores[0].low is None for page in self.pages):
            yield []
            return
        true = sum(sixteenths(sheet) or 0 for sheet in chain(*self.others))
        yield self.spread(true) or []
        yield []
        yield from filter(None, (self.spread(true + off) for away in range(1, _SUMS) for off in (-away, away)))

    def spread(self, total: int) -> list[LinearConstraint] | None:
        """None where a mean would be another."""
        found = []
        for page, view, (matrix, known) in zip(self.pages, self.views, self.added, strict=True):
            if page.scores is None or page.scores[0].low is None:
                continue
            whole = total + int(known[SUM]) + (sixteenths(self.instead[0], view.answered) or 0)
            least, most = sums(page.scores[0].value, page.scored, page.size)
            low, high = squares(page.scores[0], page.scored, whole) if least <= whole <= most else (1, 0)
            if low > high:
                return None
            found.append(LinearConstraint(matrix[SUM], whole - known[SUM], whole - known[SUM]))
            found.append(LinearConstraint(matrix[SQUARES], low - known[SQUARES], high - known[SQUARES]))
        return found


def side(answer: int) -> str:
    return "between" if answer == 3 else "for" if answer > 3 else "against"


@cache
def adds(sheet: Sheet, answered: Places = ALL) -> tuple[int, ...]:
    """What a sheet adds to each count of a page, to the sum of scores and to that of their squares."""
    score = sixteenths(sheet, answered)
    row = [int(place in answered and side(sheet[place]) == name) for place in ALL for name in SIDES]
    if score is None:
        return (*row, *[0] * (SQUARES + 1 - len(row)))
    return (*row, *(int(level(POINT * score) == name) for name in LEVELS), score, score**2)


# Sheets that add the same are one.
KINDS = list({adds(sheet): sheet for sheet in EVERY}.values())
_OF_KINDS = np.array([adds(sheet) for sheet in KINDS]).T


def figures(page: Page) -> Iterator[tuple[list[int], tuple[int, int]]]:
    """Which counts a figure is the sum of, and between which two it lies; intervals aside."""
    for place, shown in enumerate(page.sides):
        yield from (([len(SIDES) * place + SIDES.index(name)], people(told, page.answered[place])) for name, told in shown.items())
    if page.scores is None:
        return
    mean, levels = page.scores
    yield [SUM], sums(mean.value, page.scored, page.size)
    yield from (([_LEVELS + LEVELS.index(name)], people_at(name, told, page.scored)) for name, told in levels.items())


@cache
def people(told: Percentage, of: int) -> tuple[int, int]:
    fits = [some for some in range(of + 1) if rounding.percentage(some, of, size=of) == told]
    return min(fits), max(fits)


@cache
def people_at(end: Level, told: Percentage, of: int) -> tuple[int, int]:
    fits = [
        some for some in range(of + 1) if rounding.ends({**dict.fromkeys(Level, 0), end: some, Level.MID: of - some}, size=of)[end] == told
    ]
    return min(fits), max(fits)


@cache
def sums(told: int, of: int, size: int) -> tuple[int, int]:
    fits = [total for total in range(MOST * of + 1) if rounding.mean(Sample(of, POINT * total / of, 0.0), size=size).value == told]
    return min(fits), max(fits)


@cache
def squares(told: Mean, of: int, total: int) -> tuple[int, int]:
    """Sums of squares with which a sum is published with that interval; the first above the second where there are none."""

    def reach(square: int) -> int:
        spread = POINT * math.sqrt((square - total**2 / of) / (of - 1))
        found = rounding.mean(Sample(of, POINT * total / of, spread), size=of)
        return (found.high or 0) - (found.low or 0)

    every, width = range(-(-(total**2) // of), MOST * total + 1), (told.high or 0) - (told.low or 0)
    return every.start + bisect_left(every, width, key=reach), every.start + bisect_right(every, width, key=reach) - 1
