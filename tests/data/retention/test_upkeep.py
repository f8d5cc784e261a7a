import logging
import random
import shutil
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path
from types import SimpleNamespace

import pytest

from data.database_address import Database
from data.keys import new_key
from data.record import record_store
from data.retention import upkeep
from data.storage.engines.duckdb_store import DuckDBStore
from data.totals import publishing
from tests.databases import store_at
from tests.invented import waiting
from tests.invented.crowd import anybody
from tests.invented.records import NEXT_YEAR, TODAY, becoming, somebody, tag_of

YESTERDAY = date(2026, 11, 21)


def test_what_was_erased_last_leaves_the_disk_at_a_clean_stop(private_store: Path) -> None:
    store, key = DuckDBStore(private_store), new_key()
    record_store.change(store, key, becoming(somebody()), keep_until=NEXT_YEAR)
    store.rewrite()
    ((sealed,),) = store.read("SELECT sealed FROM record")
    store.write("DELETE FROM record")

    upkeep.rewrite_at_stop(store)

    assert not store.rewrite_due()
    store.close()
    assert sealed[:40] not in b"".join(file.read_bytes() for file in private_store.parent.iterdir())


def test_a_record_is_dropped_the_day_after_its_last(private_store: Path) -> None:
    store, past, last_day = DuckDBStore(private_store), new_key(), new_key()
    record_store.change(store, past, becoming(somebody("past")), keep_until=YESTERDAY)
    record_store.change(store, last_day, becoming(somebody("last day")), keep_until=TODAY)

    assert upkeep.drop_expired(store, TODAY) == 1
    assert record_store.read(store, past, keep_until=TODAY) is None
    assert tag_of(record_store.read(store, last_day, keep_until=TODAY)) == "last day"
    store.close()


def test_however_many_have_passed_their_day_all_of_them_are_dropped(database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    """Seen to fail: with one slice of them."""
    monkeypatch.setattr(record_store, "DROPPED_AT_ONCE", 2)
    with closing(store_at(database)) as store:
        for number in range(10):
            table = "record" if number % 2 else "share"
            store.write(f"INSERT INTO {table} VALUES (gen_random_uuid(), $1, $2)", [b"sealed", TODAY if number > 7 else YESTERDAY])

        assert upkeep.drop_expired(store, TODAY) == 8
        assert store.read("SELECT (SELECT count(*) FROM record), (SELECT count(*) FROM share)") == [(1, 1)]


def test_looking_for_expired_records_is_no_reason_to_rewrite(private_store: Path) -> None:
    store = DuckDBStore(private_store)

    assert upkeep.drop_expired(store, TODAY) == 0
    assert not store.rewrite_due()
    store.close()


def test_tidying_rewrites_an_older_file_and_then_rests(private_store: Path) -> None:
    DuckDBStore(private_store).close()
    store = DuckDBStore(private_store)

    assert upkeep.rewrite(store, quiet_seconds=30)
    assert not upkeep.rewrite(store, quiet_seconds=30)
    store.close()


def test_tidying_a_database_in_trouble_is_written_to_the_log_and_raises_nothing(
    private_store: Path, caplog: pytest.LogCaptureFixture
) -> None:
    store = DuckDBStore(private_store)
    record_store.change(store, new_key(), becoming(somebody("here")), keep_until=TODAY)
    store.close()

    with caplog.at_level(logging.WARNING):
        upkeep.drop(store, TODAY)
        assert not upkeep.rewrite(store, quiet_seconds=0)

    assert "What is past its day is still there" in caplog.text
    assert "Deleted data is still in the database file" in caplog.text


def test_what_is_erased_for_its_day_is_counted_in_the_log(private_store: Path, caplog: pytest.LogCaptureFixture) -> None:
    store = DuckDBStore(private_store)
    for _ in range(3):
        record_store.change(store, new_key(), becoming(somebody("past")), keep_until=YESTERDAY)
    anybody(random.Random(5)).wait(store, TODAY - timedelta(days=100))

    with caplog.at_level(logging.INFO):
        upkeep.drop(store, TODAY)
        upkeep.drop(store, TODAY)
        upkeep.mix(store, day=TODAY)

    assert [line for line in caplog.messages if line.startswith("Erased")] == [
        "Erased because their last day had passed: 3 records, 0 shares.",
        "Erased uncounted after the longest wait: 1 submissions.",
    ]
    store.close()


def test_mixing_is_done_once_a_day_and_made_up_for_after_a_downtime(private_store: Path) -> None:
    store, dice = DuckDBStore(private_store), random.Random(5)
    for _ in range(30):
        anybody(dice).wait(store)

    assert upkeep.mix(store, day=TODAY + timedelta(days=3))
    assert not upkeep.mix(store, day=TODAY + timedelta(days=3))
    assert store.read("SELECT count(*) FROM pending") == [(0,)]
    store.close()


def test_mixing_a_database_in_trouble_is_written_to_the_log_and_raises_nothing(
    private_store: Path, caplog: pytest.LogCaptureFixture
) -> None:
    store = DuckDBStore(private_store)
    store.close()

    with caplog.at_level(logging.WARNING):
        assert not upkeep.mix(store, day=TODAY)

    assert "Whoever waits to be counted still waits" in caplog.text


def test_a_rewrite_without_room_is_not_tried_at_every_look_and_leaves_room_to_save(
    private_store: Path, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    store, key = DuckDBStore(private_store), new_key()
    record_store.change(store, key, becoming(somebody("here")), keep_until=TODAY)
    monkeypatch.setattr(shutil, "disk_usage", lambda _: SimpleNamespace(free=1_000_000))

    with caplog.at_level(logging.WARNING):
        rewritten = [upkeep.rewrite(store, quiet_seconds=0) for _ in range(5)]

    assert rewritten == [False] * 5
    assert len(caplog.messages) == 1
    assert "no room on the disk for a second copy" in caplog.text
    assert store.rewrite_due()
    store.close()


def test_norms_are_measured_with_the_mixing_that_reaches_their_step(private_store: Path, caplog: pytest.LogCaptureFixture) -> None:
    store = DuckDBStore(private_store)
    waiting.wait(store, waiting.crowd(200))

    with caplog.at_level(logging.INFO):
        assert upkeep.mix(store, day=TODAY)
        assert not upkeep.mix(store, day=TODAY)

    found = publishing.newest_norms(store, "rk-1.1")
    assert found and (found.name, found.day) == ("norms-1", TODAY)
    assert caplog.text.count("New results of rk-1.1 are shown by norms-1 from now on, measured from 200 people.") == 1
    store.close()


def test_norms_that_could_not_be_measured_are_made_up_for_on_the_next_day(private_store: Path, caplog: pytest.LogCaptureFixture) -> None:
    store = DuckDBStore(private_store)
    waiting.wait(store, waiting.crowd(200))
    store.write("INSERT INTO norms VALUES ('rk-1.1', 'norms-1', $1, 1, 'spark', 60, 20, 0.5)", [TODAY])

    assert upkeep.mix(store, day=TODAY)
    store.write("DELETE FROM norms")
    assert upkeep.mix(store, day=TODAY + timedelta(days=1))

    assert caplog.text.count("No norms could be measured") == 1
    found = publishing.newest_norms(store, "rk-1.1")
    assert found and (found.name, found.people) == ("norms-1", 200)
    store.close()
