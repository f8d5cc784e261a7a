"""Middleware that lets a crowd from one address in one after another, and keeps a flood out."""

from time import monotonic

import anyio
from starlette.requests import HTTPConnection
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from components.session import client_address, resources
from data import figures

# RFC 6455 and its registry: come back later, which Streamlit's page does by itself.
TRY_AGAIN_LATER = 1013
# What the script of a page that does not come offers (loading.js), to learn whether live connections get through. It takes nobody's place.
PROBE = "rekindle-probe"
# As long as proxies usually wait for an answer; whoever had no place by then asks anew.
LONGEST_WAIT = 55
# Short beside what somebody notices, long beside what a look costs.
_LOOK_SECONDS = 0.5


class ConnectionLimitMiddleware:
    """Holds a WebSocket before it opens while its address has opened as many in the last minute as one may."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "websocket":
            await self.app(scope, receive, send)
            return
        # The request to open: taken out of the channel here, and given back to Streamlit below.
        connecting = await receive()
        if PROBE in scope.get("subprotocols", []):
            await send({"type": "websocket.accept", "subprotocol": PROBE})
            await send({"type": "websocket.close"})
        elif await _has_a_place(client_address.of_connection(HTTPConnection(scope)), receive):
            with figures.OPEN.track_inprogress():
                await self.app(scope, _from_the_start(connecting, receive), send)
        else:
            await send({"type": "websocket.close", "code": TRY_AGAIN_LATER})


async def _has_a_place(address: str, receive: Receive) -> bool:
    """False also for whoever hung up: a page asks anew after 15 seconds, and what it left must not take the place of another."""
    until = monotonic() + LONGEST_WAIT
    while not resources.connection_limit().take(address):
        if monotonic() > until or await _hangs_up(receive):
            return False
    return True


async def _hangs_up(receive: Receive) -> bool:
    """Whether the client goes before the next look: before a WebSocket is accepted there is nothing else to hear from it."""
    with anyio.move_on_after(_LOOK_SECONDS):
        await receive()
        return True
    return False


def _from_the_start(first: Message, receive: Receive) -> Receive:
    heard = [first]

    async def receive_again() -> Message:
        return heard.pop() if heard else await receive()

    return receive_again
