"""The schema as numbered SQL files, applied in order, each with its record in one transaction."""

from pathlib import Path

from duckdb import DuckDBPyConnection

from data.errors import NewerDatabase, NotADatabase
from data.storage.waiting import former_rows
from data.storage.waiting.server_secret import ServerSecret

# Three digits lead each name, so that the order of names is the order in which they came.
_FILES = sorted((Path(__file__).parent / "sql").glob("*.sql"))
# No SQL can seal what this one moves.
_SEALS = "008_sealed.sql"


def check(connection: DuckDBPyConnection) -> None:
    """Raises NotADatabase where the tables are not ours, NewerDatabase where a migration is unknown. Changes nothing."""
    # A DuckDB file without any table holds nothing of anybody's, so it may become ours.
    tables = _tables(connection)
    if tables and "migration" not in tables:
        raise NotADatabase("database_of_something_else")
    # Written by a later Rekindle: what its tables mean now can only be guessed, and a guess would be saved.
    if _applied(connection) - {file.name for file in _FILES}:
        raise NewerDatabase("database_newer")


def apply(connection: DuckDBPyConnection, secret: ServerSecret) -> None:
    """Bring the schema up to date; a failure leaves the last whole migration. What waited in the clear is sealed by that secret."""
    applied = _applied(connection)
    for file in _FILES:
        if file.name not in applied:
            _apply_one(connection, file, secret)


def _apply_one(connection: DuckDBPyConnection, file: Path, secret: ServerSecret) -> None:
    connection.begin()
    try:
        connection.execute(file.read_text(encoding="utf-8"))
        if file.name == _SEALS:
            former_rows.seal_all(connection, secret)
        connection.execute("INSERT INTO migration VALUES ($1)", [file.name])
        connection.commit()
    # Whoever presses Ctrl+C just here must not find half a migration at the next start either.
    except BaseException:
        connection.rollback()
        raise


def _applied(connection: DuckDBPyConnection) -> set[str]:
    if "migration" not in _tables(connection):
        return set()
    return {name for (name,) in connection.execute("SELECT name FROM migration").fetchall()}


def _tables(connection: DuckDBPyConnection) -> set[str]:
    return {name for (name,) in connection.execute("SELECT table_name FROM information_schema.tables").fetchall()}
