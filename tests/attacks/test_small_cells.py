"""The attack of docs/anonymity.md 4.1: a group so small that its total is a person.

Seen to fail: with ROUND_FLOOR = 5 and the CHECK of the schema lowered with it; with REFERENCE_FROM = 40; with `partition` hiding no
second stage.
"""

from collections.abc import Iterator

import pytest

from data.database_address import Database
from data.groups import cohort_store, team_store
from data.groups.team_keys import TeamKeys
from data.groups.team_store import Round
from data.instrument.advice import Stage
from data.instrument.answers import StageSelf
from data.storage.store import Store
from data.totals import publishing
from data.totals.published import Published, Reason, StandingOut, Withheld
from tests.databases import store_at
from tests.invented.crowd import Person
from tests.invented.records import TODAY


@pytest.fixture
def store(database: Database) -> Iterator[Store]:
    store = store_at(database)
    yield store
    store.close()


def answer(store: Store, round: Round, people: int, stage: StageSelf = StageSelf.EARLY) -> None:
    for _ in range(people):
        person = Person(stage=stage)
        person.finish(store)
        person.join(store, round)


def a_round(store: Store) -> tuple[TeamKeys, Round]:
    keys = team_store.create(store, "North", closes_on=TODAY, today=TODAY)
    return keys, team_store.closable_round(store, keys.manage)


@pytest.mark.parametrize("people", range(6))
def test_a_round_below_six_shows_nothing_in_any_way(store: Store, people: int) -> None:
    keys, round = a_round(store)
    answer(store, round, people)
    cohort_store.close_round(store, keys.manage, TODAY)
    cohort_store.run_daily(store, TODAY)

    found = publishing.round_insights(store, keys.insights)

    assert found.whole == publishing.round_totals(store, round.round_id) == Withheld("team", Reason.TOO_FEW)
    assert (found.stages, found.standing_out) == ({}, StandingOut())
    assert isinstance(publishing.reference_group(store), Withheld)
    assert isinstance(publishing.reliability(store), Withheld)
    assert all(isinstance(publishing.stage_group(store, stage).shown, Withheld) for stage in Stage)


def test_a_round_of_six_shows_something(store: Store) -> None:
    keys, round = a_round(store)
    answer(store, round, 6)
    cohort_store.close_round(store, keys.manage, TODAY)

    assert isinstance(publishing.round_insights(store, keys.insights).whole, Published)


def test_while_a_round_is_open_its_organiser_sees_nothing_at_all(store: Store) -> None:
    keys, round = a_round(store)
    before = publishing.round_insights(store, keys.insights)

    for _ in range(8):
        answer(store, round, 1)
        assert publishing.round_insights(store, keys.insights) == before
        assert team_store.invitation(store, keys.join) == team_store.invitation(store, keys.join)
    assert isinstance(before.whole, Withheld)


def test_the_one_person_of_a_life_stage_is_never_a_group(store: Store) -> None:
    keys, round = a_round(store)
    answer(store, round, 14)
    answer(store, round, 1, StageSelf.LATER)
    cohort_store.close_round(store, keys.manage, TODAY)

    found = publishing.round_insights(store, keys.insights)

    # Hiding that one alone would give it away by subtraction, so the larger stage is hidden with it.
    assert found.stages == {}
    assert isinstance(found.whole, Published)


@pytest.mark.parametrize(("people", "shown"), [(49, False), (50, True)])
def test_everyone_is_shown_from_fifty_people_on(store: Store, people: int, shown: bool) -> None:
    for _ in range(people):
        Person().wait(store)
    cohort_store.run_daily(store, TODAY)

    assert isinstance(publishing.reference_group(store), Published) == shown
