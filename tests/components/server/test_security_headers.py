from base64 import b64encode
from hashlib import sha256
from html.parser import HTMLParser
from pathlib import Path

import pytest
import streamlit
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.routing import Route

from components.server import routes
from components.server.security_headers import SecurityHeadersMiddleware, policy
from tests.components.server.asgi import ask

SHELL = Path(streamlit.__file__).parent / "static" / "index.html"


class InlineScripts(HTMLParser):
    """Finds scripts as a browser does, not by a pattern."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=False)
        self.found: list[str] = []
        self._inside = False
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._inside = tag == "script" and "src" not in dict(attrs)
        self.found += [""] if self._inside else []

    def handle_data(self, data: str) -> None:
        if self._inside:
            self.found[-1] += data

    def handle_endtag(self, tag: str) -> None:
        self._inside = False


def hashes(page: str) -> set[str]:
    return {f"'sha256-{b64encode(sha256(script.encode()).digest()).decode()}'" for script in InlineScripts(page).found}


def directives() -> dict[str, list[str]]:
    return {name: values for name, *values in (part.split() for part in policy().split("; "))}


def app() -> Starlette:
    async def page(_: Request) -> PlainTextResponse:
        return PlainTextResponse("page", headers={"X-Frame-Options": "ALLOWALL"})

    return Starlette(routes=[Route("/", page)], middleware=[Middleware(SecurityHeadersMiddleware)])


def test_exactly_the_scripts_of_our_two_pages_may_run() -> None:
    allowed = set(directives()["script-src"])

    assert allowed == {"'self'", "blob:"} | hashes(SHELL.read_text(encoding="utf-8")) | hashes(routes.OPENING.template)
    assert len(allowed) >= 4


def test_the_policy_is_the_one_that_was_decided() -> None:
    rest = {name: values for name, values in directives().items() if name != "script-src"}

    assert rest == {
        "default-src": ["'self'"],
        "style-src": ["'self'", "'unsafe-inline'"],
        "img-src": ["'self'", "data:", "blob:"],
        "font-src": ["'self'", "data:"],
        "connect-src": ["'self'"],
        "worker-src": ["'self'", "blob:"],
        "object-src": ["'none'"],
        "base-uri": ["'none'"],
        "form-action": ["'self'"],
        "frame-ancestors": ["'none'"],
    }


@pytest.mark.parametrize("path", ["/", "/not-there"])
def test_every_answer_carries_every_header_once(path: str) -> None:
    answer = ask(app(), "GET", path)

    expected = {
        "content-security-policy": policy(),
        "referrer-policy": "no-referrer",
        "x-content-type-options": "nosniff",
        "x-frame-options": "DENY",
        "cross-origin-opener-policy": "same-origin",
        "cross-origin-resource-policy": "same-origin",
        "permissions-policy": "camera=(), microphone=(), geolocation=()",
    }
    assert {name: answer.all(name) for name in expected} == {name: [value] for name, value in expected.items()}
