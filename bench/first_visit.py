"""How long somebody with an empty cache waits from the address to a screen that can be used, in a real browser."""

from collections.abc import Iterator
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


def lines() -> Iterator[Line]:
    """Until the button that leads on is drawn and enabled, each time in a new browser context, the two apps taking turns."""
    waits: dict[App, list[float]] = {app: [] for app in _BUTTON}
    with REKINDLE.served() as ours, BARE.served() as bare, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium.path(), args=chromium.sandbox())
        for number in range(_ROUNDS + 1):
            for app, server in ((REKINDLE, ours), (BARE, bare)):
                wait = _first_visit(browser, server, _BUTTON[app])
                # The first visit makes the server import what it has put off.
                waits[app] += [wait] if number else []
        browser.close()
    values = {app.name: median(seconds) * 1000 for app, seconds in waits.items()}
    yield Line.of("first visit to a usable welcome screen", values, "ms", Goal(1.25))


def _first_visit(browser: Browser, server: Server, button: str) -> float:
    with browser.new_context() as context:
        page = context.new_page()
        began = perf_counter()
        page.goto(server.url, wait_until="commit")
        page.get_by_role("button", name=button, exact=True).click(trial=True)
        return perf_counter() - began
