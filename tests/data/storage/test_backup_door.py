import stat
from pathlib import Path
from socket import AF_UNIX, socket

import pytest

from data.errors import StoreTrouble
from data.storage import backup_door, database_file
from data.storage.engines.duckdb_store import DuckDBStore


def door(path: Path) -> Path:
    return path.with_name(f".{path.name}.socket")


def test_who_knocks_gets_a_backup_and_no_second_copy_stays(private_store: Path) -> None:
    store = DuckDBStore(private_store)
    prepared = database_file.backup_file(private_store)

    with backup_door.listening(store):
        mode = stat.S_IMODE(door(private_store).stat().st_mode)
        for _ in range(2):
            with backup_door.asked(private_store) as holds:
                assert holds
                assert "record" in holds
                assert prepared.exists()

    assert mode == 0o600
    assert not door(private_store).exists()
    store.close()


def test_trouble_on_the_other_side_of_the_door_is_told_as_it_is_on_this_one(private_store: Path) -> None:
    store = DuckDBStore(private_store)
    store.give_up_rewriting()

    with backup_door.listening(store), pytest.raises(StoreTrouble, match="given_up"), backup_door.asked(private_store):
        pass

    store.close()


def test_without_a_server_nobody_answers_also_where_one_was_killed(private_store: Path) -> None:
    with backup_door.asked(private_store) as holds:
        assert holds is None
    left = private_store.parent / "s"
    with socket(AF_UNIX) as killed:
        killed.bind(str(left))
    left.replace(door(private_store))

    with backup_door.asked(private_store) as holds:
        assert holds is None
    store = DuckDBStore(private_store)
    with backup_door.listening(store), backup_door.asked(private_store) as holds:
        assert holds
    store.close()


def test_a_folder_without_sockets_is_no_reason_not_to_serve(private_store: Path, caplog: pytest.LogCaptureFixture) -> None:
    store = DuckDBStore(private_store)
    door(private_store).mkdir()

    with backup_door.listening(store):
        assert store.is_writable()

    assert "No backup can be made" in caplog.text
    store.close()
