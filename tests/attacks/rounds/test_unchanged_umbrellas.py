"""The attack of docs/anonymity.md 4.16 on an umbrella: two rounds in which all others answer alike, and one who comes into a team.

Whoever is of that team lays together both pages of the whole and those of each team that is shown by itself, knows one own sheet and who
took part, and searches as in test_unchanged_answers.py.
"""

import random
from collections.abc import Iterator, Sequence

import pytest

from data.groups.cohorts import partition
from data.privacy_limits import ROUND_FLOOR
from tests.attacks.rounds.test_unchanged_answers import ENOUGH, left, score_of
from tests.attacks.test_colluders import Sheet, anybody
from tests.attacks.worlds.alike import ALL, NONE, Places, View

# How many there are of each team before one more comes into the first: shown by itself on both pages, or once that one has come.
# From 200 on figures of the whole are finer and guard less, as in any round (docs/anonymity.md 5.8).
SIZES = [(6, 6), (6, 7), (9, 7), (6, 16), (10, 10), (9, 7, 4, 2), (5, 7), (5, 6, 9)]
WORLDS = 8
# The means of one's own team come on top of the whole, so fewer are left now and then, but never one or two (docs/anonymity.md 5.8).
LEFT_AT_LEAST, FEWER_AT_MOST = 3, 0.25


def pages(sizes: Sequence[int], reader: Sheet, of_comer: Places) -> Iterator[View]:
    """Of one round: that of the whole, and that of each team that is shown."""
    plans = partition({str(place): people for place, people in enumerate(sizes)}, ROUND_FLOOR)
    yield View(of_comer, (reader,), tuple(range(len(sizes))))
    for place in (int(plan.stages[0]) for plan in plans if len(plan.stages) == 1):
        yield View(NONE if place else of_comer, () if place else (reader,), (place,), ROUND_FLOOR)


def both(sizes: Sequence[int], reader: Sheet) -> list[View]:
    first, *others = sizes
    return [*pages(sizes, reader, NONE), *pages((first + 1, *others), reader, ALL)]


def worlds(sizes: Sequence[int]) -> Iterator[tuple[Sheet, Sheet, list[list[Sheet]]]]:
    """A reader, who comes, and the others of each team."""
    dice = random.Random(str(sizes))
    for _ in range(WORLDS):
        reader, comes = anybody(dice), anybody(dice)
        yield reader, comes, [[anybody(dice) for _ in range(many - (not place))] for place, many in enumerate(sizes)]


@pytest.mark.parametrize("sizes", SIZES, ids=str)
def test_who_comes_into_a_team_of_an_umbrella_is_never_certain(sizes: tuple[int, ...]) -> None:
    found = [left(others, comes, both(sizes, reader), score_of(ALL)) for reader, comes, others in worlds(sizes)]

    fewer = sum(many < ENOUGH for many in found) / len(found)
    print(f"{sizes} people and one who comes: fewer than five scores left in {fewer:.0%}, {min(found)} at least")
    assert min(found) >= LEFT_AT_LEAST
    assert fewer <= FEWER_AT_MOST
