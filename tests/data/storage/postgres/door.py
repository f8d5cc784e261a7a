"""The door of `data.storage.store.Store`, to a PostgreSQL: so that every statement of ours can be tried there, word by word.

A test's own, and no engine: it knows neither of a lost connection nor of a second process.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from threading import RLock
from typing import Any, Self, cast

import psycopg

from data.storage import migrations
from data.storage.store import Store


class Cursor:
    """As DuckDB's: a change answers with one row, which says how many it touched."""

    def __init__(self, connection: psycopg.Connection) -> None:
        self._connection = connection

    def execute(self, sql: str, values: Sequence[object] = ()) -> Self:
        self._done = self._connection.execute(sql.encode(), values or None)
        return self

    def fetchall(self) -> list[tuple[Any, ...]]:
        return self._done.fetchall() if self._done.description else [(self._done.rowcount,)]


class PostgresDoor:
    """A database that holds the schema and nothing else. What is no matter of SQL is that of the store beside it."""

    def __init__(self, address: str, beside: Store) -> None:
        self._beside = beside
        # The same $1 as DuckDB's, and the same day everywhere.
        self._connection = psycopg.connect(address, autocommit=True, cursor_factory=psycopg.RawCursor, options="-c timezone=UTC")
        self._writer = RLock()
        for file in migrations._FILES:
            with self._connection.transaction():
                self._connection.execute(file.read_bytes())

    def __getattr__(self, name: str) -> Any:
        return getattr(self._beside, name)

    def read(self, sql: str, values: Sequence[object] = ()) -> list[tuple[Any, ...]]:
        with self._writer:
            return Cursor(self._connection).execute(sql, values).fetchall()

    @contextmanager
    def write_lock(self) -> Iterator[None]:
        with self._writer:
            yield

    def write(self, sql: str, values: Sequence[object] = ()) -> int:
        return int(self.read(sql, values)[0][0])

    @contextmanager
    def transaction(self) -> Iterator[Cursor]:
        with self._writer, self._connection.transaction():
            yield Cursor(self._connection)

    def close(self) -> None:
        self._connection.close()

    def as_store(self) -> Store:
        """For functions that ask for the store; they find every door that they go through."""
        return cast(Store, self)
