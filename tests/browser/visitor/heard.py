"""What travels between one browser and the server."""

from dataclasses import dataclass, field

from playwright.sync_api import Page, WebSocket


@dataclass
class Heard:
    """Everything that one browser asked for, and all that came and went over its sockets."""

    addresses: list[str] = field(default_factory=list)
    frames: list[bytes] = field(default_factory=list)

    def listen(self, page: Page) -> Page:
        page.context.on("request", lambda request: self.addresses.append(request.url))
        page.on("websocket", self._socket)
        return page

    def told(self, text: str) -> bool:
        return any(text.encode() in frame for frame in self.frames)

    def _socket(self, socket: WebSocket) -> None:
        self.addresses.append(socket.url)
        socket.on("framereceived", self._frame)
        socket.on("framesent", self._frame)

    def _frame(self, payload: bytes | str) -> None:
        self.frames.append(payload.encode() if isinstance(payload, str) else payload)
