import os
from itertools import count
from pathlib import Path
from threading import Event, Thread

import duckdb
import pytest

from data.errors import StoreTrouble
from data.keys import Kind, new_key
from data.record import record_store
from data.retention import erasure
from data.storage.compaction import CompactionSchedule, CompactionStage
from data.storage.engines.duckdb_store import DuckDBStore
from data.storage.sealing import Seal
from tests.data.storage.children.processes import running, said
from tests.invented.records import NEXT_YEAR, becoming, somebody, tag_of

A_DAY = 24 * 60 * 60


def filled(path: Path, many: int = 30) -> tuple[DuckDBStore, list[str]]:
    store, keys = DuckDBStore(path), [new_key() for _ in range(many)]
    for key in keys:
        record_store.change(store, key, becoming(somebody(key[:4])), keep_until=NEXT_YEAR)
    return store, keys


def sealed_part(store: DuckDBStore, key: str) -> bytes:
    """Enough of an envelope to be found by, few enough that no block of the file divides it."""
    return bytes(store.read("SELECT sealed FROM record WHERE record_id = $1", [Seal(key, Kind.OWN).row_id])[0][0][50:114])


def on_disk(path: Path) -> bytes:
    return b"".join(file.read_bytes() for file in path.parent.iterdir() if file.is_file())


def test_deleted_bytes_leave_the_disk_with_the_rewrite_and_not_before(private_store: Path) -> None:
    store, keys = filled(private_store)
    deleted = sealed_part(store, keys[0])
    erasure.delete_everything(store, keys[0])
    store.close()
    assert deleted in on_disk(private_store)

    store = DuckDBStore(private_store)
    store.rewrite()

    assert deleted not in on_disk(private_store)
    assert sealed_part(store, keys[1]) in on_disk(private_store)
    store.close()


def test_what_was_changed_leaves_the_disk_as_well(private_store: Path) -> None:
    store, keys = filled(private_store)
    before = sealed_part(store, keys[0])
    record_store.change(store, keys[0], becoming(somebody("new")), keep_until=NEXT_YEAR)
    assert before in on_disk(private_store)

    store.rewrite()

    assert before not in on_disk(private_store)
    store.close()


def test_a_rewrite_keeps_every_row_constraint_and_migration(private_store: Path) -> None:
    store, keys = filled(private_store)
    asked = [
        "SELECT * FROM record ORDER BY record_id",
        "SELECT * FROM migration",
        "SELECT table_name, constraint_type, constraint_column_names FROM duckdb_constraints() ORDER BY ALL",
        "SELECT table_name, column_name, data_type, is_nullable FROM information_schema.columns ORDER BY ALL",
    ]
    before = [store.read(question) for question in asked]

    store.rewrite()

    assert [store.read(question) for question in asked] == before
    assert len(before[0]) == len(keys) and len(before[2]) >= 4
    store.close()


def test_saves_after_a_rewrite_survive_a_restart(private_store: Path) -> None:
    store, keys = filled(private_store)
    store.rewrite()
    record_store.change(store, keys[0], becoming(somebody("after")), keep_until=NEXT_YEAR)
    store.close()

    store = DuckDBStore(private_store)

    assert tag_of(record_store.read(store, keys[0], keep_until=NEXT_YEAR)) == "after"
    store.close()


def test_readers_and_writers_wait_for_a_rewrite_and_none_fails(private_store: Path) -> None:
    store, keys = filled(private_store)
    done, failed, saved = Event(), [], []

    def visit(key: str) -> None:
        for number in count():
            if done.is_set():
                return
            try:
                record_store.change(store, key, becoming(somebody(str(number))), keep_until=NEXT_YEAR)
                assert tag_of(record_store.read(store, key, keep_until=NEXT_YEAR)) == str(number)
            except BaseException as error:
                failed.append(error)
                raise
            saved.append(number)

    visitors = [Thread(target=visit, args=[key]) for key in keys[:4]]
    for visitor in visitors:
        visitor.start()
    for _ in range(5):
        store.rewrite()
    done.set()
    for visitor in visitors:
        visitor.join()

    assert failed == []
    assert saved
    store.close()


def test_a_read_under_way_does_not_keep_the_old_file_in_use(private_store: Path) -> None:
    """While a read holds the old database open, DuckDB hands it out again: later saves would go into a file without a name."""
    store, keys = filled(private_store)
    slow = Thread(target=store.read, args=["SELECT max(a.range * b.range) FROM range(20000) a, range(20000) b"])
    slow.start()
    while store._gate._passing == 0:
        os.sched_yield()

    store.rewrite()
    record_store.change(store, keys[0], becoming(somebody("after")), keep_until=NEXT_YEAR)
    slow.join()
    store.close()

    store = DuckDBStore(private_store)
    assert tag_of(record_store.read(store, keys[0], keep_until=NEXT_YEAR)) == "after"
    store.close()


@pytest.mark.parametrize("stage", CompactionStage)
def test_a_crash_at_any_point_of_a_rewrite_leaves_every_row_and_no_litter(private_store: Path, stage: CompactionStage) -> None:
    store, keys = filled(private_store)
    store.close()

    with running("die_while_rewriting", private_store, stage) as process:
        assert process.wait() == -9

    store = DuckDBStore(private_store)
    assert [tag_of(record_store.read(store, key, keep_until=NEXT_YEAR)) for key in keys] == [key[:4] for key in keys]
    assert list(private_store.parent.glob("*.new*")) == []
    assert store.rewrite_due()
    store.close()


