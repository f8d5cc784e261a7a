"""Middleware that gives every browser a key of its own with the first page, so that a draft survives a refresh."""

from collections.abc import Mapping

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import cookie_parser
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from components.session import cookies
from data.keys import is_key, new_key


class BrowserKeyMiddleware:
    """Mints the browser's own key where there is none, and renews its cookie on each page."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if not _is_page(scope):
            await self.app(scope, receive, send)
            return
        key = own_key(Headers(scope=scope)) or new_key()

        async def send_with_cookie(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                headers.append("Set-Cookie", cookies.set_cookie(cookies.own_name(), key, cookies.OWN_SECONDS))
                # The answer carries a key, and the next visit must come by here to get one.
                headers["Cache-Control"] = "no-store"
            await send(message)

        await self.app(scope, receive, send_with_cookie)


def own_key(headers: Mapping[str, str]) -> str | None:
    """The key in the own cookie of a request; None where it is missing or no key."""
    return _key(headers, cookies.own_name())


def opened_key(headers: Mapping[str, str]) -> str | None:
    """The key in the opened cookie of a request; None where it is missing or no key."""
    return _key(headers, cookies.opened_name())


def _key(headers: Mapping[str, str], name: str) -> str | None:
    # Python's own reader drops every cookie after one that it cannot read, and another application on this host may set such a one.
    found = cookie_parser(headers.get("cookie", "")).get(name, "")
    return found if is_key(found) else None


def _is_page(scope: Scope) -> bool:
    """Whether somebody asks for a screen, and not for a script, a picture, a health check or an unfurler's look."""
    if scope["type"] != "http" or scope["method"] != "GET":
        return False
    return "text/html" in Headers(scope=scope).get("accept", "")
