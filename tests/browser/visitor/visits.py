"""People with browsers of their own, all of them looking at one server. Whatever a browser complains about is remembered."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, WebError, expect

from bench.server import Server
from tests.browser import chromium

DESKTOP = {"width": 1280, "height": 900}
# A busy machine may take long; what is waited for is a condition, so a quick one never does.
PATIENCE = 45_000
expect.set_options(timeout=PATIENCE)


def started_with(*, whole: bool = False) -> dict[str, Any]:
    """The options that Chromium is started with on this machine; the whole of it also knows settings of a person's own."""
    program = (chromium.path() if whole else chromium.quick_path()) or pytest.fail(chromium.ADVICE)
    return {"executable_path": program, "args": chromium.sandbox()}


class Visits:
    """Opens browsers for a test and, at its end, knows what they complained about.

    Attributes:
        expected: patterns of complaints that the test itself causes, each beside the reason.
    """

    def __init__(self, browser: Browser, server: Server) -> None:
        self.server = server
        self.expected: list[str] = []
        self._browser = browser
        self._contexts: list[BrowserContext] = []
        self._complaints: list[str] = []

    @property
    def complaints(self) -> list[str]:
        """Errors of scripts and on the console, without those that are known to do no harm."""
        return [said for said in self._complaints if not any(re.search(pattern, said) for pattern in self.expected)]

    def device(self, key: str | None = None, **options: Any) -> BrowserContext:
        """A browser that nobody has used before, or the one of somebody whose key it keeps."""
        context = self._browser.new_context(**{"base_url": self.server.url, "viewport": DESKTOP} | options)
        if key:
            context.add_cookies([{"name": "rk_own", "value": key, "url": self.server.url, "httpOnly": True, "sameSite": "Lax"}])
        self.watch(context)
        return context

    def page(self, key: str | None = None, **options: Any) -> Page:
        """A tab in a browser of its own."""
        return self.device(key, **options).new_page()

    def watch(self, context: BrowserContext) -> None:
        """Listen to a browser, and close it at the end."""
        context.set_default_timeout(PATIENCE)
        context.on("console", self._console)
        context.on("weberror", self._error)
        self._contexts.append(context)

    def close(self) -> None:
        for context in self._contexts:
            context.close()

    def _console(self, message: ConsoleMessage) -> None:
        if message.type == "error":
            self._complaints.append(f"{message.text} at {message.location['url']}")

    def _error(self, error: WebError) -> None:
        self._complaints.append(str(error.error))


@contextmanager
def opened(browser: Browser, server: Server) -> Iterator[Visits]:
    """Visits to a server; afterwards nothing may be left that a browser complained about."""
    visits = Visits(browser, server)
    try:
        yield visits
    finally:
        visits.close()
    assert not visits.complaints, "\n".join(visits.complaints)
