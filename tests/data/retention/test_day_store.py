import logging
from datetime import date, timedelta
from pathlib import Path

import pytest

from data.database_address import Database
from data.retention import day_store
from data.retention.day_store import KnownDay
from tests.databases import store_at
from tests.invented.records import TODAY

TOMORROW, FAR = TODAY + timedelta(days=1), TODAY + timedelta(days=95)


@pytest.mark.parametrize(
    ("clock", "today", "sure"),
    [
        (TODAY, TODAY, True),
        (TOMORROW, TOMORROW, True),
        (TODAY + timedelta(days=2), TODAY + timedelta(days=2), True),
        (TODAY + timedelta(days=3), TODAY, False),
        (FAR, TODAY, False),
        (TODAY - timedelta(days=2), TODAY, True),
        (date(1970, 1, 1), TODAY, False),
    ],
)
def test_a_clock_is_gone_by_only_near_the_newest_day_seen(database: Database, clock: date, today: date, sure: bool) -> None:
    store = store_at(database)
    known = KnownDay(store)
    known.look(TODAY)

    assert known.look(clock) is sure
    assert known.today(clock) == today
    assert known.in_doubt(clock) is not sure
    store.close()


def test_a_new_database_goes_by_the_clock_it_finds(database: Database) -> None:
    store = store_at(database)
    known = KnownDay(store)

    assert known.today(FAR) == FAR
    assert known.look(FAR)
    store.close()


def test_the_newest_day_outlives_a_stop_and_a_long_pause_asks(database: Database) -> None:
    store = store_at(database)
    KnownDay(store).look(TODAY)
    store.close()
    store = store_at(database)

    assert KnownDay(store).today(FAR) == TODAY
    assert not KnownDay(store).look(FAR)
    store.close()


def test_a_database_of_the_last_version_knows_the_day_of_its_last_mixing(database: Database) -> None:
    store = store_at(database)
    store.write("UPDATE mixing SET done_for = $1", [TODAY])
    with store.transaction() as cursor:
        cursor.execute("DROP TABLE newest_day")
        cursor.execute("DELETE FROM migration WHERE name = '005_newest_day.sql'")
    store.close()
    store = store_at(database)

    assert not KnownDay(store).look(FAR)
    store.close()


def test_doubt_is_told_once_and_so_is_that_a_clock_came_back(database: Database, caplog: pytest.LogCaptureFixture) -> None:
    store = store_at(database)
    known = KnownDay(store)
    with caplog.at_level(logging.WARNING):
        sure = [known.look(clock) for clock in (TODAY, FAR, FAR, FAR, TOMORROW, TOMORROW)]

    doubt, relief = caplog.messages
    assert sure == [True, False, False, False, True, True]
    assert f"The clock says {FAR}, and the newest day seen here is {TODAY}." in doubt
    assert "confirm-day" in doubt
    assert "agrees again" in relief
    store.close()


def test_a_day_seen_or_confirmed_by_another_process_is_gone_by(database: Database) -> None:
    """Of several processes on one server, each looks what the others saw. Seen to fail: with the day read at the start alone."""
    store = store_at(database)
    one, other = KnownDay(store), KnownDay(store)
    one.look(TODAY)

    assert other.look(TOMORROW)
    assert not one.look(FAR)
    day_store.write_down(store, FAR)
    assert [one.look(FAR), other.look(FAR)] == [True, True]
    assert [one.today(FAR), other.today(FAR)] == [FAR, FAR]
    store.close()


def test_a_confirmed_day_is_gone_by_and_its_word_is_used_up(private_store: Path) -> None:
    store = store_at(private_store)
    known = KnownDay(store)
    known.look(TODAY)
    day_store.confirm(private_store, FAR)

    assert known.look(FAR)
    assert known.today(FAR) == FAR
    assert not known.look(FAR + timedelta(days=95))
    assert list(private_store.parent.glob("*.day")) == []
    store.close()


@pytest.mark.parametrize("word", ["", "yesterday", str(TODAY), "9999-99-99"])
def test_a_word_that_does_not_say_the_day_of_the_clock_confirms_nothing(private_store: Path, word: str) -> None:
    store = store_at(private_store)
    known = KnownDay(store)
    known.look(TODAY)
    private_store.with_name(f"{private_store.name}.day").write_text(word)

    assert not known.look(FAR)
    store.close()


def test_a_clock_confirmed_wrongly_can_be_confirmed_back(private_store: Path) -> None:
    store = store_at(private_store)
    known = KnownDay(store)
    known.look(FAR)
    day_store.confirm(private_store, TODAY)

    assert known.look(TODAY)
    assert known.today(TODAY) == TODAY
    store.close()
