"""Middleware that refuses a flood of connections from one address."""

from starlette.requests import HTTPConnection
from starlette.types import ASGIApp, Receive, Scope, Send

from components.session import client_address, resources

# RFC 6455: the server is asked for more than its policy allows.
POLICY_VIOLATION = 1008


class Admission:
    """Closes a WebSocket before it opens when its address has opened too many in the last minute."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "websocket" and not resources.handshakes().allows(client_address.of_connection(HTTPConnection(scope))):
            await send({"type": "websocket.close", "code": POLICY_VIOLATION})
            return
        await self.app(scope, receive, send)
