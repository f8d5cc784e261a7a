"""PostgreSQL beside DuckDB: a durable save, reading what is published, and processor time of an assessment.

`python -m bench.engines --thousands 10000` measures reading alone, of ten thousand times a thousand people.
"""

import argparse
import secrets
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing
from dataclasses import replace
from functools import partial
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter
from uuid import uuid4

import psycopg

from bench import counted, journey, reading, saving
from bench.line import Goal, Line
from bench.server import Server, cpu_seconds
from bench.walks import REKINDLE
from data.database_address import PostgresAddress
from data.groups import cohort_store
from data.keys import new_key
from data.storage.engines.duckdb_store import DuckDBStore
from data.storage.engines.opening import open_store
from data.storage.store import Store
from tests import postgresql

_SAVES, _READS, _WALKS, _VISITORS = 300, 25, 8, 4
# As many times a thousand people are counted at most.
_TIMES = 1_000
_DUCKDB, _POSTGRES = "duckdb", "postgresql"


def lines() -> Iterator[Line]:
    """On a PostgreSQL of this machine that waits for its disk; both take turns, medians."""
    with postgresql.running(durable=True) as uri, TemporaryDirectory() as folder, psycopg.connect(uri, autocommit=True) as bare:
        with closing(_opened(_made("saving", bare, uri), folder)) as store:
            yield _save(store, bare)
        yield from _reading(bare, uri, folder, _TIMES)
        yield _journey(_made("serving", bare, uri), folder, bare)


def of_many(thousands: int) -> Iterator[Line]:
    """Reading alone, of so many thousand people counted."""
    with postgresql.running(durable=True) as uri, TemporaryDirectory() as folder, psycopg.connect(uri, autocommit=True) as bare:
        yield from _reading(bare, uri, folder, thousands)


def _made(name: str, bare: psycopg.Connection, uri: str) -> PostgresAddress:
    bare.execute(f"CREATE DATABASE {name}".encode())
    return PostgresAddress(f"{uri.rpartition('/')[0]}/{name}")


def _opened(address: PostgresAddress, folder: str) -> Store:
    return open_store(address, secret_file=Path(folder) / "secret")


def _save(store: Store, bare: psycopg.Connection) -> Line:
    key = new_key()
    saving.save(store, key, saving.begun)
    size = saving.sealed_bytes(store)
    bare.execute("CREATE TABLE saved (id UUID PRIMARY KEY, body BYTEA)")

    def insert() -> None:
        with bare.transaction():
            bare.execute("INSERT INTO saved VALUES (%s, %s)", [uuid4(), secrets.token_bytes(size)])

    waits = _in_turn([lambda: saving.save(store, key, saving.continued), insert], _SAVES)
    return Line.of(f"a durable save of {size} bytes on PostgreSQL", {REKINDLE.name: waits[0], "psycopg": waits[1]}, "ms", Goal(2))


def _reading(bare: psycopg.Connection, uri: str, folder: str, thousands: int) -> Iterator[Line]:
    with ExitStack() as stack:
        few, many = (stack.enter_context(closing(_opened(_made(name, bare, uri), folder))) for name in ("few", "many"))
        file = stack.enter_context(closing(DuckDBStore(Path(folder) / "few.duckdb")))
        for store in (few, many, file):
            counted.count_a_thousand(store)
        counted.multiply(many, thousands)
        yield from _read(few, many, file, f"{cohort_store.count_people(many):,}")


def _read(few: Store, many: Store, file: Store, people: str) -> Iterator[Line]:
    keys = {store: counted.close_a_team(store).insights for store in (few, many, file)}
    acts = {"comparison": reading.comparison, "insights": lambda store: reading.insights(store, keys[store])}
    for name, read in acts.items():
        of_few, of_many, of_file = _in_turn([partial(read, store) for store in (few, many, file)], _READS)
        yield Line.of(f"reading for {name} on PostgreSQL", {_POSTGRES: of_few, _DUCKDB: of_file}, "ms", Goal(2))
        yield Line.of(f"reading for {name}, {people} counted there", {people: of_many, "1,000": of_few}, "ms", Goal(1.3))


def _journey(address: PostgresAddress, folder: str, bare: psycopg.Connection) -> Line:
    shared = {"REKINDLE_DATABASE": address.uri, "REKINDLE_SECRET_FILE": str(Path(folder) / "secret")}
    replica = replace(REKINDLE, settings={**REKINDLE.settings, **shared})
    with replica.served() as served, REKINDLE.served() as file:
        costs = [(_cost(served, bare), _cost(file, None)) for _ in range(_WALKS + 1)]
    # The first turn fills caches and compiles pages.
    ours, theirs = (median(column) * 1000 for column in zip(*costs[1:], strict=True))
    return Line.of("40 statements, saved: CPU, the database's too", {_POSTGRES: ours, _DUCKDB: theirs}, "ms", Goal(1.3))


def _cost(server: Server, database: psycopg.Connection | None) -> float:
    before = _of_backends(database)
    return journey.round_of(REKINDLE, server, _VISITORS).cpu + (_of_backends(database) - before) / _VISITORS


def _of_backends(database: psycopg.Connection | None) -> float:
    """Processor time of everything that the database server runs, which is on this machine."""
    asked = database.execute("SELECT pid FROM pg_stat_activity").fetchall() if database else []
    return sum(cpu_seconds(pid) for (pid,) in asked)


def _in_turn(acts: list[Callable[[], None]], rounds: int) -> list[float]:
    """Milliseconds of each, as medians of rounds in which they take turns; the first round fills caches."""
    waits = [[_timed(act) for act in acts] for _ in range(rounds + 1)]
    return [median(column) * 1000 for column in zip(*waits[1:], strict=True)]


def _timed(work: Callable[[], None]) -> float:
    began = perf_counter()
    work()
    return perf_counter() - began


if __name__ == "__main__":
    parser = argparse.ArgumentParser(prog="python -m bench.engines")
    parser.add_argument("--thousands", type=int, required=True)
    for line in of_many(parser.parse_args().thousands):
        print(line, flush=True)
