from pathlib import Path
from threading import Barrier, Thread

import duckdb
import pytest

from data.errors import StoreTrouble
from data.keys import new_key
from data.storage import database_file
from data.storage.engines.duckdb_store import DuckDBStore
from tests.invented.records import NEXT_YEAR


def test_a_transaction_is_there_as_a_whole_or_not_at_all(private_store: Path) -> None:
    store = DuckDBStore(private_store)
    add = "INSERT INTO record VALUES (uuid(), $1, $2)"

    with store.transaction() as cursor:
        cursor.execute(add, [b"one", NEXT_YEAR])
        cursor.execute(add, [b"two", NEXT_YEAR])
    with pytest.raises(LookupError), store.transaction() as cursor:
        cursor.execute(add, [b"three", NEXT_YEAR])
        raise LookupError
    store.write(add, [b"four", NEXT_YEAR])

    assert sorted(sealed for (sealed,) in store.read("SELECT sealed FROM record")) == [b"four", b"one", b"two"]
    store.close()


def test_a_write_tells_how_many_rows_it_touched(private_store: Path) -> None:
    store = DuckDBStore(private_store)
    for _ in range(3):
        store.write("INSERT INTO record VALUES (uuid(), $1, $2)", [b"sealed", NEXT_YEAR])

    assert store.write("UPDATE record SET kept_until = $1", [NEXT_YEAR]) == 3
    assert store.write("DELETE FROM record WHERE kept_until < $1", [NEXT_YEAR]) == 0
    store.close()


def test_threads_that_read_at_once_get_their_own_rows(private_store: Path) -> None:
    store, together = DuckDBStore(private_store), Barrier(4)
    read: dict[int, set[int]] = {}

    def reader(number: int) -> None:
        together.wait()
        read[number] = {row for _ in range(50) for (row,) in store.read("SELECT $1 FROM range(100)", [number])}

    readers = [Thread(target=reader, args=[number]) for number in range(4)]
    for thread in readers:
        thread.start()
    for thread in readers:
        thread.join()

    assert read == {number: {number} for number in range(4)}
    store.close()


def test_a_refused_row_is_told_without_quoting_it(private_store: Path) -> None:
    store, secret = DuckDBStore(private_store), new_key()

    with pytest.raises(StoreTrouble) as refusal:
        store.write("INSERT INTO migration VALUES ($1), ($1)", [secret])

    assert secret not in str(refusal.value)
    assert refusal.value.__suppress_context__ and refusal.value.__cause__ is None
    store.close()


def test_a_mistake_in_our_own_sql_is_not_taken_for_trouble_with_the_disk(private_store: Path) -> None:
    store = DuckDBStore(private_store)

    with pytest.raises(duckdb.CatalogException):
        store.read("SELECT * FROM nowhere")

    store.close()


def test_a_closed_store_stays_closed_and_frees_the_file(private_store: Path) -> None:
    store = DuckDBStore(private_store)
    store.close()

    with pytest.raises(StoreTrouble, match="database_closed"):
        store.read("SELECT 1")
    with pytest.raises(StoreTrouble, match="database_closed"):
        store.write("UPDATE heartbeat SET beats = 0")
    with pytest.raises(StoreTrouble, match="database_closed"), store.transaction():
        store.path.unlink()

    DuckDBStore(private_store).close()
    assert private_store.exists()


def test_the_log_is_written_into_the_file_before_it_takes_long(private_store: Path) -> None:
    """Everybody waits for that. Red at DuckDB's own 16 MB."""
    store = DuckDBStore(private_store)
    for _ in range(5):
        store.write("INSERT INTO record VALUES (uuid(), $1, $2)", [bytes(1_000_000), NEXT_YEAR])

    assert sum(log.stat().st_size for log in database_file.logs(private_store)) < 3_000_000
    store.close()
