"""The door through which a backup is asked of a running server: a socket beside the database that its owner alone may open."""

import json
import logging
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from socket import AF_UNIX, SHUT_RDWR, SHUT_WR, socket
from threading import Thread

from data import figures
from data.errors import StoreTrouble
from data.storage import database_file
from data.storage.engines.duckdb_store import DuckDBStore

# What whoever knocked says once the backup is in its place.
_TAKEN = b"1"

_log = logging.getLogger(__name__)

# A path to a socket may have about a hundred signs; by its folder it is as short as its name, where the kernel shows open folders.
_OPEN_FOLDERS = Path("/proc/self/fd")


@contextmanager
def listening(store: DuckDBStore) -> Iterator[None]:
    """Whoever knocks gets a backup prepared beside the database, one after another, and has it to themselves until they leave."""
    door = _door(store.path)
    with socket(AF_UNIX) as listener:
        if not _open(listener, door):
            yield
            return
        # A daemon: whoever stops the server does not wait for somebody's slow disk.
        Thread(target=_serve, args=(listener, store), name="backup", daemon=True).start()
        try:
            yield
        finally:
            door.unlink(missing_ok=True)
            # Wakes the thread, which a close alone does not.
            with suppress(OSError):
                listener.shutdown(SHUT_RDWR)


def _open(listener: socket, door: Path) -> bool:
    try:
        # This process holds the database, so what lies there was left behind by a crash.
        door.unlink(missing_ok=True)
        with _address(door) as address:
            listener.bind(address)
        door.chmod(0o600)
        listener.listen()
    except OSError:
        # People can do without it, so it is no reason not to start.
        _log.warning("No backup can be made while this server runs: there can be no socket beside the database.")
        return False
    return True


def _serve(listener: socket, store: DuckDBStore) -> None:
    # The listener was shut: the server stops.
    with suppress(OSError):
        while True:
            knocking, _ = listener.accept()
            with knocking:
                _attend(knocking, store)


def _attend(knocking: socket, store: DuckDBStore) -> None:
    # Gone before the answer came.
    with suppress(OSError):
        knocking.sendall(_answer(store))
        knocking.shutdown(SHUT_WR)
        # Until it was taken, or whoever asked is gone: a second copy of everything must not stay.
        if knocking.recv(1) == _TAKEN:
            figures.BACKED_UP.set_to_current_time()
    database_file.remove(database_file.backup_file(store.path))


@contextmanager
def asked(path: Path) -> Iterator[str | None]:
    """What the backup holds that a running server has prepared, for as long as the block lasts; None where no server runs."""
    with socket(AF_UNIX) as knocking:
        try:
            with _address(_door(path)) as address:
                knocking.connect(address)
        except (FileNotFoundError, ConnectionRefusedError):
            yield None
            return
        with knocking.makefile("r", encoding="ascii") as answer:
            said = json.loads(answer.read())
        if "rule" in said:
            raise StoreTrouble(said["rule"], **said["values"])
        yield said["holds"]
        # The server stops: it needs no thanks.
        with suppress(OSError):
            knocking.sendall(_TAKEN)


def _answer(store: DuckDBStore) -> bytes:
    try:
        return json.dumps({"holds": store.back_up()}).encode()
    except StoreTrouble as trouble:
        return json.dumps({"rule": trouble.rule, "values": trouble.values}).encode()


def _door(path: Path) -> Path:
    # Hidden, so that nobody who copies files takes it for a part of the database.
    return path.with_name(f".{path.name}.socket")


@contextmanager
def _address(door: Path) -> Iterator[str]:
    if not _OPEN_FOLDERS.exists():
        yield str(door)
        return
    folder = os.open(door.parent, os.O_RDONLY | os.O_DIRECTORY)
    try:
        yield str(_OPEN_FOLDERS / str(folder) / door.name)
    finally:
        os.close(folder)
