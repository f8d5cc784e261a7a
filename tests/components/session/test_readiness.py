import asyncio
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from threading import Event
from time import monotonic

from components.session.readiness import Readiness


def asked(readiness: Readiness, times: int) -> list[bool]:
    async def crowd() -> list[bool]:
        return await asyncio.gather(*(readiness.now() for _ in range(times)))

    # In a thread of its own: the browser of other tests keeps an event loop running in this one.
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(asyncio.run, crowd()).result()


def test_sixty_who_ask_at_once_are_one_look_at_the_database() -> None:
    looks: list[float] = []

    def look(patience: float) -> bool:
        looks.append(patience)
        return True

    readiness = Readiness(look)

    assert asked(readiness, 60) == [True] * 60
    assert asked(readiness, 1) == [True]
    assert len(looks) == 1


def test_a_look_that_hangs_keeps_nobody_waiting_and_is_not_begun_twice() -> None:
    hanging, began = Event(), monotonic()
    looks: list[float] = []

    def look(patience: float) -> bool:
        looks.append(patience)
        return hanging.wait(60)

    readiness = Readiness(look)

    assert asked(readiness, 3) == [False] * 3
    assert monotonic() - began < 30
    assert len(looks) == 1
    hanging.set()


def test_the_last_answer_stands_while_others_are_writing() -> None:
    said: Iterator[bool | None] = iter([True, None])
    readiness = Readiness(lambda _: next(said))
    first = asked(readiness, 1)
    Event().wait(2.1)

    assert (first, asked(readiness, 1)) == ([True], [True])
