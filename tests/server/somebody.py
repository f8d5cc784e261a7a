"""People for a server: their records put into its file before it starts, their visits, and what is on the disk meanwhile."""

import json
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from pathlib import Path
from threading import Event
from time import monotonic
from typing import Any

from bench.server import Server
from bench.visitor import Visitor
from data.keys import Kind, new_key
from data.record import record_store
from data.record.record import Draft, Record
from data.storage.engines.duckdb_store import DuckDBStore
from data.storage.sealing import Seal
from tests.invented.records import becoming

# A server goes by the real calendar.
KEPT_UNTIL = date.today() + timedelta(days=365)
# Far beyond what it takes on a busy machine, in seconds.
_PATIENCE, _LOOKS_EVERY = 120.0, 0.02


def moved_in(database: Path, *people: Record) -> list[str]:
    """The keys of people whose records are put into the file of a server that does not run."""
    store, keys = DuckDBStore(database), [new_key() for _ in people]
    for key, record in zip(keys, people, strict=True):
        record_store.change(store, key, becoming(record), keep_until=KEPT_UNTIL)
    store.close()
    return keys


@contextmanager
def visit(server: Server, key: str, address: str = "/") -> Iterator[Visitor]:
    """Somebody with this key in their browser, on that page."""
    with Visitor(server.url, keep=True, headers={"Cookie": f"rk_own={key}"}) as visitor:
        visitor.open(address)
        yield visitor


def shown(visitor: Visitor) -> dict[str, Any]:
    """What the element of radio groups on this screen was given: the saved answers, and in `keep` the draft and how often it was saved."""
    given: dict[str, Any] = json.loads(visitor.screen.find("radio_groups").drawn.json)
    return given


def file_number(server: Server) -> int:
    """Tells one file in the database's place from the next: a rewrite puts a new one there."""
    return server.database.stat().st_ino


def until_rewritten(server: Server, former: int) -> None:
    """Wait for the rewrite that a start begins with, so that afterwards no file comes or goes under whoever reads them."""
    until(lambda: file_number(server) != former and not list(server.folder.glob("*.new*")))


@contextmanager
def copy_of(server: Server) -> Iterator[DuckDBStore]:
    """What the files of a running server hold just now, in a copy of them."""
    with tempfile.TemporaryDirectory() as folder:
        for file in server.folder.glob(f"{server.database.name}*"):
            # A rewrite in preparation may be gone the next moment.
            if file.suffix != ".lock" and ".new" not in file.name:
                shutil.copy(file, folder)
        store = DuckDBStore(Path(folder, server.database.name))
        try:
            yield store
        finally:
            store.close()


def on_disk(server: Server, key: str) -> Record | None:
    """The record that the files of a running server hold of somebody just now."""
    with copy_of(server) as store:
        return record_store.read(store, key, keep_until=KEPT_UNTIL)


def sealed_on_disk(server: Server, key: str) -> bytes:
    """The envelope of that record, as it lies in the files."""
    with copy_of(server) as store:
        ((sealed,),) = store.read("SELECT sealed FROM record WHERE record_id = $1", [Seal(key, Kind.OWN).row_id])
        return bytes(sealed)


def draft_on_disk(server: Server, key: str) -> Draft:
    record = on_disk(server, key)
    assert record is not None and record.draft is not None
    return record.draft


def until(happened: Callable[[], bool]) -> None:
    """Wait for something that the server does by itself."""
    deadline, pause = monotonic() + _PATIENCE, Event()
    while not happened():
        assert monotonic() < deadline, "it did not happen"
        pause.wait(_LOOKS_EVERY)
