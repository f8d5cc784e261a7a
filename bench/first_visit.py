"""How long somebody with an empty cache waits for a screen that can be used, and what comes over the line, in a real browser."""

from collections.abc import Iterator
from dataclasses import dataclass
from statistics import median
from time import perf_counter

from playwright.sync_api import Browser, sync_playwright

from bench.line import Goal, Line
from bench.server import Server
from bench.walks import BARE, REKINDLE, App
from tests.browser import chromium

_ROUNDS = 9
# What somebody presses first.
_BUTTON = {REKINDLE: "Start", BARE: "Continue"}


@dataclass
class Visit:
    """Seconds until the screen could be used, and bytes that came until then, as they were on the line."""

    seconds: float
    received: int


def lines() -> Iterator[Line]:
    """Until the button that leads on is drawn and enabled, each time in a new browser context, the two apps taking turns."""
    visits: dict[App, list[Visit]] = {app: [] for app in _BUTTON}
    with REKINDLE.served() as ours, BARE.served() as bare, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium.path(), args=chromium.sandbox())
        for number in range(_ROUNDS + 1):
            for app, server in ((REKINDLE, ours), (BARE, bare)):
                visit = _first_visit(browser, server, _BUTTON[app])
                # The first visit makes the server import what it has put off.
                visits[app] += [visit] if number else []
        browser.close()
    waits = {app.name: median(visit.seconds for visit in seen) * 1000 for app, seen in visits.items()}
    yield Line.of("first visit to a usable welcome screen", waits, "ms", Goal(1.1))
    received = {app.name: median(visit.received for visit in seen) / 1000 for app, seen in visits.items()}
    yield Line.of("first visit: to the browser", received, "kB", Goal(1.05))


def _first_visit(browser: Browser, server: Server, button: str) -> Visit:
    with browser.new_context() as context:
        page = context.new_page()
        received: list[int] = []
        line = context.new_cdp_session(page)
        line.on("Network.loadingFinished", lambda loaded: received.append(int(loaded["encodedDataLength"])))
        line.send("Network.enable")
        began = perf_counter()
        # Until an answer begins and no longer: when the page can be used is what the button says.
        page.goto(server.url, wait_until="commit")
        # A trial waits until it could be pressed, and presses nothing.
        page.get_by_role("button", name=button, exact=True).click(trial=True)
        return Visit(perf_counter() - began, sum(received))
