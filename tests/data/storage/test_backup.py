import os
import stat
from pathlib import Path
from threading import Event, Thread

import duckdb
import pytest

from data.errors import DatabaseInUse, NewerDatabase, NotADatabase, StoreTrouble
from data.keys import new_key
from data.record import record_store
from data.storage import backup, database_file, demonstration_mark
from data.storage.engines.duckdb_store import DuckDBStore
from tests.data.storage.children.processes import running, said
from tests.invented.records import NEXT_YEAR, becoming, somebody, tag_of

DELETED = b"what somebody deleted"


def save(store: DuckDBStore, tag: str, key: str | None = None) -> str:
    key = key or new_key()
    record_store.change(store, key, becoming(somebody(tag)), keep_until=NEXT_YEAR)
    return key


def backed_up(store: DuckDBStore, to: Path) -> Path:
    backup.deliver(store.path, to, store.back_up())
    return to


def tag_in(path: Path, key: str) -> str:
    store = DuckDBStore(path)
    tag = tag_of(record_store.read(store, key, keep_until=NEXT_YEAR))
    store.close()
    return tag


@pytest.fixture
def made(private_store: Path, tmp_path: Path) -> tuple[Path, str]:
    """A backup, and the key of somebody who saved once more after it."""
    store = DuckDBStore(private_store)
    key = save(store, "before")
    made = backed_up(store, tmp_path / "made.backup")
    save(store, "after", key)
    store.close()
    return made, key


def test_people_save_while_a_backup_is_made_and_it_holds_the_moment_of_its_beginning(private_store: Path, tmp_path: Path) -> None:
    store, saved = DuckDBStore(private_store), Event()
    key, keys = save(store, "before"), [save(store, str(number)) for number in range(20)]

    def save_on() -> None:
        while not saved.is_set():
            save(store, "meanwhile", key)

    saver = Thread(target=save_on)
    saver.start()
    made = [backed_up(store, tmp_path / f"{number}.backup") for number in range(2)]
    saved.set()
    saver.join()
    save(store, "after", key)
    store.close()

    for copy in made:
        assert tag_in(copy, key) in ("before", "meanwhile")
        assert [tag_in(copy, keys[number]) for number in (0, 19)] == ["0", "19"]


def test_a_backup_is_for_its_owner_alone_and_holds_no_byte_that_was_deleted(private_store: Path, tmp_path: Path) -> None:
    store = DuckDBStore(private_store)
    store.write("INSERT INTO record VALUES (uuid(), $1, $2)", [DELETED, NEXT_YEAR])
    store.write("DELETE FROM record")

    made = backed_up(store, tmp_path / "made.backup")

    assert stat.S_IMODE(made.stat().st_mode) == 0o600
    assert DELETED not in made.read_bytes()
    assert {file.name for file in tmp_path.iterdir()} >= {"made.backup"}
    assert list(tmp_path.glob("*.duckdb.backup*")) + list(tmp_path.glob("*.part*")) == []
    store.close()


def test_what_does_not_hold_everything_is_no_backup(private_store: Path, tmp_path: Path) -> None:
    store = DuckDBStore(private_store)
    holds = store.back_up()
    with duckdb.connect(str(database_file.backup_file(private_store))) as prepared:
        prepared.execute("DELETE FROM heartbeat")

    with pytest.raises(StoreTrouble, match="backup_differs"):
        backup.deliver(private_store, tmp_path / "made.backup", holds)

    assert not list(tmp_path.glob("made*")) + list(tmp_path.glob("*.backup"))
    store.close()


def test_a_stop_gives_a_backup_up_and_leaves_nothing_of_it(private_store: Path, tmp_path: Path) -> None:
    store = DuckDBStore(private_store)
    store.give_up_rewriting()

    with pytest.raises(StoreTrouble, match="given_up"):
        store.back_up()

    assert not list(tmp_path.glob("*.backup*"))
    store.close()