def test_a_crash_in_the_middle_of_copying_leaves_every_row(private_store: Path) -> None:
    store, keys = filled(private_store)
    with store.transaction() as cursor:
        cursor.execute("INSERT INTO record SELECT uuid(), encode(repeat('x', 2000)), DATE '2027-11-22' FROM range(20000)")
    store.close()

    with running("rewrite", private_store) as process:
        said(process)
        wait_for_some_of(private_store.with_name(private_store.name + ".new"))
        process.kill()
        process.wait()

    store = DuckDBStore(private_store)
    assert store.read("SELECT count(*) FROM record") == [(20_000 + len(keys),)]
    assert list(private_store.parent.glob("*.new*")) == []
    store.close()


def wait_for_some_of(file: Path) -> None:
    while not file.exists() or file.stat().st_size < 100_000:
        os.sched_yield()


@pytest.mark.parametrize("spoil", ["DELETE FROM record", "DROP TABLE heartbeat", "DELETE FROM migration"])
def test_a_copy_that_lacks_something_never_takes_the_place_of_the_file(private_store: Path, spoil: str) -> None:
    store, keys = filled(private_store)

    def watch(stage: CompactionStage) -> None:
        if stage == CompactionStage.COPIED:
            with duckdb.connect(str(private_store) + ".new") as copy:
                copy.execute(spoil)

    with pytest.raises(StoreTrouble, match="rewrite_differs"):
        store.rewrite(watch)

    assert [tag_of(record_store.read(store, key, keep_until=NEXT_YEAR)) for key in keys] == [key[:4] for key in keys]
    assert list(private_store.parent.glob("*.new*")) == []
    store.close()


@pytest.mark.parametrize("first", ["read", "write"])
def test_a_store_that_cannot_be_opened_again_opens_as_soon_as_it_can(private_store: Path, first: str) -> None:
    store, keys = filled(private_store)
    aside = private_store.with_name("aside")

    def watch(stage: CompactionStage) -> None:
        if stage == CompactionStage.REPLACED:
            private_store.rename(aside)
            private_store.write_bytes(b"not the database")

    with pytest.raises(StoreTrouble):
        store.rewrite(watch)
    with pytest.raises(StoreTrouble):
        record_store.read(store, keys[0], keep_until=NEXT_YEAR)
    assert not store.is_writable()
    aside.rename(private_store)

    assert first == "read" or store.is_writable()
    assert tag_of(record_store.read(store, keys[0], keep_until=NEXT_YEAR)) == keys[0][:4]
    assert store.is_writable()
    store.close()


def test_every_write_makes_a_rewrite_due_and_a_heartbeat_does_not(private_store: Path) -> None:
    store = DuckDBStore(private_store)
    assert store.is_writable() and not store.rewrite_due()

    record_store.change(store, new_key(), becoming(somebody()), keep_until=NEXT_YEAR)

    assert store.rewrite_due()
    store.close()


def test_an_older_file_is_rewritten_at_the_first_occasion_after_a_start(private_store: Path) -> None:
    DuckDBStore(private_store).close()
    store = DuckDBStore(private_store)

    assert store.rewrite_if_quiet(A_DAY)
    assert not store.rewrite_due()
    store.close()


def test_a_rewrite_waits_until_it_is_quiet(private_store: Path) -> None:
    store = DuckDBStore(private_store)
    record_store.change(store, new_key(), becoming(somebody()), keep_until=NEXT_YEAR)

    assert not store.rewrite_if_quiet(A_DAY)
    assert store.rewrite_if_quiet(0)
    store.close()


def test_nothing_written_means_nothing_to_rewrite() -> None:
    schedule = CompactionSchedule(due_since=None, wrote_at=0, rest_until=0)

    assert not schedule.is_time(10 * A_DAY, 30)


def test_the_quiet_time_counts_from_the_last_write() -> None:
    schedule = CompactionSchedule(due_since=None, wrote_at=0, rest_until=0)
    schedule.wrote(100)
    schedule.wrote(120)

    assert not schedule.is_time(149, 30)
    assert schedule.is_time(150, 30)


def test_where_it_never_gets_quiet_a_day_is_the_longest_wait() -> None:
    schedule = CompactionSchedule(due_since=None, wrote_at=0, rest_until=0)
    for now in range(0, A_DAY + 1, 10):
        schedule.wrote(now)

    assert not schedule.is_time(A_DAY - 1, 30)
    assert schedule.is_time(A_DAY, 30)


def test_a_slow_rewrite_is_followed_by_a_hundred_times_its_rest() -> None:
    schedule = CompactionSchedule(due_since=None, wrote_at=0, rest_until=0)
    schedule.rewrote(began=1_000, now=1_020)
    schedule.wrote(1_021)

    assert not schedule.is_time(3_019, 30)
    assert schedule.is_time(3_020, 30)


def test_each_failure_doubles_the_rest_up_to_an_hour_until_one_succeeds() -> None:
    schedule, rests = CompactionSchedule(due_since=0, wrote_at=0, rest_until=0), []
    for _ in range(9):
        schedule.failed(1_000)
        rests.append(schedule.rest_until - 1_000)
    schedule.rewrote(began=2_000, now=2_000)
    schedule.failed(3_000)

    assert rests == [60, 120, 240, 480, 960, 1920, 3600, 3600, 3600]
    assert schedule.rest_until == 3_060
