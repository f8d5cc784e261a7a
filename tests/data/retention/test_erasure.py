from datetime import timedelta

import pytest

from data.database_address import Database
from data.errors import BadKey
from data.groups import team_store
from data.keys import new_key
from data.record import record_store
from data.record.record import Record
from data.record.viewer_link import Section
from data.retention.erasure import delete_everything
from data.sharing import viewer_link_store
from data.sharing.shared_profile import copy_of
from tests.databases import store_at
from tests.invented.crowd import Person
from tests.invented.full_record import profile
from tests.invented.records import NEXT_YEAR, TODAY, becoming, somebody


def test_deleting_everything_withdraws_every_link(database: Database) -> None:
    store, owner = store_at(database), new_key()
    shown = copy_of(profile(), [Section.SUMMARY])
    link = viewer_link_store.create(store, owner, shown, label="", today=TODAY, keep_until=NEXT_YEAR)

    first, second = delete_everything(store, owner), delete_everything(store, owner)

    assert (first, second) == (True, False)
    with pytest.raises(BadKey):
        viewer_link_store.read(store, link.key, TODAY)
    assert store.read("SELECT count(*) FROM share") == [(0,)]
    store.close()


def test_an_unreadable_record_can_still_be_deleted(database: Database) -> None:
    store, owner = store_at(database), new_key()
    record_store.change(store, owner, becoming(somebody()), keep_until=NEXT_YEAR)
    store.write("UPDATE record SET sealed = $1", [b"\x01" * 80])

    assert delete_everything(store, owner)
    assert record_store.read(store, owner, keep_until=NEXT_YEAR) is None
    store.close()


def test_deleting_everything_erases_what_waits_in_a_round_and_among_everyone(database: Database) -> None:
    store, in_a_team, alone = store_at(database), Person(), Person()
    keys = team_store.create(store, "North", closes_on=TODAY + timedelta(days=7), today=TODAY)
    in_a_team.finish(store)
    in_a_team.join(store, team_store.closable_round(store, keys.manage))
    alone.wait(store)

    assert delete_everything(store, in_a_team.key) and delete_everything(store, alone.key)
    assert store.read("SELECT count(*) FROM pending") == [(0,)]
    store.close()


def test_nothing_of_anybody_else_goes_with_it(database: Database) -> None:
    store, owner, other = store_at(database), Person(), Person()
    owner.wait(store)
    other.wait(store)

    delete_everything(store, owner.key)

    assert other.record(store) != Record()
    assert store.read("SELECT count(*) FROM pending") == [(1,)]
    store.close()