def test_a_restored_database_is_that_of_the_backup_and_the_former_one_lies_beside_it(made: tuple[Path, str], private_store: Path) -> None:
    source, key = made

    before = backup.restore(private_store, source, demo=False)

    assert before == private_store.with_name("test.duckdb.before")
    assert (tag_in(private_store, key), tag_in(before, key), tag_in(source, key)) == ("before", "after", "before")


def test_a_former_database_keeps_what_a_killed_server_left_in_its_log(made: tuple[Path, str], private_store: Path) -> None:
    source, _ = made
    with running("write_for_ever", private_store) as process:
        late, number = said(process)
        process.kill()
    assert database_file.logs(private_store)

    before = backup.restore(private_store, source, demo=False)

    assert before
    assert tag_in(before, late) == str(number)
    assert tag_in(private_store, late) == ""


def test_where_no_database_is_a_backup_becomes_one(made: tuple[Path, str], tmp_path: Path) -> None:
    source, key = made
    elsewhere = tmp_path / "new" / "people.duckdb"

    assert backup.restore(elsewhere, source, demo=False) is None
    assert tag_in(elsewhere, key) == "before"


def test_a_copy_with_its_log_beside_it_is_restored_with_what_the_log_holds(private_store: Path, tmp_path: Path) -> None:
    store = DuckDBStore(private_store)
    key = save(store, "in the log")
    for file in (private_store, *database_file.logs(private_store)):
        (tmp_path / "copied").mkdir(exist_ok=True)
        (tmp_path / "copied" / file.name).write_bytes(file.read_bytes())
    store.close()

    backup.restore(private_store, tmp_path / "copied" / private_store.name, demo=False)

    assert tag_in(private_store, key) == "in the log"


def damaged(path: Path) -> type[StoreTrouble]:
    content = bytearray(path.read_bytes())
    # Behind the three headers, where tables lie.
    content[20_000:] = os.urandom(len(content) - 20_000)
    path.write_bytes(content)
    return NotADatabase


def not_ours(path: Path) -> type[StoreTrouble]:
    path.write_text("Dear diary")
    return NotADatabase


def newer(path: Path) -> type[StoreTrouble]:
    with duckdb.connect(str(path)) as connection:
        connection.execute("INSERT INTO migration VALUES ('999_later.sql')")
    return NewerDatabase


def invented(path: Path) -> type[StoreTrouble]:
    with duckdb.connect(str(path)) as connection:
        demonstration_mark.mark(connection)
    return StoreTrouble


def missing(path: Path) -> type[StoreTrouble]:
    path.unlink()
    return StoreTrouble


@pytest.mark.parametrize("spoil", [damaged, not_ours, newer, invented, missing])
def test_a_backup_that_is_not_for_this_database_changes_nothing(made: tuple[Path, str], private_store: Path, spoil: object) -> None:
    source, key = made
    assert callable(spoil)
    refusal = spoil(source)

    with pytest.raises(refusal) as refused:
        backup.restore(private_store, source, demo=False)

    assert refused.value.values == {"file": str(source)}
    assert tag_in(private_store, key) == "after"
    assert not list(private_store.parent.glob("*.new*")) + list(private_store.parent.glob("*.before*"))


def test_nothing_is_restored_under_a_running_server_over_a_former_one_or_from_the_database_itself(
    made: tuple[Path, str], private_store: Path
) -> None:
    source, key = made
    with running("hold", private_store) as process:
        said(process)
        with pytest.raises(DatabaseInUse):
            backup.restore(private_store, source, demo=False)
    with pytest.raises(StoreTrouble, match="backup_is_the_database"):
        backup.restore(private_store, private_store, demo=False)
    backup.restore(private_store, source, demo=False)
    with pytest.raises(StoreTrouble, match="restore_before_there"):
        backup.restore(private_store, source, demo=False)

    assert tag_in(private_store, key) == "before"
