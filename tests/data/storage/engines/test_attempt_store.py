"""Two stores are two replicas to the server: what one has counted, the other one knows."""

from collections.abc import Iterator
from contextlib import closing
from functools import partial
from threading import Thread

import pytest

from data.database_address import PostgresAddress
from data.storage.engines.attempt_store import AttemptStore
from data.storage.engines.postgres_store import PostgresStore
from tests.databases import ServedDatabases, store_at

ADDRESS, HOUR, DAY = "203.0.113.7", 3600, 86_400


@pytest.fixture
def replicas(address: PostgresAddress) -> Iterator[tuple[AttemptStore, AttemptStore]]:
    with closing(store_at(address)) as one, closing(store_at(address)) as other:
        assert isinstance(one, PostgresStore) and isinstance(other, PostgresStore)
        yield AttemptStore(one), AttemptStore(other)


def take(counting: AttemptStore, tried: str, *, address: str = ADDRESS, most: int = 3, seconds: int = HOUR) -> bool:
    return counting.take("wrong keys", address, tried, most=most, seconds=seconds)


def test_two_replicas_share_one_count_and_every_address_has_its_own(replicas: tuple[AttemptStore, AttemptStore]) -> None:
    one, other = replicas

    assert [take(one, "a"), take(other, "b"), take(one, "c"), take(other, "d"), take(one, "e")] == [True, True, True, False, False]
    assert take(other, "a", address="203.0.113.8")


def test_the_same_tried_twice_counts_once_also_where_there_is_no_room(replicas: tuple[AttemptStore, AttemptStore]) -> None:
    one, other = replicas

    assert [take(replica, "dead link", most=2) for replica in (one, other, one)] == [True] * 3
    assert [take(other, tried, most=2) for tried in ("a", "b", "dead link")] == [True, False, True]


def test_a_crowd_at_two_replicas_at_once_gets_no_place_twice(replicas: tuple[AttemptStore, AttemptStore]) -> None:
    """Seen to fail: without the turn in which it is counted once more."""
    allowed: list[bool] = []

    def try_some(replica: AttemptStore, name: str) -> None:
        allowed.extend(take(replica, f"{name} {number}", most=10) for number in range(10))

    crowd = [Thread(target=partial(try_some, replicas[number % 2], str(number))) for number in range(6)]
    for thread in crowd:
        thread.start()
    for thread in crowd:
        thread.join()

    assert sum(allowed) == 10


@pytest.mark.parametrize("seconds", [HOUR, DAY])
def test_what_was_counted_is_gone_after_its_time_and_no_later(
    postgres: ServedDatabases, address: PostgresAddress, replicas: tuple[AttemptStore, AttemptStore], seconds: int
) -> None:
    one, other = replicas
    take(one, "a", most=1, seconds=seconds)
    postgres.run(address, f"UPDATE attempt SET gone_by = gone_by - {seconds * 5 // 6 - 60}")
    one.drop_expired()
    refused = not take(other, "b", most=1, seconds=seconds)
    postgres.run(address, f"UPDATE attempt SET gone_by = gone_by - {seconds // 6 + 60}")

    assert refused
    assert take(other, "b", most=1, seconds=seconds)
    one.drop_expired()
    assert postgres.run(address, "SELECT count(*) FROM attempt") == [(1,)]


def test_no_row_tells_an_address_a_key_or_a_minute_and_no_log_of_the_server_has_it(
    postgres: ServedDatabases, address: PostgresAddress, replicas: tuple[AttemptStore, AttemptStore]
) -> None:
    take(replicas[0], "wrong-key")
    take(replicas[0], "wrong-key", address="203.0.113.8")

    rows = postgres.run(address, "SELECT place, tried, gone_by FROM attempt")
    assert len({place for place, _, _ in rows}) == len({tried for _, tried, _ in rows}) == 2
    assert not any(word in bytes(held) for place, tried, _ in rows for held in (place, tried) for word in (b"203", b"wrong"))
    assert [gone_by % 600 for _, _, gone_by in rows] == [0, 0]
    assert postgres.run(address, "SELECT relpersistence FROM pg_class WHERE relname = 'attempt'") == [("u",)]


def test_a_mark_is_another_one_each_day_and_under_another_secret(replicas: tuple[AttemptStore, AttemptStore]) -> None:
    secret = replicas[0]._store.secret

    assert secret.mark(1, ADDRESS) == secret.mark(1, ADDRESS)
    assert len({secret.mark(day, ADDRESS) for day in range(3)}) == 3


def test_a_database_of_before_is_given_what_counts_at_the_next_start(postgres: ServedDatabases, address: PostgresAddress) -> None:
    postgres.run(address, "DROP TABLE attempt")

    with closing(store_at(address)) as store:
        assert isinstance(store, PostgresStore)
        assert take(AttemptStore(store), "a")
