"""Asking an ASGI application without a server in between."""

from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

import anyio
from starlette.types import ASGIApp, Message, Scope

CLIENT = ("192.0.2.7", 50_000)
PAGE = {"Accept": "text/html,application/xhtml+xml"}


@dataclass(frozen=True)
class Answer:
    status: int
    headers: list[tuple[str, str]]
    body: bytes

    def all(self, name: str) -> list[str]:
        """Every value of a header, as it was sent."""
        return [value for key, value in self.headers if key == name.lower()]


def ask(app: ASGIApp, method: str, path: str, *, headers: Mapping[str, str] | None = None, body: bytes | None = None) -> Answer:
    """The answer to one request; the length of a body is told, as every browser does."""
    told = {"content-length": str(len(body))} if body is not None else {}
    scope = {**_scope("http", path, told | dict(headers or {})), "method": method}
    sent = _exchange(app, scope, [{"type": "http.request", "body": body or b"", "more_body": False}])
    start = next(message for message in sent if message["type"] == "http.response.start")
    received = [(key.decode().lower(), value.decode()) for key, value in start["headers"]]
    return Answer(start["status"], received, b"".join(message.get("body", b"") for message in sent))


def knock(app: ASGIApp, *, headers: Mapping[str, str] | None = None, subprotocols: tuple[str, ...] = (), hangs_up: bool = False) -> Message:
    """What a WebSocket handshake is first answered with."""
    scope = {**_scope("websocket", "/_stcore/stream", dict(headers or {})), "subprotocols": list(subprotocols)}
    heard: list[Message] = [{"type": "websocket.connect"}]
    if hangs_up:
        heard.append({"type": "websocket.disconnect", "code": 1006})
    return _exchange(app, scope, heard)[0]


def _scope(kind: str, path: str, headers: Mapping[str, str]) -> Scope:
    raw = [(key.lower().encode(), value.encode("latin-1")) for key, value in headers.items()]
    return {
        "type": kind,
        "path": path,
        "query_string": b"",
        "headers": raw,
        "client": CLIENT,
        "scheme": "http",
        "server": ("testserver", 80),
    }


def _exchange(app: ASGIApp, scope: Scope, heard: Sequence[Message]) -> list[Message]:
    sent: list[Message] = []
    to_come = list(heard)

    async def receive() -> Message:
        # Whoever has said everything waits for the answer.
        if not to_come:
            await anyio.sleep_forever()
        return to_come.pop(0)

    async def send(message: Message) -> None:
        sent.append(message)

    async def run() -> None:
        await app(scope, receive, send)

    # In a thread of its own: the browser of other tests keeps an event loop running in this one.
    with ThreadPoolExecutor(1) as thread:
        thread.submit(anyio.run, run).result()
    return sent
