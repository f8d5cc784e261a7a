"""The attacks of docs/anonymity.md 4.2 and 4.3: subtracting sums over time and over groups that overlap.

Seen to fail: with `partition` giving every life stage a cohort of its own (and the floor of the schema lowered to let it);
with `_add_rounds` adding every small round by itself (the second kind of set only); with `_mix` leaving the rows of one cohort behind.
"""

import random
from pathlib import Path

import pytest

from data.privacy_limits import POOL_FLOOR, ROUND_FLOOR
from tests.attacks.worlds import numbered
from tests.attacks.worlds.elimination import Group, smallest_class, smallest_solved
from tests.attacks.worlds.many import lots
from tests.attacks.worlds.world import worlds


@pytest.mark.parametrize("seeds", lots(), ids=str)
def test_nothing_ever_published_tells_fewer_people_apart_than_the_floor(private_store: Path, seeds: range) -> None:
    published, agreements = 0, 0
    for world in worlds(private_store, seeds):
        assert smallest_class(world.seen) >= ROUND_FLOOR
        assert smallest_solved(world.seen) >= ROUND_FLOOR
        assert smallest_class(world.detailed) >= POOL_FLOOR
        assert smallest_solved(world.detailed) >= POOL_FLOOR
        published += len(world.seen)
        # What is said of an agreement is of the whole of a round of ten or more, whoever left it open included, and of nothing else.
        said = list(numbered.said_of_agreements(world.store))
        assert [one for one in said if one[0] != one[1] or one[1] < POOL_FLOOR] == []
        assert numbered.said_among_everyone(world.store) == []
        agreements += len(said)

    # Worlds in which nothing happens would prove nothing.
    # Everyone is mixed seldom among so few, rounds are told whenever they close.
    assert published > 2 * len(seeds)
    assert agreements


def test_the_same_algebra_solves_people_where_totals_are_live() -> None:
    """What it would find without cohorts: a team's total read after each answer, from the fifth on."""
    live: list[Group] = [frozenset(range(people)) for people in range(5, 12)]

    assert (smallest_class(live), smallest_solved(live)) == (1, 1)


def test_the_same_algebra_finds_batches_that_overlap() -> None:
    """Groups that each advance after five new answers, but not after the same five: three people fall out."""
    team, stage, both = frozenset(range(10)), frozenset(range(3, 16)), frozenset(range(16))

    assert (smallest_class([team, stage]), smallest_class([team, stage, both])) == (3, 3)
    assert (smallest_solved([team, stage]), smallest_solved([team, stage, both])) == (9, 3)


def test_elimination_finds_what_was_hidden_in_sums() -> None:
    dice = random.Random(7)
    base = [frozenset(dice.sample(range(40), 20)) for _ in range(30)]

    assert smallest_solved(base) > 1
    assert smallest_solved([*base, base[0] ^ {min(base[0])}]) == 1
