"""A server of PostgreSQL that says that it is an older one: everything else passes through a real wire as it is."""

import socket
import struct
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from threading import Thread
from urllib.parse import urlsplit

from data.database_address import PostgresAddress

# A message is a letter, and a length that counts itself (PostgreSQL's manual, "Message Formats").
_LENGTH = struct.Struct("!I")
_STATUS, _VERSION = b"S", b"server_version\0"
_PART = 65_536


@contextmanager
def saying(version: str, address: PostgresAddress) -> Iterator[PostgresAddress]:
    """The same database behind a door at which its server calls itself that version."""
    parts = urlsplit(address.uri)
    with socket.create_server(("127.0.0.1", 0)) as door:
        Thread(target=_let_in, args=(door, (parts.hostname, parts.port), version), daemon=True).start()
        # In the clear, as messages are read here.
        yield PostgresAddress(f"postgresql://postgres@127.0.0.1:{door.getsockname()[1]}{parts.path}?sslmode=disable&gssencmode=disable")
        # A close alone would leave the thread at the door waiting for ever.
        door.shutdown(socket.SHUT_RDWR)


def _let_in(door: socket.socket, to: tuple[str, int], version: str) -> None:
    with suppress(OSError):
        while True:
            near, far = door.accept()[0], socket.create_connection(to)
            Thread(target=_ask, args=(near, far), daemon=True).start()
            Thread(target=_answer, args=(far, near, version), daemon=True).start()


def _ask(near: socket.socket, far: socket.socket) -> None:
    with near, far, suppress(OSError):
        while part := near.recv(_PART):
            far.sendall(part)
        far.shutdown(socket.SHUT_RDWR)


def _answer(far: socket.socket, near: socket.socket, version: str) -> None:
    with suppress(OSError), far.makefile("rb") as messages:
        while kind := messages.read(1):
            (length,) = _LENGTH.unpack(messages.read(_LENGTH.size))
            said = messages.read(length - _LENGTH.size)
            if kind == _STATUS and said.startswith(_VERSION):
                said = _VERSION + version.encode() + b"\0"
            near.sendall(kind + _LENGTH.pack(_LENGTH.size + len(said)) + said)
