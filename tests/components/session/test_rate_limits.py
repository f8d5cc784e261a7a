from concurrent.futures import ThreadPoolExecutor

from components.session import resources
from components.session.rate_limits import MAX_ADDRESSES, Limit, SharedLimit, WrongKeys
from data.database_address import Database, PostgresAddress
from data.errors import DatabaseUnreachable


class Clock:
    """A clock that goes only when it is told to."""

    def __init__(self) -> None:
        self.now = 1_000.0

    def __call__(self) -> float:
        return self.now


def test_so_many_are_allowed_and_not_one_more() -> None:
    limit = Limit(3, 60)

    assert [limit.take("here") for _ in range(5)] == [True, True, True, False, False]


def test_every_address_has_a_limit_of_its_own() -> None:
    limit = Limit(1, 60)

    assert [limit.take("here"), limit.take("there"), limit.take("here")] == [True, True, False]


def test_a_place_is_free_again_when_its_time_is_over() -> None:
    clock = Clock()
    limit = Limit(2, 60, clock=clock)
    limit.take("here")
    clock.now += 40
    limit.take("here")
    clock.now += 21

    assert [limit.take("here"), limit.take("here")] == [True, False]


def test_what_was_refused_does_not_count() -> None:
    clock = Clock()
    limit = Limit(1, 60, clock=clock)
    limit.take("here")
    for _ in range(10):
        clock.now += 5
        limit.take("here")
    clock.now += 11

    assert limit.take("here")


def test_the_wait_is_told_to_the_second_and_asking_counts_nothing() -> None:
    clock = Clock()
    limit = Limit(2, 60, clock=clock)
    waits = [limit.seconds_until_free("here")]
    for _ in range(2):
        limit.take("here")
        clock.now += 10
    waits += [limit.seconds_until_free("here"), limit.seconds_until_free("there")]
    clock.now += 40

    assert waits == [0, 40, 0]
    assert limit.seconds_until_free("here") == 0
    assert limit.take("here")


def test_memory_stays_bounded_however_many_addresses_come() -> None:
    limit = Limit(1, 60)
    for number in range(MAX_ADDRESSES + 50):
        limit.take(f"2001:db8::{number:x}")

    assert len(limit._times) == MAX_ADDRESSES
    assert not limit.take(f"2001:db8::{MAX_ADDRESSES + 49:x}")


def test_a_crowd_at_the_same_moment_gets_no_place_twice() -> None:
    limit = Limit(50, 60)

    with ThreadPoolExecutor(16) as pool:
        allowed = list(pool.map(lambda _: limit.take("here"), range(200)))

    assert sum(allowed) == 50


def test_a_company_of_five_thousand_behind_one_address_can_start_and_be_counted() -> None:
    assert all(resources.connection_limit().take("hall") for _ in range(5_000))
    assert all(resources.finish_limit().take("hall") for _ in range(5_000))


def test_different_wrong_keys_are_counted_and_the_same_one_once_in_its_time() -> None:
    clock = Clock()
    wrong = WrongKeys(Limit(2, 60, clock=clock), 60, clock=clock)

    assert [wrong.take("here", key) for key in ("a", "a", "b", "c", "a", "b")] == [True, True, True, False, True, True]
    clock.now += 61
    assert [wrong.take("here", key) for key in ("c", "d", "e")] == [True, True, False]


def test_what_one_address_tried_is_not_held_against_another() -> None:
    wrong = WrongKeys(Limit(1, 60), 60)

    assert [wrong.take(*tried) for tried in (("here", "a"), ("there", "b"), ("here", "b"), ("there", "b"))] == [True, True, False, True]


def test_a_key_that_once_opened_something_is_never_counted_as_wrong() -> None:
    wrong = WrongKeys(Limit(1, 60), 60)
    wrong.opened("old")

    assert [wrong.take("here", key) for key in ("old", "old", "a", "old", "b")] == [True, True, True, True, False]


def test_memory_of_wrong_keys_stays_bounded() -> None:
    wrong = WrongKeys(Limit(10 * MAX_ADDRESSES, 60), 60)
    for number in range(MAX_ADDRESSES + 50):
        wrong.take("here", str(number))
        wrong.opened(f"good {number}")

    assert (len(wrong._seen), len(wrong._once_good)) == (MAX_ADDRESSES, MAX_ADDRESSES)


def test_processes_that_count_together_refuse_what_all_of_them_allowed_too_often() -> None:
    together = Limit(3, 60)
    one, other = SharedLimit(3, 60, together.take), SharedLimit(3, 60, together.take)

    assert [limit.take("here") for limit in (one, other, one, other, one)] == [True, True, True, False, False]


def test_while_the_database_cannot_be_asked_each_process_counts_by_itself() -> None:
    def unreachable(address: str, tried: str) -> bool:
        raise DatabaseUnreachable("database_unreachable")

    limit = SharedLimit(2, 60, unreachable)

    assert [limit.take("here") for _ in range(3)] == [True, True, False]


def test_a_wrong_key_is_told_to_whoever_counts_together_so_that_the_same_one_counts_once() -> None:
    told: list[str] = []

    def counted(address: str, tried: str) -> bool:
        told.append(tried)
        return True

    wrong = WrongKeys(SharedLimit(9, 60, counted), 60)

    assert [wrong.take("here", key) for key in ("a", "a", "b")] == [True] * 3
    assert told == ["a", "b"]


def test_only_a_database_on_a_server_is_counted_in(database: Database) -> None:
    assert (resources.attempts() is not None) == isinstance(database, PostgresAddress)
    assert resources.finish_limit().take("hall")
