from collections.abc import Callable
from pathlib import Path

import pytest

from data.errors import DatabaseGone
from data.keys import new_key
from data.record import record_store
from data.storage import database_file
from data.storage.engines.duckdb_store import DuckDBStore
from tests.invented.records import NEXT_YEAR, becoming, somebody, tag_of


def saved(store: DuckDBStore, key: str, tag: str) -> None:
    record_store.change(store, key, becoming(somebody(tag)), keep_until=NEXT_YEAR)


def moved(path: Path) -> None:
    path.rename(path.with_name("aside"))


def removed(path: Path) -> None:
    path.unlink()


def replaced(path: Path) -> None:
    path.with_name("another").write_bytes(path.read_bytes())
    path.with_name("another").replace(path)


@pytest.mark.parametrize("happens", [moved, removed, replaced])
def test_nothing_is_acknowledged_that_the_next_start_would_not_find(private_store: Path, happens: Callable[[Path], None]) -> None:
    store, key = DuckDBStore(private_store), new_key()
    saved(store, key, "before")
    happens(private_store)

    with pytest.raises(DatabaseGone):
        saved(store, key, "after")

    assert store.is_writable() is False
    assert tag_of(record_store.read(store, key, keep_until=NEXT_YEAR)) == "before"
    store.close()


def test_a_rewrite_never_takes_the_place_of_a_file_that_was_put_there(private_store: Path) -> None:
    store = DuckDBStore(private_store)
    saved(store, new_key(), "before")
    moved(private_store)
    private_store.write_bytes(b"a backup")

    with pytest.raises(DatabaseGone):
        store.rewrite()

    assert private_store.read_bytes() == b"a backup"
    store.close()


def test_a_file_that_is_put_back_takes_saves_again(private_store: Path) -> None:
    store, key = DuckDBStore(private_store), new_key()
    saved(store, key, "before")
    moved(private_store)
    assert store.is_writable() is False
    private_store.with_name("aside").rename(private_store)

    saved(store, key, "after")
    store.close()

    after = DuckDBStore(private_store)
    assert tag_of(record_store.read(after, key, keep_until=NEXT_YEAR)) == "after"
    after.close()


def test_a_log_that_is_taken_away_loses_nothing_that_was_acknowledged(private_store: Path, tmp_path: Path) -> None:
    store, keys = DuckDBStore(private_store), [new_key(), new_key()]
    saved(store, keys[0], "before")
    (log,) = database_file.logs(private_store)
    log.unlink()
    saved(store, keys[1], "after")
    # As after a kill: what is on the disk just now, opened by itself.
    for file in (private_store, *database_file.logs(private_store)):
        (tmp_path / file.name.replace("test", "copy")).write_bytes(file.read_bytes())
    store.close()

    found = DuckDBStore(tmp_path / "copy.duckdb")
    assert [tag_of(record_store.read(found, key, keep_until=NEXT_YEAR)) for key in keys] == ["before", "after"]
    found.close()


def test_a_new_log_is_put_on_the_disk_with_its_folder_once(private_store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    synced: list[Path] = []
    store, key = DuckDBStore(private_store), new_key()
    monkeypatch.setattr(database_file, "sync", synced.append)

    saved(store, key, "first")
    saved(store, key, "second")

    assert synced == [private_store.parent]
    store.close()
