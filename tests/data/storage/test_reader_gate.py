import os
from threading import Event, Thread

from data.storage.reader_gate import Door


def wait_until_closing(door: Door) -> None:
    while not door._closed:
        os.sched_yield()


def test_whoever_closes_a_door_waits_for_those_who_are_passing() -> None:
    door, order = Door(), []

    def close() -> None:
        with door.closed():
            order.append("closed")

    closer = Thread(target=close)
    with door.passing():
        closer.start()
        wait_until_closing(door)
        order.append("passed")
    closer.join()

    assert order == ["passed", "closed"]


def test_whoever_comes_to_a_closed_door_waits_until_it_opens() -> None:
    door, order, arrived = Door(), [], Event()

    def pass_through() -> None:
        arrived.set()
        with door.passing():
            order.append("passed")

    visitor = Thread(target=pass_through)
    with door.closed():
        visitor.start()
        arrived.wait()
        visitor.join(timeout=0.05)
        order.append("opened")
    visitor.join()

    assert order == ["opened", "passed"]


def test_a_door_opens_again_when_what_was_done_behind_it_failed() -> None:
    door, order = Door(), []
    try:
        with door.closed():
            raise LookupError
    except LookupError:
        order.append("failed")

    with door.passing():
        order.append("passed")

    assert order == ["failed", "passed"]
