"""Screens are drawn by AppTest, which has no browser: whose cookies come along is said here."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import pytest
import streamlit as st
from streamlit.runtime.context import StreamlitHeaders
from streamlit.testing.v1 import AppTest

from components.session import resources
from data.keys import new_key
from data.record import record_store
from data.record.record import Record
from tests.invented.records import NEXT_YEAR, becoming

NAVIGATION = Path(__file__).parents[2] / "pages" / "navigation.py"
# Longer than any run takes; a busy machine must not fail a test.
PATIENCE = 60


@dataclass(frozen=True)
class Theme:
    type: str = "light"


@dataclass(frozen=True)
class Request:
    """What a browser sends along with its visit."""

    cookies: Mapping[str, str] = field(default_factory=dict)
    headers: StreamlitHeaders = field(default_factory=lambda: StreamlitHeaders([]))
    ip_address: str | None = None
    timezone: str | None = "UTC"
    locale: str | None = "en-GB"
    theme: Theme = field(default_factory=Theme)


@dataclass
class Somebody:
    """A person with a browser of their own."""

    key: str
    monkeypatch: pytest.MonkeyPatch

    def holds(self, record: Record) -> None:
        record_store.change(resources.store(), self.key, becoming(record), keep_until=NEXT_YEAR)

    def held(self) -> Record | None:
        return record_store.read(resources.store(), self.key, keep_until=NEXT_YEAR)

    def arrives(self, *, locale: str = "en-GB", **more_cookies: str) -> AppTest:
        """On the start page, with the cookie of this browser."""
        self.monkeypatch.setattr(st, "context", Request(cookies={"rk_own": self.key, **more_cookies}, locale=locale))
        return AppTest.from_file(NAVIGATION, default_timeout=PATIENCE).run()

    def opens(self, page: str, **more_cookies: str) -> AppTest:
        return self.arrives(**more_cookies).switch_page(f"{page}.py").run()


@pytest.fixture
def somebody(monkeypatch: pytest.MonkeyPatch) -> Iterator[Somebody]:
    yield Somebody(new_key(), monkeypatch)
