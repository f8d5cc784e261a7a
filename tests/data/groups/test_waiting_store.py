from collections.abc import Iterator
from datetime import timedelta

import pytest

from data.database_address import Database
from data.errors import MixedMeanwhile, StoreTrouble
from data.groups import cohort_store, team_store, waiting_store
from data.storage.store import Store
from tests.databases import store_at
from tests.invented.records import TODAY
from tests.invented.waiting import crowd, mix, sheets, submitted, wait


@pytest.fixture
def store(database: Database) -> Iterator[Store]:
    store = store_at(database)
    yield store
    store.close()


def keys_of(store: Store) -> int:
    return int(store.read("SELECT count(*) FROM waiting_key")[0][0])


def test_what_is_laid_down_is_what_is_opened(store: Store) -> None:
    people = crowd(3)

    wait(store, people)

    assert sorted(sheets(store)) == sorted(submitted(answers).codes for answers in people)
    assert {len(sealed) for (sealed,) in store.read("SELECT sealed FROM pending")} == {320 + 48}


def test_both_versions_are_padded_to_one_length(store: Store) -> None:
    wait(store, crowd(1))
    wait(store, crowd(1), "rk-1.0")

    assert len({len(sealed) for (sealed,) in store.read("SELECT sealed FROM pending")}) == 1


def test_a_week_has_one_key_and_the_next_week_another(store: Store) -> None:
    monday = TODAY - timedelta(days=TODAY.weekday())
    for days in (0, 6, 7):
        wait(store, crowd(1), day=monday + timedelta(days=days))

    assert keys_of(store) == 2


def test_a_key_of_everyone_goes_once_nobody_waits_under_it(store: Store) -> None:
    wait(store, crowd(30))
    wait(store, crowd(1), "rk-1.0", day=TODAY + timedelta(days=7))

    cohort_store.run_daily(store, TODAY + timedelta(days=8))

    assert keys_of(store) == 1
    assert store.read("SELECT count(*) FROM wrapped_key") == [(1,)]


def test_whoever_comes_once_the_key_of_the_week_is_gone_waits_under_a_new_one(store: Store) -> None:
    wait(store, crowd(1))
    store.write("DELETE FROM pending", [])
    with store.transaction() as cursor:
        waiting_store.erase_unused_keys(cursor)

    wait(store, crowd(2))

    assert (len(waiting_store.open_everyone(store)), keys_of(store)) == (2, 1)


def test_rows_of_which_some_are_gone_are_not_erased_by_halves(store: Store) -> None:
    wait(store, crowd(3))
    opened = waiting_store.open_everyone(store)
    store.write("DELETE FROM pending WHERE pending_id = $1", [opened[0].pending_id])

    with pytest.raises(MixedMeanwhile), store.transaction() as cursor:
        waiting_store.erase(cursor, opened)

    assert store.read("SELECT count(*) FROM pending") == [(2,)]


def test_nothing_is_sealed_to_a_round_whose_key_is_gone(store: Store) -> None:
    keys = team_store.create(store, "North", closes_on=TODAY, today=TODAY)
    round_id = team_store.closable_round(store, keys.manage).round_id
    with store.transaction() as cursor:
        waiting_store.erase_round_key(cursor, round_id)

    with pytest.raises(StoreTrouble):
        wait(store, crowd(1), round_id=round_id)


def test_a_lost_secret_costs_what_waits_and_nothing_else(database: Database) -> None:
    """Whoever comes after it is counted, whoever waited is told of, and the former secret brings them back."""
    store = store_at(database)
    wait(store, crowd(32))
    former = store.secret.path.rename(store.secret.path.with_name("former"))
    store.close()
    store = store_at(database)
    assert waiting_store.count_unreadable(store) == 32
    wait(store, crowd(31, seed=2))

    assert cohort_store.run_daily(store, TODAY)

    assert store.read("SELECT sum(people) FROM cohort") == [(31,)]
    assert store.read("SELECT count(*) FROM pending") == [(32,)]
    store.close()
    former.rename(store.secret.path)
    store = store_at(database)
    assert waiting_store.count_unreadable(store) == 0
    assert mix(store, TODAY + timedelta(days=1))
    assert store.read("SELECT sum(people) FROM cohort") == [(63,)]
    store.close()
