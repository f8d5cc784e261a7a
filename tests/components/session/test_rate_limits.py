from concurrent.futures import ThreadPoolExecutor

from components.session import resources
from components.session.rate_limits import MAX_ADDRESSES, Limit


class Clock:
    """A clock that goes only when it is told to."""

    def __init__(self) -> None:
        self.now = 1_000.0

    def __call__(self) -> float:
        return self.now


def test_so_many_are_allowed_and_not_one_more() -> None:
    limit = Limit(3, 60)

    assert [limit.allows("here") for _ in range(5)] == [True, True, True, False, False]


def test_every_address_has_a_limit_of_its_own() -> None:
    limit = Limit(1, 60)

    assert [limit.allows("here"), limit.allows("there"), limit.allows("here")] == [True, True, False]


def test_a_place_is_free_again_when_its_time_is_over() -> None:
    clock = Clock()
    limit = Limit(2, 60, clock=clock)
    limit.allows("here")
    clock.now += 40
    limit.allows("here")
    clock.now += 21

    assert [limit.allows("here"), limit.allows("here")] == [True, False]


def test_what_was_refused_does_not_count() -> None:
    clock = Clock()
    limit = Limit(1, 60, clock=clock)
    limit.allows("here")
    for _ in range(10):
        clock.now += 5
        limit.allows("here")
    clock.now += 11

    assert limit.allows("here")


def test_asking_whether_the_limit_is_reached_counts_nothing() -> None:
    limit = Limit(1, 60)

    assert [limit.reached("here"), limit.reached("here"), limit.allows("here"), limit.reached("here")] == [False, False, True, True]


def test_memory_stays_bounded_however_many_addresses_come() -> None:
    limit = Limit(1, 60)
    for number in range(MAX_ADDRESSES + 50):
        limit.allows(f"2001:db8::{number:x}")

    assert len(limit._times) == MAX_ADDRESSES
    assert not limit.allows(f"2001:db8::{MAX_ADDRESSES + 49:x}")


def test_a_crowd_at_the_same_moment_gets_no_place_twice() -> None:
    limit = Limit(50, 60)

    with ThreadPoolExecutor(16) as pool:
        allowed = list(pool.map(lambda _: limit.allows("here"), range(200)))

    assert sum(allowed) == 50


def test_a_workshop_behind_one_address_can_start_and_finish() -> None:
    assert sum(resources.handshakes().allows("hall") for _ in range(60 * 5)) == 300
    assert sum(resources.assessments().allows("hall") for _ in range(60)) == 60
