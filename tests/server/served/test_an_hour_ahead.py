"""Two replicas of which one has a clock that is an hour ahead: around midnight and around the hour of the mixing."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from functools import partial
from pathlib import Path

import pytest

from bench.server import Server
from data.database_address import PostgresAddress
from data.storage.store import Store
from tests.browser.visitor import moved_clock
from tests.browser.visitor.moved_clock import Clock
from tests.invented.crowd import Person
from tests.server.served import people
from tests.server.somebody import until

TODAY = datetime.now(UTC).date()
TOMORROW = TODAY + timedelta(days=1)
# So many may be mixed among everyone.
MANY = 32
AN_HOUR = timedelta(hours=1)
ON_ITS_LAST_DAY = "SELECT (SELECT count(*) FROM record WHERE kept_until = $1), (SELECT count(*) FROM share WHERE kept_until = $1)"
MIXED = "The mixing of the day is done"


@pytest.fixture
def store(address: PostgresAddress, tmp_path: Path) -> Iterator[Store]:
    with people.opened(address, tmp_path) as store:
        store.write("INSERT INTO record VALUES (gen_random_uuid(), $1, $2)", [b"sealed", TODAY])
        store.write("INSERT INTO share VALUES (gen_random_uuid(), $1, $2)", [b"sealed", TODAY])
        come(store, TODAY)
        yield store


@pytest.fixture
def replicas(address: PostgresAddress, store: Store, tmp_path: Path) -> Iterator[list[tuple[Server, Clock]]]:
    """One whose clock is right, and one whose clock is an hour ahead."""
    shared = {"REKINDLE_DATABASE": address.uri, "REKINDLE_SECRET_FILE": str(people.secret_in(tmp_path))}
    made = []
    for name in ("right", "ahead"):
        (tmp_path / name).mkdir()
        made.append(moved_clock.served(tmp_path / name, **shared))
    it_is(made, at(TODAY, 23, 30))
    (one, _), (other, _) = made
    with one, other:
        yield made


def at(day: date, hour: int, minute: int) -> datetime:
    return datetime.combine(day, time(hour, minute), UTC)


def it_is(replicas: list[tuple[Server, Clock]], moment: datetime) -> None:
    for ahead, (_, clock) in enumerate(replicas):
        clock.show(moment + ahead * AN_HOUR)


def come(store: Store, day: date) -> None:
    """Enough people to be mixed on that day."""
    for person in [Person() for _ in range(MANY)]:
        person.wait(store, day)
    store.write("UPDATE mixing SET everyone_from = $1", [day])


def both_did_what_was_due(replicas: list[tuple[Server, Clock]]) -> None:
    # Whoever looks at the clock a second time has done by then what was due at the first.
    for _, clock in replicas:
        until(partial(has_read, clock, clock.times_read() + 2))


def has_read(clock: Clock, times: int) -> bool:
    return clock.times_read() >= times


def counted(store: Store) -> int:
    return int(store.read("SELECT coalesce(sum(people), 0) FROM cohort")[0][0])


def test_an_hour_ends_nobodys_last_day_early_and_mixes_nobody_twice(replicas: list[tuple[Server, Clock]], store: Store) -> None:
    """Seen to fail: with what is erased by the day of the moment, and with a mixing done again for the day before."""
    both_did_what_was_due(replicas)
    at_midnight, mixed = store.read(ON_ITS_LAST_DAY, [TODAY]), counted(store)
    come(store, TOMORROW)
    it_is(replicas, at(TOMORROW, 2, 30))
    both_did_what_was_due(replicas)
    both_did_what_was_due(replicas)
    mixed_again, done_for = counted(store), store.read("SELECT done_for FROM mixing")
    it_is(replicas, at(TOMORROW, 3, 30))
    both_did_what_was_due(replicas)
    logs = "".join(server.log for server, _ in replicas)

    assert at_midnight == [(1, 1)]
    assert (mixed, mixed_again, counted(store)) == (MANY, 2 * MANY, 2 * MANY)
    assert done_for == [(TOMORROW,)]
    assert logs.count(MIXED) == 2
    assert "The clock says" not in logs
    assert store.read(ON_ITS_LAST_DAY, [TODAY]) == [(0, 0)]
    assert logs.count("Erased because their last day had passed: 1 records, 1 shares.") == 1
