from collections.abc import Iterator
from contextlib import closing, contextmanager

import psycopg
import pytest

from data.database_address import PostgresAddress
from data.errors import StoreTrouble
from data.storage import migrations
from data.storage.store import Store
from tests.data.storage.engines.test_postgres_store import at_once
from tests.databases import store_at


@contextmanager
def of_an_older_one(address: PostgresAddress) -> Iterator[psycopg.Connection]:
    """A database before the last migration, and a connection of whoever made it."""
    with psycopg.connect(address.uri, autocommit=True) as older:
        older.execute(b"ALTER TABLE cohort DROP COLUMN reduced")
        older.execute(b"DELETE FROM migration WHERE name = '014_kept.sql'")
        yield older


def applied(connection: psycopg.Connection) -> int:
    ((count,),) = connection.execute("SELECT count(*) FROM migration").fetchall()
    return int(count)


def test_beside_an_older_one_that_runs_nothing_is_brought_up_to_date(address: PostgresAddress) -> None:
    """Seen to fail: without looking who else is connected."""
    with of_an_older_one(address) as older:
        with pytest.raises(StoreTrouble, match="upgrade_beside_others"):
            store_at(address)
        left = applied(older)
    with closing(store_at(address)) as store:
        assert store.is_writable()
        assert (left, store.read("SELECT count(*) FROM migration")) == (migrations.COUNT - 1, [(migrations.COUNT,)])


def test_processes_of_one_version_bring_a_schema_up_to_date_that_start_at_once(address: PostgresAddress) -> None:
    """Seen to fail: with the one that waits for its turn taken for an older one."""
    opened: list[Store] = []
    with of_an_older_one(address):
        pass
    at_once(*[lambda: opened.append(store_at(address)) for _ in range(3)])

    for store in opened:
        assert store.is_writable()
        store.close()
    assert len(opened) == 3
