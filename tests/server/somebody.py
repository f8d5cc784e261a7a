"""People for a server: their records put into its file before it starts, their visits, and what is on the disk meanwhile."""

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bench.server import Server
from bench.visitor import Visitor
from data import records
from data.record import Draft, Record
from data.sealing import new_key
from data.store import Store
from tests.data.people import NEXT_YEAR, becoming


def moved_in(database: Path, *people: Record) -> list[str]:
    """The keys of people whose records are put into the file of a server that does not run."""
    store, keys = Store(database), [new_key() for _ in people]
    for key, record in zip(keys, people, strict=True):
        records.change(store, key, becoming(record), keep_until=NEXT_YEAR)
    store.close()
    return keys


@contextmanager
def visit(server: Server, key: str, address: str = "/") -> Iterator[Visitor]:
    """Somebody with this key in their browser, on that page."""
    with Visitor(server.url, keep=True, headers={"Cookie": f"rk_own={key}"}) as visitor:
        visitor.open(address)
        yield visitor


def on_disk(server: Server, key: str) -> Record | None:
    """What the files of a running server hold of somebody just now, read from a copy of them."""
    with tempfile.TemporaryDirectory() as folder:
        for file in server.folder.glob(f"{server.database.name}*"):
            if file.suffix != ".lock":
                shutil.copy(file, folder)
        store = Store(Path(folder, server.database.name))
        try:
            return records.read(store, key, keep_until=NEXT_YEAR)
        finally:
            store.close()


def draft_on_disk(server: Server, key: str) -> Draft:
    record = on_disk(server, key)
    assert record is not None and record.draft is not None
    return record.draft
