"""A proxy that leads nobody to the same server twice: as bad as one may be in front of replicas."""

import re
import socket
from collections import Counter
from contextlib import suppress
from threading import Thread

from tests.browser.visitor.tunnel import Tunnel

_END, _PART = b"\r\n\r\n", 4096
_KEEPS = re.compile(rb"\r\nconnection:[^\r]*", re.IGNORECASE)


class Unsticky(Tunnel):
    """Every live connection goes to another one of two servers than the last, and every request to the one without the live connection.

    Attributes:
        servers: the addresses of both.
        went: how many live connections and how many requests went to each, by its place.
    """

    def __init__(self) -> None:
        super().__init__("")
        self.servers: tuple[str, str] = ("", "")
        self.went: dict[str, Counter[int]] = {"live": Counter(), "requests": Counter()}
        self._live = 1

    def _let_in(self, near: socket.socket) -> None:
        # By a thread of its own: a browser connects beforehand, and says only later what for.
        Thread(target=self._lead, args=(near,), daemon=True).start()

    def _lead(self, near: socket.socket) -> None:
        head = _head(near)
        if not head:
            near.close()
        elif b"\r\nupgrade: websocket" in head.lower():
            self._live = 1 - self._live
            self.went["live"][self._live] += 1
            self._join(near, self.servers[self._live], head)
        else:
            self.went["requests"][1 - self._live] += 1
            self._join(near, self.servers[1 - self._live], _only_once(head))


def _head(near: socket.socket) -> bytes:
    """What a browser asks for, and perhaps more behind it; nothing where it hung up."""
    said = b""
    with suppress(OSError):
        while _END not in said:
            if not (part := near.recv(_PART)):
                return b""
            said += part
        return said
    return b""


def _only_once(head: bytes) -> bytes:
    """The same, after whose answer the connection ends, so that the next request takes another way."""
    first, end, rest = head.partition(_END)
    return _KEEPS.sub(b"", first) + b"\r\nConnection: close" + end + rest
