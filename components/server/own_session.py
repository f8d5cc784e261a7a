"""Middleware that lets a browser go on with a session of its own and with nobody else's."""

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Receive, Scope, Send

from components.server import browser_key
from components.session import resources
from data.keys import fingerprint

# Streamlit takes the session to go on with from the third of the offered subprotocols.
_PROTOCOLS, _SESSION = "sec-websocket-protocol", 2


class OwnSessionMiddleware:
    """Takes a foreign session out of a handshake: Streamlit would hand it over, and its owner's tab would hang. A new one begins."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "websocket":
            _without_foreign_session(scope)
        await self.app(scope, receive, send)


def _without_foreign_session(scope: Scope) -> None:
    headers = Headers(scope=scope)
    offered = [word.strip() for word in headers.get(_PROTOCOLS, "").split(",")]
    if len(offered) <= _SESSION:
        return
    key = browser_key.own_key(headers)
    if not resources.session_owners().owns(offered[_SESSION], fingerprint(key) if key else ""):
        MutableHeaders(scope=scope)[_PROTOCOLS] = ", ".join(offered[:_SESSION])
