"""The attack of docs/anonymity.md 4.11: somebody copies the database file and looks for people in it: deleted rows, order, times, keys.

Seen to fail: without the rewrite (erased rows are still in the file); with `OUT_OF_ORDER` empty; with a TIMESTAMP column in `pending`.
"""

import random
from datetime import timedelta
from pathlib import Path
from uuid import UUID

from data.groups import cohort_store, contribution_store, team_store
from data.storage.engines.duckdb_store import DuckDBStore
from tests.invented.crowd import Person
from tests.invented.records import NEXT_YEAR, TODAY

# Everything that is known of whoever waits: if a column is to be added, think of this attack first.
PENDING = ["pending_id", "round_id", "instrument", "key_id", "sealed", "arrived_on"]


def on_disk(store: DuckDBStore) -> bytes:
    store.rewrite()
    return store.path.read_bytes()


def as_stored(id: UUID) -> bytes:
    """How DuckDB lays down a UUID: as a number with its first bit turned, in two halves, each from its low end."""
    number = id.int ^ (1 << 127)
    return (number & (2**64 - 1)).to_bytes(8, "little") + (number >> 64).to_bytes(8, "little")


def test_whoever_was_mixed_or_withdrew_is_gone_from_the_file(private_store: Path) -> None:
    store, people = DuckDBStore(private_store), [Person() for _ in range(31)]
    for person in people:
        person.wait(store)
    ids = [person.record(store).contributions[0].pending_id for person in people]
    here = on_disk(store)
    assert [id for id in ids if as_stored(id) not in here] == []

    contribution_store.withdraw(store, people[0].key, people[0].record(store).contributions[0], keep_until=NEXT_YEAR)
    cohort_store.run_daily(store, TODAY)
    gone = on_disk(store)

    assert [id for id in ids if as_stored(id) in gone] == []
    store.close()


def test_the_order_of_arrival_is_forgotten_at_the_next_rewrite(private_store: Path) -> None:
    store = DuckDBStore(private_store)
    for _ in range(12):
        Person().wait(store)

    def order() -> list[UUID]:
        return [id for (id,) in store.read("SELECT pending_id FROM pending")]

    arrived = order()
    assert arrived != sorted(arrived)
    store.rewrite()

    assert order() == sorted(arrived)
    store.close()


def test_no_table_knows_a_time_of_day_an_address_or_a_key(private_store: Path) -> None:
    store = DuckDBStore(private_store)
    columns = store.read("SELECT table_name, column_name, data_type FROM information_schema.columns ORDER BY table_name, ordinal_position")

    assert [name for name in columns if "TIME" in name[2]] == []
    assert [column for table, column, _ in columns if table == "pending"] == PENDING
    assert {column for _, column, _ in columns if "key" in column} == {"key_id", "public_key"}
    store.close()


def test_no_key_of_anybody_is_anywhere_in_the_file(private_store: Path) -> None:
    store, person = DuckDBStore(private_store), Person()
    keys = team_store.create(store, "North", closes_on=TODAY + timedelta(days=1), today=TODAY)
    person.finish(store)
    person.join(store, team_store.closable_round(store, keys.manage))

    held = on_disk(store)

    assert b"North" in held
    assert [key for key in (person.key, keys.join, keys.insights, keys.manage) if key.encode() in held] == []
    store.close()


def test_nothing_ties_cohorts_to_the_people_in_them(private_store: Path) -> None:
    store, dice = DuckDBStore(private_store), random.Random(1)
    people = [Person(minutes=dice.randrange(100)) for _ in range(30)]
    for person in people:
        person.wait(store)
    cohort_store.run_daily(store, TODAY)
    ids = {str(person.record(store).contributions[0].pending_id) for person in people}

    rest = repr([store.read("SELECT * FROM cohort"), store.read("SELECT * FROM cohort_count"), store.read("SELECT * FROM total_count")])

    assert [id for id in ids if id in rest] == []
    store.close()
