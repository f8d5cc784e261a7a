"""Invented people, drawn from a model that is nobody's data: a check of the screens, and no evidence about anybody (docs/instrument.md 11).

Eight normal factors, each made of a general one and one of its own; statements load on their factor, are cut into five answers,
and lean a little towards agreeing whatever is asked. docs/demonstration.md has it in plain words.
"""

import random
from bisect import bisect
from collections.abc import Mapping
from math import sqrt
from types import MappingProxyType

from data.instrument.answers import Answer, Answers, Area, JobAndWork, LifeStage, Obstacles, Portrait, Responsibility, StageSelf, Step, Week
from data.instrument.instrument import CURRENT, load
from data.instrument.questions import Item

# How much of the general factor is in each area. Products of any two lie between .15 and .65, which are the correlations.
GENERAL = {
    "spark": 0.80,
    "purpose": 0.72,
    "alignment": 0.78,
    "momentum": 0.70,
    "growth": 0.68,
    "balance": 0.46,
    "outlet": 0.38,
    "support": 0.58,
}
LOADING = 0.67
# The spread of answering "agree" whatever is asked.
AGREEING = 0.25
# Cut points at which 6, 20, 45 and 82 in 100 favourable answers lie below.
_CUTS = (-1.555, -0.842, -0.126, 0.915)
# One number is drawn for both: below the first a statement is skipped, between the two it does not apply.
_SKIPPED, _DOES_NOT_APPLY = 0.015, 0.03
_RATINGS: tuple[Answer, ...] = (1, 2, 3, 4, 5)
_STAGES = {StageSelf.EARLY: 30, StageSelf.MID: 34, StageSelf.LATER: 28, StageSelf.UNSURE: 8}
# Seconds on a page of ten statements: the middle, and how far people differ (as a logarithm).
_PAGE_SECONDS, _PAGE_SPREAD = 88, 0.3
# Nine statements in less than 18 seconds count towards a sign of hurry (docs/instrument.md 7.1), and these people are calm.
_QUICKEST = 20

Leaning = Mapping[str, float]
NO_LEANING: Leaning = MappingProxyType({})


class People:
    """A source of invented people: the same seed gives the same people in the same order."""

    def __init__(self, seed: int) -> None:
        self._dice = random.Random(seed)

    def sheet(self, leaning: Leaning = NO_LEANING) -> Answers:
        """One more person's answers. A leaning moves them in some areas, in standard deviations, as a team's work may do."""
        # In this order for ever: the same dice thrown in another one would be other people.
        factors = self._factors(leaning)
        return Answers(
            life_stage=self._life_stage(),
            job_and_work=JobAndWork(portraits=self._portraits(factors)),
            statements=self._statements(factors),
            week=self._week(factors),
            obstacles=self._obstacles(factors),
            page_seconds={step: self._seconds() for step in (Step.JOB_AND_WORK, Step.DRIVE, Step.PATH, Step.BALANCE)},
        )

    def _factors(self, leaning: Leaning) -> dict[str, float]:
        general = self._dice.gauss()
        return {area: self._mixed(general, weight) + leaning.get(area, 0.0) for area, weight in GENERAL.items()}

    def _mixed(self, shared: float, weight: float) -> float:
        """A standard normal number that correlates with the shared one by its weight."""
        return weight * shared + sqrt(1 - weight**2) * self._dice.gauss()

    def _statements(self, factors: Mapping[str, float]) -> dict[str, Answer]:
        agreeing = self._dice.gauss(0, AGREEING)
        drawn = {item.id: self._answer(item, factors[item.dimension], agreeing) for item in load(CURRENT).items}
        return {id: answer for id, answer in drawn.items() if answer is not None}

    def _answer(self, item: Item, factor: float, agreeing: float) -> Answer | None:
        gap = self._dice.random()
        if gap < _DOES_NOT_APPLY:
            return None if gap < _SKIPPED else "na"
        favourable = self._mixed(factor, LOADING)
        if item.reverse:
            return _RATINGS[4 - bisect(_CUTS, favourable - agreeing)]
        return _RATINGS[bisect(_CUTS, favourable + agreeing)]

    def _life_stage(self) -> LifeStage:
        stage = self._dice.choices(list(_STAGES), list(_STAGES.values()))[0]
        carried = self._dice.sample([r for r in Responsibility if r is not Responsibility.NONE], self._dice.randrange(3))
        return LifeStage(stage_self=stage, responsibilities=tuple(carried))

    def _portraits(self, factors: Mapping[str, float]) -> dict[Portrait, int]:
        likeness = {
            Portrait.JOB: -factors["alignment"],
            Portrait.CAREER: factors["momentum"],
            Portrait.CALLING: (factors["purpose"] + factors["spark"]) / 2,
        }
        return {portrait: bisect((-0.9, 0.1, 1.0), self._mixed(like, 0.6)) for portrait, like in likeness.items()}

    def _week(self, factors: Mapping[str, float]) -> Week:
        career = self._hours(44 - 4 * factors["balance"], 5)
        now = {Area.CAREER: career, Area.PASSIONS: self._hours(6 + 3 * factors["outlet"], 2)}
        now |= {Area.CARE: self._hours(16, 6), Area.REST: self._hours(14 + 3 * factors["balance"], 4)}
        wish = {area: self._hours(hours + (-8 if area is Area.CAREER else 3), 2) for area, hours in now.items()}
        energy = {area: min(max(round(self._dice.gauss(hours / 6, 1.5)), 0), 10) for area, hours in now.items()}
        return Week(now=now, wish=wish, energy=energy)

    def _hours(self, usual: float, spread: float) -> int:
        return min(max(round(self._dice.gauss(usual, spread)), 0), 80)

    def _obstacles(self, factors: Mapping[str, float]) -> Obstacles:
        offered = [obstacle.id for obstacle in load(CURRENT).obstacles if obstacle.action]
        many = min(max(round(self._dice.gauss(2 - factors["support"], 0.8)), 1), 5)
        ticked = tuple(self._dice.sample(offered, many))
        return Obstacles(ticked=ticked, starred=ticked[:1])

    def _seconds(self) -> float:
        return max(round(_PAGE_SECONDS * self._dice.lognormvariate(0, _PAGE_SPREAD)), _QUICKEST)
