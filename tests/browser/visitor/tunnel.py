"""What lies between a browser and a server: it can be taken away while both live on, as a network is in a tunnel."""

import ctypes
import socket
import struct
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from threading import Event, Lock, Thread
from typing import TypeVar
from urllib.parse import urlsplit

from playwright.sync_api import Page, expect

from tests.browser.visitor import walk

_PART = 65_536
# Of the kernel (asm-generic/socket.h, linux/filter.h): a filter of one instruction, which keeps nothing of what comes.
_ATTACH_FILTER, _DETACH_FILTER = 26, 27
_KEEP_NOTHING = ctypes.create_string_buffer(struct.pack("HBBI", 0x06, 0, 0, 0))
Way = TypeVar("Way", bound="Tunnel")


class Tunnel:
    """Carries bytes to a server and back, or lets nothing through."""

    def __init__(self, server: str) -> None:
        self._server = server
        self._door = socket.create_server(("127.0.0.1", 0))
        self._through = Event()
        self._through.set()
        self._ends: list[socket.socket] = []
        self._lock = Lock()
        self.url = f"http://127.0.0.1:{self._door.getsockname()[1]}"

    def cut(self) -> None:
        """Break what is open, and let nobody through."""
        self._through.clear()
        with self._lock:
            for end in self._ends:
                _close(end)
            self._ends.clear()

    def fall_silent(self) -> None:
        """Let all that comes vanish unread, as where a cable is pulled: nothing is broken, and nothing is acknowledged to anybody."""
        self.forget()
        _swallow(self._door)

    def forget(self) -> None:
        """The same for what is open just now, as a firewall does that has forgotten it; who comes anew is let through."""
        with self._lock:
            for end in self._ends:
                _swallow(end)

    def mend(self) -> None:
        """Let everybody through again."""
        self._through.set()
        with self._lock:
            for end in (self._door, *self._ends):
                # None is there after a cut.
                with suppress(OSError):
                    end.setsockopt(socket.SOL_SOCKET, _DETACH_FILTER, 0)

    def carry(self) -> None:
        """Let one after another in, until the door is closed."""
        with suppress(OSError):
            while True:
                self._let_in(self._door.accept()[0])

    def close(self) -> None:
        # A close alone would leave the thread at the door waiting for ever.
        with suppress(OSError):
            self._door.shutdown(socket.SHUT_RDWR)
        self._door.close()
        self.cut()

    def _let_in(self, near: socket.socket) -> None:
        self._join(near, self._server)

    def _join(self, near: socket.socket, server: str, said: bytes = b"") -> None:
        with self._lock:
            if not self._through.is_set():
                near.close()
                return
            far = socket.create_connection((urlsplit(server).hostname or "", urlsplit(server).port or 80))
            self._ends += [near, far]
        far.sendall(said)
        for one, other in ((near, far), (far, near)):
            Thread(target=_pump, args=(one, other), daemon=True).start()


@contextmanager
def dug(server: str) -> Iterator[Tunnel]:
    """A way to the server that can be cut."""
    with opened(Tunnel(server)) as tunnel:
        yield tunnel


@contextmanager
def opened(tunnel: Way) -> Iterator[Way]:
    """That way, for as long as the block lasts."""
    Thread(target=tunnel.carry, daemon=True).start()
    yield tunnel
    tunnel.close()


def lose(network: Tunnel, page: Page) -> None:
    """Take the network away until the tab knows, and give it back."""
    walk.fetched(page)
    app = page.get_by_test_id("stApp")
    network.cut()
    expect(app).not_to_have_attribute("data-test-connection-state", "CONNECTED")
    network.mend()
    expect(app).to_have_attribute("data-test-connection-state", "CONNECTED")


def _pump(one: socket.socket, other: socket.socket) -> None:
    with suppress(OSError):
        while part := one.recv(_PART):
            other.sendall(part)
    _close(other)


def _swallow(end: socket.socket) -> None:
    # One that is closed already has nothing to swallow.
    with suppress(OSError):
        end.setsockopt(socket.SOL_SOCKET, _ATTACH_FILTER, struct.pack("HP", 1, ctypes.addressof(_KEEP_NOTHING)))


def _close(end: socket.socket) -> None:
    with suppress(OSError):
        end.shutdown(socket.SHUT_RDWR)
    end.close()
