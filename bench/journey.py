"""What the 40 statements cost the server, saving included: opening the first page of them, four pages of answers, four times "Continue"."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from statistics import median

from bench.line import Goal, Line
from bench.server import Server
from bench.walks import BARE, REKINDLE, SURVEY, App

_ROUNDS = 12
# The kernel tells processor time in hundredths of a second: several visitors a round make that a small part of a round.
_VISITORS = {REKINDLE: 4, BARE: 4, SURVEY: 1}


@dataclass(frozen=True)
class Cost:
    """Of one assessment."""

    runs: float
    cpu: float
    received: float
    sent: float


def lines() -> Iterator[Line]:
    """Script runs, processor time and bytes of one assessment, as medians over rounds in which the three apps take turns."""
    costs: dict[App, list[Cost]] = {app: [] for app in _VISITORS}
    with ExitStack() as stack:
        servers = {app: stack.enter_context(app.served()) for app in _VISITORS}
        for number in range(_ROUNDS + 1):
            for app, server in servers.items():
                cost = round_of(app, server, _VISITORS[app])
                # The first round fills caches and compiles pages.
                costs[app] += [cost] if number else []
    yield from _report(costs)


def _report(costs: dict[App, list[Cost]]) -> Iterator[Line]:
    def line(what: str, theirs: App, of: Callable[[Cost], float], unit: str = "", goal: Goal | None = None) -> Line:
        values = {app.name: median(of(cost) for cost in costs[app]) for app in (REKINDLE, theirs)}
        return Line.of(f"40 statements, saved: {what}", values, unit, goal)

    yield line("script runs", BARE, lambda cost: cost.runs, goal=Goal(12, "runs"))
    yield line("script runs", SURVEY, lambda cost: cost.runs)
    yield line("server CPU", BARE, lambda cost: cost.cpu * 1000, "ms", Goal(1))
    yield line("server CPU", SURVEY, lambda cost: cost.cpu * 1000, "ms", Goal(0.5))
    yield line("to the browser", BARE, lambda cost: cost.received / 1000, "kB", Goal(4))
    yield line("to the browser", SURVEY, lambda cost: cost.received / 1000, "kB")
    yield line("to the server", BARE, lambda cost: cost.sent / 1000, "kB")
    yield line("to the server", SURVEY, lambda cost: cost.sent / 1000, "kB")


def round_of(app: App, server: Server, count: int) -> Cost:
    """So many visitors, one after another."""
    with ExitStack() as stack:
        visitors = [stack.enter_context(app.ready(server)) for _ in range(count)]
        before = sum(visitor.runs for visitor in visitors)
        received, sent = sum(v.wire.bytes_in for v in visitors), sum(v.wire.bytes_out for v in visitors)
        cpu = server.cpu_seconds()
        for visitor in visitors:
            app.walk(visitor)
        return Cost(
            runs=(sum(visitor.runs for visitor in visitors) - before) / count,
            cpu=(server.cpu_seconds() - cpu) / count,
            received=(sum(visitor.wire.bytes_in for visitor in visitors) - received) / count,
            sent=(sum(visitor.wire.bytes_out for visitor in visitors) - sent) / count,
        )
