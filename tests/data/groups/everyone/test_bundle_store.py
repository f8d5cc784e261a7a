from collections.abc import Iterator
from datetime import timedelta

import pytest

from data.database_address import Database
from data.groups import cohort_store, team_store
from data.groups.everyone import bundle_store
from data.storage.store import Store
from tests.databases import store_at
from tests.invented.records import TODAY
from tests.invented.waiting import crowd, mix, wait


@pytest.fixture
def store(database: Database) -> Iterator[Store]:
    store = store_at(database)
    yield store
    store.close()


def test_everyone_is_due_once_the_drawn_day_has_come_which_lies_in_the_coming_week(store: Store) -> None:
    assert bundle_store.is_due(store, TODAY)

    with store.transaction() as cursor:
        bundle_store.draw_next(cursor, TODAY)

    monday = TODAY + timedelta(days=7 - TODAY.weekday())
    assert not bundle_store.is_due(store, monday - timedelta(days=1))
    assert bundle_store.is_due(store, monday + timedelta(days=6))


def test_a_round_waits_to_enter_until_it_has(store: Store) -> None:
    keys = team_store.create(store, "North", closes_on=TODAY, today=TODAY)
    wait(store, crowd(7), round_id=team_store.closable_round(store, keys.manage).round_id)
    cohort_store.close_round(store, keys.manage, TODAY)
    waiting = [sum(of.values()) for of in bundle_store.of_rounds(store).values()]
    wait(store, crowd(30))

    mix(store)

    assert (waiting, bundle_store.of_rounds(store), bundle_store.counted(store, "rk-1.1")) == ([7], {}, 37)
