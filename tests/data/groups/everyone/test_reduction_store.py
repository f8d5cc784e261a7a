from collections.abc import Iterator

import pytest

from data.database_address import Database
from data.groups import cohort_store, team_store
from data.groups.everyone import reduction_store
from data.storage.store import Store
from data.totals import publishing
from tests.databases import store_at
from tests.invented.records import TODAY
from tests.invented.waiting import crowd, mix, wait


@pytest.fixture
def store(database: Database) -> Iterator[Store]:
    store = store_at(database)
    yield store
    store.close()


def kept(store: Store) -> set[str]:
    return {measure for (measure,) in store.read("SELECT DISTINCT measure FROM cohort_count")}


def test_a_round_keeps_everything_until_it_is_in_everyone_and_then_once_less(store: Store) -> None:
    keys = team_store.create(store, "North", closes_on=TODAY, today=TODAY)
    wait(store, crowd(7), round_id=team_store.closable_round(store, keys.manage).round_id)
    cohort_store.close_round(store, keys.manage, TODAY)
    publishing.freeze(store)
    assert (reduction_store.reduce_all(store), "answer.spark_moments" in kept(store)) == (0, True)
    wait(store, crowd(30))
    mix(store)

    done = [reduction_store.reduce_all(store) for _ in range(2)]

    assert (done[0] > 0, done[1]) == (True, 0)
    assert {measure.partition(".")[0] for measure in kept(store)} == {"stage", "score"}
