"""A durable save of one step, against nothing but DuckDB writing as many bytes."""

import secrets
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter
from uuid import uuid4

import duckdb

from bench.baselines.sheet import PAGES
from bench.line import Goal, Line
from bench.walks import REKINDLE
from data.assessment import steps
from data.assessment.step_answers import StepAnswers
from data.instrument.answers import Step
from data.keys import new_key
from data.record import record_store
from data.record.record import Consents, Record
from data.storage.engines.duckdb_store import DuckDBStore
from data.storage.store import Store

_ROUNDS = 300
_TODAY = date(2026, 1, 1)
_PART = StepAnswers(statements={name: 4 for page in PAGES for name in page})
_TAG = "bench"


def lines() -> Iterator[Line]:
    """Opening, changing, sealing and committing one person's record, and a bare insert and commit, taking turns; medians."""
    with TemporaryDirectory() as folder:
        store, key = DuckDBStore(Path(folder) / "ours.duckdb"), new_key()
        save(store, key, begun)
        size = sealed_bytes(store)
        bare = duckdb.connect(Path(folder) / "bare.duckdb")
        bare.execute("CREATE TABLE saved (id UUID PRIMARY KEY, body BLOB)")
        waits = [(_timed(lambda: save(store, key, continued)), _timed(lambda: _insert(bare, size))) for _ in range(_ROUNDS)]
        bare.close()
        store.close()
    ours, theirs = (median(column) * 1000 for column in zip(*waits, strict=True))
    yield Line.of(f"a durable save of {size} bytes", {REKINDLE.name: ours, "duckdb": theirs}, "ms", Goal(2))


def _timed(work: Callable[[], None]) -> float:
    began = perf_counter()
    work()
    return perf_counter() - began


def save(store: Store, key: str, make: Callable[[Record], Record]) -> None:
    """Open, change, seal and commit one person's record."""
    record_store.change(store, key, make, keep_until=_TODAY)


def begun(record: Record) -> Record:
    """A sheet with all its statements answered, as it is at the last steps."""
    consents = Consents(wording="bench", given_on=_TODAY, take_part=True)
    return continued(steps.begin(record, instrument="rk-1.1", tag=_TAG, consents=consents))


def continued(record: Record) -> Record:
    """The same, saved once more at one of those steps."""
    return steps.save(record, Step.BALANCE, _PART, tag=_TAG)


def sealed_bytes(store: Store) -> int:
    """How large the only record is."""
    return int(store.read("SELECT octet_length(sealed) FROM record")[0][0])


def _insert(connection: duckdb.DuckDBPyConnection, size: int) -> None:
    connection.begin()
    connection.execute("INSERT INTO saved VALUES ($1, $2)", [uuid4(), secrets.token_bytes(size)])
    connection.commit()
