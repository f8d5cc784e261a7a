"""How long somebody waits from "Continue" to the next page of statements, drawn: until the last message of the last run has come."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from itertools import chain
from statistics import median
from threading import Barrier
from time import perf_counter

from bench.line import Goal, Line
from bench.server import Server
from bench.visitor import Visitor
from bench.walks import BARE, LAST, REKINDLE, App

# How many visitors press at once, and how many rounds each app gets in turn with the other.
_CROWDS = {1: 16, 32: 3}


def lines() -> Iterator[Line]:
    """The median wait of one user alone, and of 32 who all go through the pages at once without a pause."""
    with REKINDLE.served() as ours, BARE.served() as bare:
        servers = {REKINDLE: ours, BARE: bare}
        # Both are warm before anything counts.
        _turns(servers, users=1, rounds=2)
        for users, rounds in _CROWDS.items():
            waits = _turns(servers, users=users, rounds=rounds)
            values = {app.name: median(seconds) * 1000 for app, seconds in waits.items()}
            yield Line.of(f'"Continue" to next step drawn, {users} at once, p50', values, "ms", Goal(1))


def _turns(servers: dict[App, Server], *, users: int, rounds: int) -> dict[App, list[float]]:
    waits: dict[App, list[float]] = {app: [] for app in servers}
    for _ in range(rounds):
        for app, server in servers.items():
            waits[app] += _crowd(app, server, users)
    return waits


def _crowd(app: App, server: Server, users: int) -> list[float]:
    start = Barrier(users)

    def one(_: int) -> list[float]:
        with app.ready(server) as visitor:
            visitor.open(app.first)
            start.wait()
            return list(_waits(app, visitor))

    with ThreadPoolExecutor(users) as pool:
        return list(chain.from_iterable(pool.map(one, range(users))))


def _waits(app: App, visitor: Visitor) -> Iterator[float]:
    # The last page leads to something else in each app, so it is left out.
    for page in range(LAST):
        app.fill(visitor, page)
        pressed = perf_counter()
        app.go_on(visitor, page)
        yield perf_counter() - pressed
