"""The schema as numbered SQL files, applied in order, each with its record in one transaction; the same text for every database."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from data.errors import NewerDatabase, NotADatabase
from data.storage.store import Cursor
from data.storage.waiting import former_rows
from data.storage.waiting.server_secret import ServerSecret

# Three digits lead each name, so that the order of names is the order in which they came.
_FILES = sorted((Path(__file__).parent / "sql").glob("*.sql"))
# How many make the schema that this Rekindle goes by, and the last of them.
COUNT, NEWEST = len(_FILES), _FILES[-1].stem
# No SQL can seal what this one moves.
_SEALS = "008_sealed.sql"
# Whoever else has tables called migration and record does not have these columns in them.
_OURS = {("migration", "name"), ("record", "record_id"), ("record", "sealed")}
_COLUMNS = "SELECT table_name, column_name FROM information_schema.columns WHERE table_schema = current_schema()"


def check(cursor: Cursor) -> None:
    """Raises NotADatabase where the tables are not ours, NewerDatabase where a migration is unknown. Changes nothing."""
    # A database without any table holds nothing of anybody's, so it may become ours.
    if tables(cursor) and not set(cursor.execute(_COLUMNS).fetchall()) >= _OURS:
        raise NotADatabase("database_of_something_else")
    # Written by a later Rekindle: what its tables mean now can only be guessed, and a guess would be saved.
    if are_newer(_applied(cursor)):
        raise NewerDatabase("database_newer")


def are_newer(applied: Iterable[str]) -> bool:
    """Whether one of these was applied by a later Rekindle than this one."""
    return not {file.name for file in _FILES}.issuperset(applied)


def missing(cursor: Cursor) -> Iterator[Path]:
    """The migrations that are still to be applied, in their order."""
    applied = _applied(cursor)
    return (file for file in _FILES if file.name not in applied)


def apply(cursor: Cursor, file: Path, secret: ServerSecret) -> None:
    """Apply one, within a transaction. What waited in the clear is sealed by that secret."""
    cursor.execute(file.read_text(encoding="utf-8"))
    if file.name == _SEALS:
        former_rows.seal_all(cursor, secret)
    cursor.execute("INSERT INTO migration VALUES ($1)", [file.name])


def tables(cursor: Cursor) -> set[str]:
    """The names of all tables, and of none that an extension of the server brought as a view."""
    named = "SELECT table_name FROM information_schema.tables WHERE table_schema = current_schema() AND table_type = 'BASE TABLE'"
    return {name for (name,) in cursor.execute(named).fetchall()}


def _applied(cursor: Cursor) -> set[str]:
    if "migration" not in tables(cursor):
        return set()
    return {name for (name,) in cursor.execute("SELECT name FROM migration").fetchall()}
