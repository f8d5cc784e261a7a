"""The attack of docs/anonymity.md 5.1: everybody of a round but one lays their own answers together and looks for the last one's score.

They know how many they were, all answers but those of one, and everything that is published of an area: its mean and interval, how many
are low and high, and each statement's sides. The search is exact: every score that the last one may have is tried, and each answer.

Seen to fail: on 8e54aaf, where 57 % of the last scores were exact at 20 people and 20 % at 49; with the ten bars and the percentages to
five that rounds of 60 to 199 had until November 2026, where 25 % were exact at 60 and 8 % at 99. Newcomers and ends: with percentages to
ten and ends at ten below twenty people, where the level of 470 newcomers of 500 is certain at ten.
"""

import random
from collections import Counter
from collections.abc import Sequence
from statistics import median
from typing import NamedTuple

import pytest

from data.instrument.instrument import CURRENT, load
from data.instrument.scoring_rules import Level
from data.privacy_limits import DETAIL_FROM
from data.profile.scoring import level_of
from data.totals import rounding
from data.totals.tally_statistics import sample

SIZES = (6, 10, 15, 19, 20, 49, 50, 99, 199, 200)
# Of large rounds fewer, because each takes longer.
WORLDS, LARGE_WORLDS = 1_000, 250
# Of one area: four statements from 1 to 5, as most have.
STATEMENTS = 4
# What docs/anonymity.md 5.1 says of every size.
EXACT_AT_MOST = 0.02
# Of a newcomer between two rounds, docs/anonymity.md 3.7.
LEVEL_AT_MOST = 0.3

Sheet = tuple[int, ...]


class Left(NamedTuple):
    """How many scores the last one may have; whether their level is certain."""

    options: int
    level_is_certain: bool


def anybody(dice: random.Random) -> Sheet:
    mood = dice.gauss(3.4, 0.9)
    return tuple(min(5, max(1, round(dice.gauss(mood, 0.8)))) for _ in range(STATEMENTS))


def score(answers: Sheet) -> float:
    return 25 * (sum(answers) / STATEMENTS - 1)


def level(points: float) -> str:
    return level_of(load(CURRENT).scoring, points)


def of_scores(scores: Sequence[float]) -> object:
    """Everything published of the scores of a round, as coarse as its size demands."""
    found, size = sample(Counter(scores)), len(scores)
    assert found is not None
    levels = Counter({"low": 0, "mid": 0, "high": 0})
    levels.update(map(level, scores))
    return (
        rounding.mean(found, size=size),
        rounding.ends(levels, size=size),
    )


def of_answers(answers: Sequence[int]) -> object:
    """Everything published of a statement."""
    sides = Counter({"against": 0, "between": 0, "for": 0})
    sides.update("between" if answer == 3 else "for" if answer > 3 else "against" for answer in answers)
    return rounding.percentages(sides, size=len(answers)) if len(answers) >= DETAIL_FROM else {}


def left_of(others: Sequence[Sheet], last: Sheet) -> Left:
    """What the others cannot rule out."""
    told = of_scores([*map(score, others), score(last)])
    reached = {0}
    for place in range(STATEMENTS):
        known = [sheet[place] for sheet in others]
        shown = of_answers([*known, last[place]])
        fits = [answer for answer in range(1, 6) if of_answers([*known, answer]) == shown]
        reached = {total + answer for total in reached for answer in fits}
    scores = [25 * (total / STATEMENTS - 1) for total in reached]
    left = [points for points in scores if of_scores([*map(score, others), points]) == told]
    assert score(last) in left
    return Left(len(left), len(set(map(level, left))) == 1)


@pytest.mark.parametrize("people", SIZES)
def test_all_but_one_can_hardly_ever_work_out_the_last_score(people: int) -> None:
    dice, worlds = random.Random(people), WORLDS if people <= 50 else LARGE_WORLDS
    found = [left_of([anybody(dice) for _ in range(people - 1)], anybody(dice)) for _ in range(worlds)]

    exact = sum(left.options == 1 for left in found) / worlds
    certain = sum(left.level_is_certain for left in found) / worlds
    print(f"{people:3} people: {median(left.options for left in found):4.0f} scores left, exact {exact:.1%}, level certain {certain:.0%}")
    assert exact <= EXACT_AT_MOST


def newcomers(people: int, shown: tuple[object, object]) -> set[str]:
    """The levels that one newcomer may have, to whoever keeps the pages of both rounds and knows that everybody else answered alike."""
    found = set()
    for low in range(people + 1):
        for high in range(people + 1 - low):
            before = {"low": low, "mid": people - low - high, "high": high}
            if rounding.ends(before, size=people) != shown[0]:
                continue
            found |= {own for own in before if rounding.ends({**before, own: before[own] + 1}, size=people + 1) == shown[1]}
    return found


def levels_of(sheets: Sequence[Sheet]) -> dict[str, int]:
    return {"low": 0, "mid": 0, "high": 0} | Counter(level(score(sheet)) for sheet in sheets)


@pytest.mark.parametrize("people", [10, 14, 20])
def test_one_newcomer_between_two_rounds(people: int) -> None:
    dice, certain = random.Random(people), 0
    for _ in range(WORLDS // 2):
        others = [anybody(dice) for _ in range(people)]
        own = anybody(dice)
        before, after = levels_of(others), levels_of([*others, own])
        found = newcomers(people, (rounding.ends(before, size=people), rounding.ends(after, size=people + 1)))
        assert level(score(own)) in found
        assert found != {"mid"}
        certain += len(found) == 1

    print(f"{people} people and one newcomer: level certain {2 * certain / WORLDS:.0%}")
    assert certain <= LEVEL_AT_MOST * WORLDS / 2


def test_an_end_hides_at_least_three_people_whatever_the_size() -> None:
    """So whoever is the only one with an obstacle learns of nobody else; three others may have it, or none."""
    for people in range(10, 1_001):
        for shown in (
            [rounding.percentage(some, people, size=people) for some in range(people + 1)],
            *([rounding.ends(levels, size=people)[end] for levels in lows_or_highs(people, end)] for end in (Level.LOW, Level.HIGH)),
        ):
            assert len({*shown[:4]}) == len({*shown[-4:]}) == 1


def lows_or_highs(people: int, end: Level) -> list[dict[str, int]]:
    return [{"low": 0, "high": 0} | {"mid": people - some, end: some} for some in range(people + 1)]
