from collections.abc import Iterator
from datetime import timedelta

import pytest

from data.database_address import Database
from data.keys import new_key
from data.record import record_store
from data.record.viewer_link import Section
from data.retention.erasure import delete_everything
from data.sharing import preview_store, viewer_link_store
from data.sharing.preview_store import Preview
from data.sharing.shared_profile import copy_of
from data.storage.store import Store
from tests.databases import store_at
from tests.invented.full_record import profile
from tests.invented.records import NEXT_YEAR, TODAY, becoming, somebody

PREVIEW = Preview(shown=copy_of(profile(), [Section.SUMMARY]), label="For Kim")


@pytest.fixture
def store(database: Database) -> Iterator[Store]:
    store = store_at(database)
    yield store
    store.close()


def rows(store: Store) -> int:
    return int(store.read("SELECT count(*) FROM share")[0][0])


def test_it_is_read_back_by_its_owner_alone_until_tomorrow(store: Store) -> None:
    own = new_key()
    preview_store.keep(store, own, PREVIEW, today=TODAY)

    days = [TODAY, TODAY + timedelta(days=1), TODAY + timedelta(days=2)]
    assert [preview_store.read(store, own, today=day) for day in days] == [PREVIEW, PREVIEW, None]
    assert preview_store.read(store, new_key(), today=TODAY) is None


def test_the_next_one_takes_its_place(store: Store) -> None:
    own, second = new_key(), Preview(shown=copy_of(profile(), [Section.WEEK]))
    preview_store.keep(store, own, PREVIEW, today=TODAY)
    preview_store.keep(store, own, second, today=TODAY)

    assert preview_store.read(store, own, today=TODAY) == second
    assert rows(store) == 1


def test_nothing_of_it_is_told_by_what_lies_in_the_database(store: Store) -> None:
    preview_store.keep(store, new_key(), PREVIEW, today=TODAY)

    ((sealed,),) = store.read("SELECT sealed FROM share")
    assert b"Kim" not in sealed and b"summary" not in sealed


def test_it_goes_with_the_link_with_everything_and_with_its_day(store: Store) -> None:
    own = new_key()
    record_store.change(store, own, becoming(somebody()), keep_until=NEXT_YEAR)
    preview_store.keep(store, own, PREVIEW, today=TODAY)
    viewer_link_store.create(store, own, PREVIEW.shown, label="", today=TODAY, keep_until=NEXT_YEAR)
    assert (preview_store.read(store, own, today=TODAY), rows(store)) == (None, 1)

    preview_store.keep(store, own, PREVIEW, today=TODAY)
    delete_everything(store, own)
    assert rows(store) == 0

    preview_store.keep(store, own, PREVIEW, today=TODAY)
    assert viewer_link_store.drop_expired(store, TODAY + timedelta(days=2)) == 1
    assert rows(store) == 0


def test_one_that_cannot_be_read_is_none(store: Store) -> None:
    own = new_key()
    preview_store.keep(store, own, PREVIEW, today=TODAY)
    store.write("UPDATE share SET sealed = $1", [b"\x01" * 80])

    assert preview_store.read(store, own, today=TODAY) is None
