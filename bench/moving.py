"""How far a profile moves by itself while it is drawn, in a real browser: Chromium's own figure, layout shift."""

from collections.abc import Iterator
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import Browser, expect, sync_playwright

from bench.line import Goal, Line
from bench.server import Server
from bench.walks import REKINDLE
from components.session import cookies
from data.keys import new_key
from data.record import record_store
from data.record.record import Record
from data.storage.engines.duckdb_store import DuckDBStore
from tests.browser import chromium
from tests.browser.visitor import moved, visits, walk
from tests.invented import full_record

_ROUNDS = 3
_SIZES = {"a phone": (390, 844), "a desk": (1280, 800)}
_RECORDS = {"ten results": full_record.full(), "one result": full_record.full(results=1, notes=0)}


def lines() -> Iterator[Line]:
    """All shifts of both people's profiles added up, the largest of some visits, each with an empty cache."""
    with TemporaryDirectory() as folder:
        server = Server(REKINDLE.script, folder=Path(folder), settings=REKINDLE.settings)
        with closing(DuckDBStore(server.database)) as store:
            keys = {name: _keep(store, record) for name, record in _RECORDS.items()}
        expect.set_options(timeout=visits.PATIENCE)
        with server, sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=chromium.path(), args=chromium.sandbox())
            for size, (width, height) in _SIZES.items():
                most = {name: max(_moved(browser, server, key, width, height) for _ in range(_ROUNDS)) for name, key in keys.items()}
                # Of both the worse one is held against the goal.
                worst_first = dict(sorted(most.items(), key=lambda one: -one[1]))
                yield Line.of(f"layout shift of a profile on {size}", worst_first, "", Goal(0.05, ""))
            browser.close()


def _moved(browser: Browser, server: Server, key: str, width: int, height: int) -> float:
    with browser.new_context(base_url=server.url, viewport={"width": width, "height": height}) as context:
        context.add_cookies([{"name": cookies.own_name(), "value": key, "url": server.url, "httpOnly": True, "sameSite": "Lax"}])
        page = context.new_page()
        moved.watch(page)
        page.goto("/profile")
        walk.on_profile(page)
        expect(page.locator(".cell").first).to_be_visible()
        expect(walk.charts(page).first).to_be_visible()
        return moved.in_all(page)


def _keep(store: DuckDBStore, record: Record) -> str:
    own = new_key()
    record_store.change(store, own, lambda _: record.model_copy(update={"shares": ()}), keep_until=date.today() + timedelta(days=365))
    return own
