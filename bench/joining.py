"""Joining what waits to be counted, against the same before it was sealed; and the first look at a round that its day has closed."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter

from bench import counted, former
from bench.line import Goal, Line
from bench.server import ROOT, Server
from bench.visitor import Visitor
from bench.walks import REKINDLE
from data.groups.team_keys import TeamKeys
from data.storage.engines.duckdb_store import DuckDBStore

_JOINS, _TEAMS = 150, 5
# One person finishes whenever a line comes; how long joining took is said.
_LIVES = """
import sys
from datetime import date
from pathlib import Path
from time import perf_counter
store = Store(Path(sys.argv[1]))
for line in sys.stdin:
    person = Person()
    person.finish(store)
    began = perf_counter()
    joining.join_everyone(store, person.key, today=date(2026, 11, 22), keep_until=date(2027, 11, 22))
    print(perf_counter() - began, flush=True)
"""
_OURS = """
from data.groups import contribution_store as joining
from data.storage.engines.duckdb_store import DuckDBStore as Store
from tests.invented.crowd import Person
"""
_THEIRS = """
from data import joining
from data.store import Store
from tests.data.crowd import Person
"""


def lines() -> Iterator[Line]:
    """Joining everyone, taking turns, medians; and how much longer the first of two looks at insights takes, counting included."""
    with TemporaryDirectory() as folder, former.unpacked() as before:
        if before:
            ours, theirs = _joins(Path(folder), before)
            yield Line.of("joining everyone", {REKINDLE.name: ours * 1000, former.COMMIT: theirs * 1000}, "ms", Goal(1.2))
    with TemporaryDirectory() as folder:
        first, second = _looks(Path(folder))
        goal = Goal(1, "s")
        yield Line.of("first look at a closed round of 32, less the second", {"first": first - second, "second": second}, "s", goal)


def _joins(folder: Path, before: Path) -> tuple[float, float]:
    with _living(ROOT, _OURS, folder / "ours.duckdb") as ours, _living(before, _THEIRS, folder / "theirs.duckdb") as theirs:
        # The first joins make what is made once: keys, plans, caches.
        turns = [(_one_joins(ours), _one_joins(theirs)) for _ in range(_JOINS)][_JOINS // 10 :]
    mine, yours = (median(column) for column in zip(*turns, strict=True))
    return mine, yours


@contextmanager
def _living(code: Path, imports: str, database: Path) -> Iterator[subprocess.Popen[str]]:
    command = [sys.executable, "-W", "ignore", "-c", imports + _LIVES, str(database)]
    with subprocess.Popen(command, cwd=code, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        yield process


def _one_joins(process: subprocess.Popen[str]) -> float:
    assert process.stdin and process.stdout
    print(file=process.stdin, flush=True)
    return float(process.stdout.readline())


def _looks(folder: Path) -> tuple[float, float]:
    """Both looks at rounds that ended by their day, in a browser's stead."""
    server = Server(ROOT / "app.py", folder=folder)
    with closing(DuckDBStore(server.database)) as store:
        teams = [counted.end_a_team(store) for _ in range(_TEAMS)]
    with server:
        turns = [(_look(server, team), _look(server, team)) for team in teams]
    first, second = (median(column) for column in zip(*turns, strict=True))
    return first, second


def _look(server: Server, team: TeamKeys) -> float:
    with Visitor(server.url, headers={"Cookie": f"rk_insights={team.insights}"}) as visitor:
        began = perf_counter()
        visitor.open("/insights")
        return perf_counter() - began
