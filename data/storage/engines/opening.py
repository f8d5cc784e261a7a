"""Opens the database at an address, whichever it is."""

from pathlib import Path

from data.database_address import Database, PostgresAddress
from data.storage.engines import postgres_driver
from data.storage.engines.duckdb_store import DuckDBStore
from data.storage.store import Store


def open_store(database: Database, *, secret_file: Path, demo: bool = False) -> Store:
    """The open database; an empty one is made ready where there is none. Raises StoreTrouble where it is not for us, or cannot be had."""
    if isinstance(database, PostgresAddress):
        postgres_driver.check()
        # Only here: a database in a file needs no driver, and opens as well where there is none.
        from data.storage.engines.postgres_store import PostgresStore

        return PostgresStore(database, secret_file=secret_file, demo=demo)
    return DuckDBStore(database, secret_file=secret_file, demo=demo)
