"""One table of a database: what its rows are read and written by, and how they are told to be all there."""

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Protocol, TypeAlias

from data.storage import compaction, migrations
from data.storage.store import Cursor

Rows: TypeAlias = Sequence[tuple[Any, ...]]

_COLUMNS = (
    "SELECT column_name, data_type FROM information_schema.columns "
    "WHERE table_schema = current_schema() AND table_name = $1 ORDER BY ordinal_position"
)
_DIGEST_BYTES = 16
# What processes on one server count together is of an hour, and no file has it (attempt_store.py).
_STAYS_BEHIND = {"attempt"}


class End(Protocol):
    """One of the two databases of a move, within a transaction."""

    @property
    def cursor(self) -> Cursor: ...

    def rows(self, sql: str, /) -> Iterator[Rows]:
        """All of them, so many at a time as fit into memory."""

    def check_alone(self) -> None:
        """Raises StoreTrouble where somebody else could write here."""


@dataclass(frozen=True)
class Table:
    """Its name and its columns, each with the type that the database calls it by. No name of these comes from a person."""

    name: str
    columns: tuple[tuple[str, str], ...]

    @property
    def reading(self) -> str:
        """The statement that all rows are read by."""
        # Those that wait leave their order of arrival behind, as in a rewrite.
        column = compaction.OUT_OF_ORDER.get(self.name)
        return f'SELECT {self._names} FROM "{self.name}"' + (f' ORDER BY "{column}"' if column else "")

    @property
    def adding(self) -> str:
        """The statement that takes a list for each column: one for a thousand rows, because DuckDB plans longer than it writes."""
        lists = ", ".join(f"unnest(CAST(${place} AS {kind}[]))" for place, (_, kind) in enumerate(self.columns, 1))
        return f'INSERT INTO "{self.name}" ({self._names}) SELECT {lists}'

    @property
    def emptying(self) -> str:
        """The statement that takes out what a migration put in."""
        return f'DELETE FROM "{self.name}"'

    @property
    def _names(self) -> str:
        return ", ".join(f'"{name}"' for name, _ in self.columns)


@dataclass
class Tally:
    """How many rows there were, and what they held: the same in whatever order they came."""

    rows: int = 0
    held: int = 0

    def add(self, rows: Rows) -> None:
        self.rows += len(rows)
        # A sum and no exclusive or, by which a row that is there twice would be as good as one that is not there at all.
        self.held += sum(_digest(row) for row in rows)


def tally(batches: Iterable[Rows]) -> Tally:
    """What all of these are together."""
    found = Tally()
    for rows in batches:
        found.add(rows)
    return found


def tables(cursor: Cursor) -> list[Table]:
    """All that move, by name."""
    names = sorted(migrations.tables(cursor) - _STAYS_BEHIND)
    return [Table(name, tuple(cursor.execute(_COLUMNS, [name]).fetchall())) for name in names]


def _digest(row: tuple[Any, ...]) -> int:
    # Both drivers make the same values of Python out of the same rows.
    return int.from_bytes(hashlib.blake2b(repr(row).encode(), digest_size=_DIGEST_BYTES).digest())
