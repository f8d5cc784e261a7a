from pathlib import Path

import pytest

from data.errors import NotExchangeable
from data.keys import new_key
from data.storage import exchange
from data.storage.engines.duckdb_store import DuckDBStore

MOUNT = "63 43 254:0 /srv/rekindle.duckdb {place} rw,relatime - ext4 /dev/vda rw"


@pytest.fixture
def database(tmp_path: Path) -> Path:
    path = tmp_path / "in a folder" / "rekindle.duckdb"
    DuckDBStore(path).close()
    return path


def mounted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, place: Path) -> None:
    """As the kernel tells it, where a space is written as a number."""
    mounts = tmp_path / "mountinfo"
    mounts.write_text(MOUNT.format(place=str(place).replace(" ", r"\040")))
    monkeypatch.setattr(exchange, "_MOUNTS", mounts)


def test_a_file_that_is_mounted_by_itself_is_refused_and_left_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, database: Path
) -> None:
    before = database.read_bytes()
    mounted(tmp_path, monkeypatch, database)

    with pytest.raises(NotExchangeable, match="database_mounted_alone"):
        DuckDBStore(database)

    assert database.read_bytes() == before


def test_a_mounted_folder_is_as_good_as_any_other(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, database: Path) -> None:
    mounted(tmp_path, monkeypatch, database.parent)

    DuckDBStore(database).close()

    assert {path.name for path in database.parent.iterdir()} == {"rekindle.duckdb", "rekindle.duckdb.lock"}


def test_where_no_file_takes_the_place_of_another_it_is_noticed_and_nothing_is_left(tmp_path: Path) -> None:
    # Memory is a disk of its own: from there no file can be moved over another one here.
    elsewhere = Path("/dev/shm") / f"rekindle-{new_key()}"

    found = [exchange._takes_its_place(new, tmp_path / "old") for new in (tmp_path / "new", elsewhere)]

    assert (found, list(tmp_path.iterdir()), elsewhere.exists()) == ([True, False], [], False)
