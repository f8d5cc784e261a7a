"""What an open session holds in memory, and whether finished ones leave anything behind."""

import sys
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import replace
from statistics import linear_regression
from time import monotonic, sleep

from bench.line import Goal, Line
from bench.server import Server
from bench.walks import BARE, REKINDLE, App

# Open sessions: this many more at a time. The first 150 fill what all sessions share (memory of threads, and the database's, which grew
# by up to 3 MB at once) and are not counted; from then on each batch takes what the one before it took.
_BATCH, _BATCHES, _WARM_BATCHES = 10, 35, 15
# Finished assessments. Streamlit keeps up to 128 sessions for a while after they left, so memory rises until these places are taken.
_BLOCK, _WARM_BLOCKS = 50, 4
_BLOCKS = {REKINDLE: 20, BARE: 10}
# DuckDB holds every former version of a row until the file is rewritten, which Rekindle does at a quiet moment; here any moment is.
_RESTLESS = {"REKINDLE_QUIET_SECONDS": "0"}
_REWRITE_SECONDS = 60


def per_session() -> Iterator[Line]:
    """Memory for each more session that stays open on its second page of statements, as the slope from the 150th to the 350th."""
    held: dict[App, list[int]] = {REKINDLE: [], BARE: []}
    with REKINDLE.served() as ours, BARE.served() as bare, ExitStack() as stay_open:
        for _ in range(_BATCHES):
            for app, server in ((REKINDLE, ours), (BARE, bare)):
                for _ in range(_BATCH):
                    visitor = stay_open.enter_context(app.ready(server))
                    app.fill(visitor, 0)
                    app.go_on(visitor, 0)
                held[app].append(server.resident_bytes())
    values = {app.name: _slope(sizes[_WARM_BATCHES:]) / _BATCH / 1000 for app, sizes in held.items()}
    yield Line.of("memory per open session", values, "kB", Goal(1.5))


def growth() -> Iterator[Line]:
    """Memory for each more finished assessment, as the slope from the 200th to the 1,000th; the baseline's up to the 500th.

    Ours is read after a rewrite of the database, so that what only waits for one is not taken for growth.
    """
    held: dict[App, list[int]] = {app: [] for app in _BLOCKS}
    with replace(REKINDLE, settings={**REKINDLE.settings, **_RESTLESS}).served() as ours, BARE.served() as bare:
        for block in range(max(_BLOCKS.values())):
            for app, server in ((REKINDLE, ours), (BARE, bare)):
                if block < _BLOCKS[app]:
                    _walk_block(app, server)
                    if app is REKINDLE:
                        _await_rewrite(server)
                    held[app].append(server.resident_bytes())
            print(f"growth: {(block + 1) * _BLOCK} assessments, {held[REKINDLE][-1] / 1e6:.1f} MB", file=sys.stderr)
    values = {app.name: _slope(sizes[_WARM_BLOCKS:]) / _BLOCK / 1000 for app, sizes in held.items()}
    yield Line.of("memory growth for each of 1,000 assessments", values, "kB", Goal(1, "kB"))


def _walk_block(app: App, server: Server) -> None:
    for _ in range(_BLOCK):
        with app.ready(server) as visitor:
            app.walk(visitor)


def _await_rewrite(server: Server) -> None:
    """Wait until a fresh file has taken the database's place; RuntimeError if none does."""
    former, deadline = server.database.stat().st_ino, monotonic() + _REWRITE_SECONDS
    while server.database.stat().st_ino == former:
        if monotonic() > deadline:
            raise RuntimeError("The database was not rewritten, so its memory says nothing about growth.")
        sleep(0.1)


def _slope(values: list[int]) -> float:
    return linear_regression(range(len(values)), values).slope
