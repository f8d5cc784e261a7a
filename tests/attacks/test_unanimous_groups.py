"""The attack of docs/anonymity.md 4.5: where everybody answers alike, a total is everybody's answer.

Seen to fail: with `mean_edge=0` below twenty; with `percentage_edge=0`; with DETAIL_FROM = 6; with `_NARROWEST = 0`.
"""

from collections.abc import Iterator
from dataclasses import fields

import pytest

from data.database_address import Database
from data.groups import cohort_store, team_store
from data.storage.store import Store
from data.totals import publishing
from data.totals.published import Bound, Percentage, Published
from tests.databases import store_at
from tests.invented.crowd import Person, of_one_mind
from tests.invented.records import TODAY


@pytest.fixture
def store(database: Database) -> Iterator[Store]:
    store = store_at(database)
    yield store
    store.close()


def a_round(store: Store, people: int, favourable: int) -> Published:
    keys = team_store.create(store, "North", closes_on=TODAY, today=TODAY)
    round = team_store.closable_round(store, keys.manage)
    for _ in range(people):
        person = Person(statements=of_one_mind(favourable))
        person.finish(store)
        person.join(store, round)
    cohort_store.close_round(store, keys.manage, TODAY)
    found = publishing.round_insights(store, keys.insights).whole
    assert isinstance(found, Published)
    return found


def shares(value: object) -> list[Percentage]:
    """Every share anywhere in what was published."""
    if isinstance(value, Percentage):
        return [value]
    if isinstance(value, dict):
        return [share for part in value.values() for share in shares(part)]
    if isinstance(value, tuple):
        return [share for part in value for share in shares(part)]
    return []


@pytest.mark.parametrize("people", [6, 9, 10, 19, 20, 30])
@pytest.mark.parametrize("favourable", [1, 5])
def test_a_group_of_one_mind_never_reads_as_all_or_none(store: Store, people: int, favourable: int) -> None:
    found = a_round(store, people, favourable)

    told = shares(tuple(getattr(found, part.name) for part in fields(found)))
    assert {(share.points, share.bound) for share in told} <= {(30, Bound.AT_MOST), (70, Bound.AT_LEAST)}
    assert bool(told) == (people >= 10)
    edge = 10 if people < 20 else 5
    assert {mean.value for mean in found.means.values()} == {edge if favourable == 1 else 100 - edge}
    assert all(mean.high > mean.low for mean in found.means.values() if mean.low is not None and mean.high is not None)


@pytest.mark.parametrize("people", [6, 10, 19])
def test_no_statement_is_shown_of_fewer_than_twenty(store: Store, people: int) -> None:
    found = a_round(store, people, 5)

    assert (found.statements, found.bars, found.agreement, found.patterns, found.quadrants) == ({}, {}, {}, {}, {})
