"""How large the database is for each person counted, after a rewrite."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory

from bench import counted
from bench.line import Goal, Line
from data.storage.engines.duckdb_store import DuckDBStore

_SIZES = (10_000, 100_000, 1_000_000)


def lines() -> Iterator[Line]:
    """Bytes for each person, of ever more people who came a hundred a day; never more than when there were fewest."""
    with TemporaryDirectory() as folder, closing(DuckDBStore(Path(folder) / "counted.duckdb")) as store:
        counted.count_a_thousand(store)
        fewest, *more = (_bytes_each(store, people) for people in _SIZES)
        for people, each in zip(_SIZES[1:], more, strict=True):
            yield Line.of("file for each person counted", {f"{people:,}": each, f"{_SIZES[0]:,}": fewest}, "B", Goal(1))


def _bytes_each(store: DuckDBStore, people: int) -> float:
    """Once ten times as many are counted as before."""
    counted.multiply(store, 10)
    store.rewrite()
    return store.path.stat().st_size / people
