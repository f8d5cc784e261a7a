"""Middleware that lets a crowd from one address in one after another, and keeps a flood out."""

from time import monotonic

import anyio
from starlette.requests import HTTPConnection
from starlette.types import ASGIApp, Receive, Scope, Send

from components.session import client_address, resources

# RFC 6455 and its registry: come back later, which Streamlit's page does by itself.
TRY_AGAIN_LATER = 1013
# As long as proxies usually wait for an answer; whoever had no place by then asks anew.
LONGEST_WAIT = 55
# Short beside what somebody notices, long beside what a look costs.
_LOOK_SECONDS = 0.5


class ConnectionLimitMiddleware:
    """Holds a WebSocket before it opens while its address has opened as many in the last minute as one may."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "websocket" and not await _has_a_place(client_address.of_connection(HTTPConnection(scope))):
            await send({"type": "websocket.close", "code": TRY_AGAIN_LATER})
            return
        await self.app(scope, receive, send)


async def _has_a_place(address: str) -> bool:
    until = monotonic() + LONGEST_WAIT
    while not resources.connection_limit().take(address):
        if monotonic() > until:
            return False
        await anyio.sleep(_LOOK_SECONDS)
    return True
