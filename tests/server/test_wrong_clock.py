"""A clock that is a year ahead under a running server, for a while or across a stop: it erases nothing, and people go on."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bench.server import Server
from data.groups import team_store
from data.keys import Kind, new_key
from data.retention import day_store
from data.storage.engines.duckdb_store import DuckDBStore
from data.storage.sealing import Seal
from tests.browser.visitor import moved_clock
from tests.browser.visitor.moved_clock import Clock
from tests.invented.crowd import Person
from tests.server.somebody import KEPT_UNTIL, copy_of, moved_in, until, visit
from tests.server.test_while_running import STARTED, answer, quiet

# Fewer than ten wait in all, so that nobody can be mixed.
RECORDS, WAITING, IN_ROUND, SHARES = 31, 6, 3, 5
AHEAD = 368
HELD = """
    SELECT
        (SELECT count(*) FROM record),
        (SELECT count(*) FROM share),
        (SELECT count(*) FROM pending),
        (SELECT count(*) FROM lapsed),
        (SELECT count(*) FROM round WHERE closed_on IS NULL)
    """
ALL = [(RECORDS + WAITING + IN_ROUND, SHARES, WAITING + IN_ROUND, 0, 1)]


@pytest.fixture
def served(tmp_path: Path) -> Iterator[tuple[Server, Clock, str]]:
    """A server that has seen today, its clock, and the key of somebody who is answering; forty records, shares, waiting people, a round."""
    server, clock = moved_clock.served(tmp_path)
    key, *_ = moved_in(server.database, *[STARTED] * RECORDS)
    today, store = datetime.now(UTC).date(), DuckDBStore(server.database)
    team = team_store.create(store, "Bees", closes_on=today + timedelta(days=30), today=today)
    for person in [Person() for _ in range(WAITING)]:
        person.wait(store, today)
    for person in [Person() for _ in range(IN_ROUND)]:
        person.finish(store, today)
        person.join(store, team_store.invitation(store, team.join).round, today)
    for _ in range(SHARES):
        store.write("INSERT INTO share VALUES (uuid(), $1, $2)", [b"sealed", today + timedelta(days=30)])
    store.close()
    with server:
        until(lambda: held(server, "SELECT count(*) FROM newest_day") == [(1,)])
        yield server, clock, key


def held(server: Server, what: str = HELD) -> list[tuple[object, ...]]:
    with copy_of(server) as store:
        return store.read(what)


def test_a_clock_a_year_ahead_erases_nothing_and_heals_when_it_comes_back(served: tuple[Server, Clock, str]) -> None:
    server, clock, key = served
    clock.jump(AHEAD)
    until(lambda: "The clock says" in server.log)
    with visit(server, key, "/drive") as visitor:
        answer(visitor, 2)
        went_on = visitor.screen.find("continue_path").kind
    clock.jump(0)
    # It looks, and then does what is due: whatever the clock a year ahead made due was done before this look.
    until(lambda: "agrees again" in server.log)
    kept = held(server, f"SELECT kept_until FROM record WHERE record_id = '{Seal(key, Kind.OWN).row_id}'")

    assert went_on == "button"
    assert held(server) == ALL
    assert kept == [(KEPT_UNTIL,)]
    assert server.log.count("The clock says") == 1
    assert "Erased" not in server.log
    assert quiet(server, key)


def test_a_record_made_while_the_clock_is_far_behind_is_kept_as_long_as_any(served: tuple[Server, Clock, str]) -> None:
    server, clock, _ = served
    clock.jump(-2 * AHEAD)
    key = new_key()
    with visit(server, key) as visitor:
        visitor.fill("consent_take_part", True)
        visitor.press("start")
    kept = held(server, f"SELECT kept_until FROM record WHERE record_id = '{Seal(key, Kind.OWN).row_id}'")

    assert kept == [(KEPT_UNTIL,)]


def test_a_day_that_jumped_across_a_stop_waits_for_a_person_and_then_is_gone_by(served: tuple[Server, Clock, str]) -> None:
    server, clock, _ = served
    server.stop()
    clock.jump(AHEAD)
    server.start()
    until(lambda: "The clock says" in server.log)
    asked = held(server)
    day_store.confirm(server.database, datetime.now(UTC).date() + timedelta(days=AHEAD))
    until(lambda: held(server)[0][0] == 0)

    assert asked == ALL
    assert "was confirmed and is gone by" in server.log
    assert f"Erased because their last day had passed: {RECORDS + WAITING + IN_ROUND} records, {SHARES} shares." in server.log
    assert f"Erased uncounted after the longest wait: {WAITING + IN_ROUND} submissions." in server.log
