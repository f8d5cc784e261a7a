from pathlib import Path

import duckdb
import pytest

from data.keys import new_key
from data.record import record_store
from data.storage import migrations
from data.storage.engines.duckdb_store import DuckDBStore
from tests.invented.records import NEXT_YEAR, becoming, somebody, tag_of


def next_migration(folder: Path, sql: str) -> list[Path]:
    """The files we ship, and one more."""
    file = folder / "999_next.sql"
    file.write_text(sql)
    return [*migrations._FILES, file]


def test_an_older_file_gets_the_new_tables_and_keeps_its_rows(private_store: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store, key = DuckDBStore(private_store), new_key()
    record_store.change(store, key, becoming(somebody()), keep_until=NEXT_YEAR)
    store.close()
    monkeypatch.setattr(migrations, "_FILES", next_migration(tmp_path, "CREATE TABLE only_in_this_test (name VARCHAR)"))

    store = DuckDBStore(private_store)

    assert store.read("SELECT * FROM only_in_this_test") == []
    assert tag_of(record_store.read(store, key, keep_until=NEXT_YEAR)) == "first"
    assert ("999_next.sql",) in store.read("SELECT name FROM migration")
    store.close()


def test_a_migration_that_fails_half_way_leaves_the_file_as_the_last_one_made_it(
    private_store: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    DuckDBStore(private_store).close()
    with monkeypatch.context() as patched:
        patched.setattr(
            migrations, "_FILES", next_migration(tmp_path, "CREATE TABLE only_in_this_test (name VARCHAR); SELECT nothing FROM nowhere")
        )
        with pytest.raises(duckdb.CatalogException):
            DuckDBStore(private_store)

    store = DuckDBStore(private_store)

    assert store.read("SELECT table_name FROM information_schema.tables WHERE table_name = 'only_in_this_test'") == []
    assert store.is_writable()
    store.close()


def test_a_first_start_that_fails_leaves_no_file_behind(private_store: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patched:
        patched.setattr(migrations, "_FILES", next_migration(tmp_path, "SELECT nothing FROM nowhere"))
        with pytest.raises(duckdb.CatalogException):
            DuckDBStore(private_store)
    assert not private_store.exists()

    store = DuckDBStore(private_store)

    assert store.is_writable()
    store.close()
