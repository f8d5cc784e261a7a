import os
from threading import Event, Thread

from data.storage.reader_gate import ReaderGate


def wait_until_closing(gate: ReaderGate) -> None:
    while not gate._closed:
        os.sched_yield()


def test_whoever_closes_a_door_waits_for_those_who_are_passing() -> None:
    gate, order = ReaderGate(), []

    def close() -> None:
        with gate.exclusive():
            order.append("closed")

    closer = Thread(target=close)
    with gate.reading():
        closer.start()
        wait_until_closing(gate)
        order.append("passed")
    closer.join()

    assert order == ["passed", "closed"]


def test_whoever_comes_to_a_closed_door_waits_until_it_opens() -> None:
    gate, order, arrived = ReaderGate(), [], Event()

    def pass_through() -> None:
        arrived.set()
        with gate.reading():
            order.append("passed")

    visitor = Thread(target=pass_through)
    with gate.exclusive():
        visitor.start()
        arrived.wait()
        visitor.join(timeout=0.05)
        order.append("opened")
    visitor.join()

    assert order == ["opened", "passed"]


def test_a_door_opens_again_when_what_was_done_behind_it_failed() -> None:
    gate, order = ReaderGate(), []
    try:
        with gate.exclusive():
            raise LookupError
    except LookupError:
        order.append("failed")

    with gate.reading():
        order.append("passed")

    assert order == ["failed", "passed"]
