"""How long insights take to be drawn, beside the one column that they were at 8e54aaf; and a run of each view, beside a profile.

Twice: for somebody new, of whose wait most is the files of Streamlit itself, and for somebody whose browser has them."""

import os
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from datetime import date, timedelta
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter

from playwright.sync_api import Browser, expect, sync_playwright

from bench import counted
from bench.line import Goal, Line
from bench.server import ROOT, Server
from bench.visitor import Visitor
from components.insights.section import View
from components.session import cookies, resources
from data.keys import Kind, new_key
from data.record import record_store
from data.storage.engines.duckdb_store import DuckDBStore
from tests.browser import chromium
from tests.browser.visitor import visits, walk
from tests.invented import full_record

_FORMER = "8e54aaf"
_ROUNDS, _RUNS, _AREAS = 7, 15, 8
# What is measured, and the screen that is looked at before, by its address.
_SCREENS_BEFORE = {"insights of 32 people to the last chart": None, "the same, from another screen of ours": "/privacy"}
# Run by the former code, in its own folder: a team of 32 beside a thousand people, and the key of its insights.
_FILL = """
import os, pathlib
from bench import counted
from data.store import Store
store = Store(pathlib.Path(os.environ["REKINDLE_DATABASE"]))
counted.count_a_thousand(store)
print(counted.close_a_team(store).insights)
store.close()
"""


def lines() -> Iterator[Line]:
    """Until the last chart is drawn in a new browser context, both taking turns; then the run of a script for each view."""
    with TemporaryDirectory() as folder, _checked_out(Path(folder) / "former") as former, sync_playwright() as playwright:
        then, key_then = _former(former, Path(folder) / "then")
        now, key_now, own = _ours(Path(folder) / "now")
        expect.set_options(timeout=visits.PATIENCE)
        browser = playwright.chromium.launch(executable_path=chromium.path(), args=chromium.sandbox())
        with then, now:
            # Today's first view draws its means as rows of our own, and nothing else.
            both = {"four views": (now, key_now, _AREAS), f"one column ({_FORMER})": (then, key_then, 0)}
            for what, waits in _in_turns(browser, both).items():
                yield Line.of(what, _milliseconds(waits), "ms", Goal(0.5))
            yield from _runs(now, key_now, own)
        browser.close()


def _in_turns(browser: Browser, both: Mapping[str, tuple[Server, str, int]]) -> dict[str, dict[str, list[float]]]:
    """Every wait by what it is of and of which code it is."""
    waits: dict[str, dict[str, list[float]]] = {what: {name: [] for name in both} for what in _SCREENS_BEFORE}
    for number in range(_ROUNDS + 1):
        for what, before in _SCREENS_BEFORE.items():
            for name, (server, key, rows) in both.items():
                wait = _drawn(browser, server, key, rows, before)
                # The first visit makes a server import what it has put off.
                waits[what][name] += [wait] if number else []
    return waits


def _drawn(browser: Browser, server: Server, key: str, rows: int, before: str | None) -> float:
    """Seconds from the address to the last chart, in a new browser context; `before` is the screen where somebody is already."""
    with browser.new_context(base_url=server.url, viewport={"width": 1280, "height": 800}) as context:
        context.add_cookies(
            [{"name": cookies.team_name(Kind.INSIGHTS), "value": key, "url": server.url, "httpOnly": True, "sameSite": "Lax"}]
        )
        page = context.new_page()
        if before:
            page.goto(before)
            walk.title(page).wait_for()
            walk.settled(page)
            walk.fetched(page)
        began = perf_counter()
        page.goto("/insights", wait_until="commit")
        page.get_by_role("heading", name=resources.group_words().insights.export_title).wait_for()
        walk.settled(page)
        frames = page.get_by_test_id("stVegaLiteChart")
        expect(walk.charts(page)).to_have_count(frames.count())
        expect(page.locator(".points")).to_have_count(rows)
        return perf_counter() - began


def _runs(server: Server, key: str, own: str) -> Iterator[Line]:
    """Each view beside a profile of one result: from the press until the run has ended."""
    words = resources.group_words().insights
    names = dict(zip(View, (words.headline, words.areas, words.job_and_week, words.statements), strict=True))
    with Visitor(server.url, headers={"Cookie": f"{cookies.team_name(Kind.INSIGHTS)}={key}; {cookies.own_name()}={own}"}) as visitor:
        waits: dict[str, list[float]] = {name: [] for name in (*names.values(), "a profile")}
        visitor.open("/privacy")
        for number in range(_RUNS + 1):
            visitor.go("privacy")
            began = perf_counter()
            visitor.go("profile")
            waits["a profile"] += [perf_counter() - began] if number else []
            visitor.go("insights")
            for view in [*[*names.values()][1:], words.headline]:
                began = perf_counter()
                visitor.fill(words.view, view)
                waits[view] += [perf_counter() - began] if number else []
    found = _milliseconds(waits)
    for view in names.values():
        yield Line.of(f"a run of the view {view}", {view: found[view], "a profile": found["a profile"]}, "ms", Goal(1))


def _milliseconds(waits: dict[str, list[float]]) -> dict[str, float]:
    return {name: median(seconds) * 1000 for name, seconds in waits.items()}


def _ours(folder: Path) -> tuple[Server, str, str]:
    """A server with the team, the key of its insights, and that of somebody with a profile."""
    folder.mkdir()
    server, own = Server(ROOT / "app.py", folder=folder), new_key()
    with closing(DuckDBStore(server.database)) as store:
        counted.count_a_thousand(store)
        record = full_record.full(results=1, notes=0).model_copy(update={"shares": ()})
        record_store.change(store, own, lambda _: record, keep_until=date.today() + timedelta(days=365))
        return server, counted.close_a_team(store).insights, own


def _former(checked_out: Path, folder: Path) -> tuple[Server, str]:
    """The same of the former code."""
    folder.mkdir()
    server = Server(checked_out / "app.py", folder=folder, cwd=checked_out)
    settings = os.environ | {"REKINDLE_DATABASE": str(server.database), "REKINDLE_SECRET_FILE": f"{server.database}.secret"}
    filled = subprocess.run([sys.executable, "-c", _FILL], cwd=checked_out, env=settings, capture_output=True, check=True, text=True)
    return server, filled.stdout.split()[-1]


@contextmanager
def _checked_out(folder: Path) -> Iterator[Path]:
    """The code as it was then, in a worktree that is gone afterwards."""
    subprocess.run(["git", "worktree", "add", "--quiet", "--detach", str(folder), _FORMER], cwd=ROOT, check=True)
    try:
        yield folder
    finally:
        subprocess.run(["git", "worktree", "remove", "--force", str(folder)], cwd=ROOT, check=True)
