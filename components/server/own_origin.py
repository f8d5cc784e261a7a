"""Middleware that lets only Rekindle's own pages open a live connection, or change something: cookies do not tell ports apart."""

from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from data.settings import settings

# RFC 6455: against the rules of this server, so there is no use in coming back.
POLICY_VIOLATION = 1008
_ONLY_READS = {"GET", "HEAD", "OPTIONS"}
_SECURE = {"https", "wss"}
_USUAL_PORTS = {"http": 80, "https": 443}


class OwnOriginMiddleware:
    """Refuses every upgrade and every change that another page asks for, whichever port or scheme of this host it stands on.

    Streamlit never sees an Origin: of one that it does not know it would ask the network for this machine's own addresses.
    """

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] not in ("http", "websocket"):
            await self.app(scope, receive, send)
            return
        origin = Headers(scope=scope).get("origin")
        foreign = origin is not None and not _is_ours(origin, scope)
        if foreign and scope["type"] == "websocket":
            await send({"type": "websocket.close", "code": POLICY_VIOLATION})
        elif foreign and scope["method"] not in _ONLY_READS:
            await PlainTextResponse("asked for by another page", status_code=403)(scope, receive, send)
        else:
            # A foreign page gets no leave to see what it reads, because no header says so.
            del MutableHeaders(scope=scope)["origin"]
            await self.app(scope, receive, send)


def _is_ours(origin: str, scope: Scope) -> bool:
    """Whether it is the address that people use, exactly: as it is set, or for any other host as it was asked for."""
    asked = f"{'https' if scope['scheme'] in _SECURE else 'http'}://{Headers(scope=scope).get('host', '')}"
    public = _as_sent(settings().base_url)
    # Behind a proxy that ends TLS every host is asked for as http: of the public one, only the scheme that is set will do.
    # Any other name or port is somebody's who opens this machine directly, and is held to itself.
    return origin == public or (urlsplit(asked).netloc != urlsplit(public).netloc and origin == asked)


def _as_sent(address: str) -> str:
    """As browsers write an origin (RFC 6454, 6.2): in ASCII, in small letters, without the port that goes without saying."""
    parts = urlsplit(address)
    host = (parts.hostname or "").encode("idna").decode()
    port = "" if parts.port in (None, _USUAL_PORTS[parts.scheme]) else f":{parts.port}"
    return f"{parts.scheme}://{f'[{host}]' if ':' in host else host}{port}"
