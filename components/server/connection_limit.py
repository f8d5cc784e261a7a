"""Middleware that refuses a flood of connections from one address."""

from starlette.requests import HTTPConnection
from starlette.types import ASGIApp, Receive, Scope, Send

from components.session import resources
from data.settings import settings

# RFC 6455: the server is asked for more than its policy allows.
POLICY_VIOLATION = 1008


class Admission:
    """Closes a WebSocket before it opens when its address has opened too many in the last minute."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "websocket" and not resources.handshakes().allows(address(HTTPConnection(scope))):
            await send({"type": "websocket.close", "code": POLICY_VIOLATION})
            return
        await self.app(scope, receive, send)


def address(connection: HTTPConnection) -> str:
    """Where a request comes from; the forwarded address counts only where the operator says that a proxy of theirs sets it."""
    if settings().trusted_proxy:
        forwarded = connection.headers.get("x-forwarded-for", "")
        if forwarded:
            # The proxy appends the address that it saw itself; anything before it is the client's own claim.
            return forwarded.split(",")[-1].strip()
    return connection.client.host if connection.client else "unknown"
