"""Databases of both kinds for one test, opened by one word: what holds on a file must hold on a server."""

import os
from collections.abc import Iterator
from contextlib import closing, contextmanager
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import psycopg

from data.database_address import Database, PostgresAddress
from data.storage.engines.opening import open_store
from data.storage.engines.postgres_store import PostgresStore
from data.storage.store import Store
from tests import postgresql


def store_at(database: Database) -> Store:
    """The store at that address, with the secret of the test."""
    return open_store(database, secret_file=Path(os.environ["REKINDLE_SECRET_FILE"]))


class ServedDatabases:
    """As many databases of one PostgreSQL server as there are tests: each a copy of one that holds the schema, made in a moment."""

    def __init__(self, administrator: psycopg.Connection, uri: str) -> None:
        self._administrator, self.uri = administrator, uri
        self._numbers = count()

    @contextmanager
    def fresh(self, *, of: str = "schema") -> Iterator[PostgresAddress]:
        """The address of a new one, which goes when the block ends, whoever is in it still; `of` may be `template0`, which is empty."""
        name = f"test_{next(self._numbers)}"
        self._administrator.execute(f"CREATE DATABASE {name} TEMPLATE {of}".encode())
        try:
            yield self.at(name)
        finally:
            self._administrator.execute(f"DROP DATABASE {name} WITH (FORCE)".encode())

    def disconnect_everybody(self) -> None:
        """End every connection but our own, as a server does that stops."""
        self._administrator.execute(
            "SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE pid <> pg_backend_pid() AND datname LIKE 'test%'"
        )

    def run(self, address: PostgresAddress, sql: str) -> list[tuple[Any, ...]]:
        """What the server answers there to a statement of a test."""
        # Past any pooler, whose connections may be older than what is asked of the server.
        with psycopg.connect(self.at(address.uri.rpartition("/")[2]).uri, autocommit=True) as connection:
            done = connection.execute(sql.encode())
            return done.fetchall() if done.description else []

    def at(self, name: str) -> PostgresAddress:
        """The address of the database of that name."""
        return PostgresAddress(f"{self.uri.rpartition('/')[0]}/{name}")


@contextmanager
def served_databases() -> Iterator[ServedDatabases]:
    """A server of its own, for as long as the block lasts."""
    with postgresql.running() as uri, psycopg.connect(uri, autocommit=True) as administrator, TemporaryDirectory() as folder:
        databases = ServedDatabases(administrator, uri)
        administrator.execute("CREATE DATABASE schema TEMPLATE template0")
        with closing(PostgresStore(databases.at("schema"), secret_file=Path(folder) / "secret")):
            pass
        yield databases
