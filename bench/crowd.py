"""A crowd behind one address, with the limits as they come: through the whole assessment, and back after a restart, all at once."""

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from dataclasses import replace
from functools import partial
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import monotonic
from typing import TypeVar

from bench.line import Figure, Goal, Line
from bench.server import ROOT, Server
from bench.visitor import Visitor
from bench.walks import LAST, REKINDLE
from data.instrument.answers import Step
from tests import postgresql

WORKSHOP, RETURNING, SIXTY = 400, 500, 60
# What comes after the statements may be passed over.
_REST = list(Step)[list(Step).index(Step.BALANCE) + 1 :]
_REFUSED = Goal(0, "people")
T = TypeVar("T")


def lines(workshop: int = WORKSHOP, returning: int = RETURNING) -> Iterator[Line]:
    """How many were refused or saw no page, and how long a page took: the median person's longest, and the longest of all."""
    with Server(ROOT / "app.py") as server, ExitStack() as stack:
        yield from _told("through the whole assessment", _at_once([partial(_through, server)] * workshop))
        visitors = [stack.enter_context(Visitor(server.url)) for _ in range(returning)]
        _at_once([partial(visitor.open, "/") for visitor in visitors])
        server.kill()
        server.start()
        yield from _told("back after a restart", _at_once([partial(_timed, visitor.reconnect) for visitor in visitors]))


def on_both_engines(people: int = SIXTY) -> Iterator[Line]:
    """Through the whole assessment with a file, and with two replicas on a PostgreSQL of this machine, half of the people on each."""
    with REKINDLE.served() as server:
        yield from _told("on a file", _at_once([partial(_through, server)] * people))
    with postgresql.running(durable=True) as uri, TemporaryDirectory() as folder, ExitStack() as stack:
        settings = {**REKINDLE.settings, "REKINDLE_DATABASE": uri, "REKINDLE_SECRET_FILE": str(Path(folder) / "secret")}
        replicas = [stack.enter_context(replace(REKINDLE, settings=settings).served()) for _ in range(2)]
        waits = _at_once([partial(_through, replicas[number % 2]) for number in range(people)])
        yield from _told("two replicas", waits)


def _told(what: str, waits: Sequence[float | None]) -> Iterator[Line]:
    came, crowd = [wait for wait in waits if wait is not None], f"{len(waits)} behind one address"
    refused = Figure("refused", len(waits) - len(came), "people")
    yield Line(f"{crowd}, {what}", refused, Figure("came", len(came), "people"), _REFUSED)
    if came:
        yield Line(f"{crowd}, {what}: longest wait", Figure("of all", max(came), "s"), Figure("median", median(came), "s"))


def _at_once(works: Sequence[Callable[[], T]]) -> list[T | None]:
    """What came of each, all begun in the same moment; None where an error came instead."""
    with ThreadPoolExecutor(len(works)) as pool:
        begun = [pool.submit(work) for work in works]
        return [None if done.exception() else done.result() for done in begun]


def _through(server: Server) -> float:
    """The longest that one person waited for a page, from the start page to the profile."""
    with Visitor(server.url) as visitor:
        waits = [_timed(partial(REKINDLE.arrive, visitor))]
        for page in range(LAST + 1):
            REKINDLE.fill(visitor, page)
            waits.append(_timed(partial(REKINDLE.go_on, visitor, page)))
        waits += [_timed(partial(visitor.press, f"continue_{step}")) for step in _REST]
        if "Keep my answers" in (widget.name for widget in visitor.screen.widgets()):
            waits.append(_timed(partial(visitor.press, "Keep my answers")))
        if visitor.screen.page != visitor.screen.pages["profile"]:
            raise LookupError("the profile did not come")
        return max(waits)


def _timed(work: Callable[[], object]) -> float:
    began = monotonic()
    work()
    return monotonic() - began
