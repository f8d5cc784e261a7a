"""The longest that anybody waits while many save, whatever the database does beside: its log is written into a file of many records."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from threading import Event, Thread
from time import perf_counter

from bench.line import Figure, Goal, Line
from bench.saving import begun, continued
from data.keys import new_key
from data.record import record_store
from data.storage.engines.duckdb_store import DuckDBStore

SIZES = (1_000, 100_000, 1_000_000)
_SAVES = 20_000
# Whoever saves, spread over the whole file; the others are there, and as long.
_KNOWN, _BETWEEN = 1_000, 5
_PAUSE_SECONDS = 0.01
_KEPT = date(2099, 1, 1)
_LONGEST = Goal(0.5, "s")


def lines() -> Iterator[Line]:
    """The longest wait of whoever saves and of a reader beside them, over 20,000 saves; each beside the same among a thousand records."""
    few: tuple[float, float] | None = None
    for size in SIZES:
        waits = longest(size, _SAVES)
        few = few or waits
        for who, many, least in zip(("saver", "reader"), waits, few, strict=True):
            what, of_few = f"longest wait of a {who}, {size:,} records", Figure(f"of {SIZES[0]:,}", least, "s")
            yield Line(what, Figure(f"of {size:,}", many, "s"), of_few, _LONGEST)


def longest(size: int, saves: int) -> tuple[float, float]:
    """The longest wait of a saver and of a reader, in seconds, in a new file of so many records."""
    dice = Random(size)
    with TemporaryDirectory() as folder:
        store = DuckDBStore(Path(folder) / "records.duckdb")
        keys = _fill(store, size)
        with _reading(store, keys) as reads:
            saver = max(_timed(lambda: _save(store, dice.choice(keys))) for _ in range(saves))
        store.close()
    return saver, max(reads)


def _fill(store: DuckDBStore, size: int) -> list[str]:
    """The keys of those who save, a few at a time among the others, and the file as a server leaves it."""
    keys = [new_key() for _ in range(min(_KNOWN, size))]
    others = (size - len(keys)) // (len(keys) // _BETWEEN)
    for place, key in enumerate(keys):
        record_store.change(store, key, begun, keep_until=_KEPT)
        if place % _BETWEEN == 0:
            # The same bytes again and again would be written once.
            noise = "encode(repeat(concat(sha256(CAST(n AS VARCHAR)), sha256(CAST(random() AS VARCHAR))), 8))"
            store.write(f"INSERT INTO record SELECT uuid(), {noise}, $1 FROM range($2) AS other(n)", [_KEPT, others])
    store.rewrite()
    return keys


@contextmanager
def _reading(store: DuckDBStore, keys: list[str]) -> Iterator[list[float]]:
    """Somebody who opens one record after another, and how long each took."""
    waits, enough, dice = [0.0], Event(), Random(0)

    def read() -> None:
        while not enough.wait(_PAUSE_SECONDS):
            waits.append(_timed(lambda: record_store.read(store, dice.choice(keys), keep_until=_KEPT)))

    reader = Thread(target=read)
    reader.start()
    yield waits
    enough.set()
    reader.join()


def _save(store: DuckDBStore, key: str) -> None:
    record_store.change(store, key, continued, keep_until=_KEPT)


def _timed(work: Callable[[], object]) -> float:
    began = perf_counter()
    work()
    return perf_counter() - began
