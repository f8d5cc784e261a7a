"""What a turn at writing is made of on PostgreSQL: its first words, and a cursor that answers as DuckDB's does."""

from collections.abc import Sequence
from typing import Any, Self

import psycopg

# One writer at a time, among all processes on this database: without it, two replicas lost changes that were acknowledged
# (docs/decisions.md 34). The number means nothing; the lock ends with its transaction, so that no pooler can leave one behind.
# By its own word, because under a stricter default what is read after the lock would be as old as the wait for it.
_OPEN, _LOCK = b"BEGIN ISOLATION LEVEL READ COMMITTED; SELECT ", b"pg_advisory_xact_lock(7246544)"
BEGIN = _OPEN + _LOCK

# Whoever has a turn and is heard of no more, as where a cable was pulled, loses it, for others wait: the server by itself would keep it
# for hours. It holds for the transaction, so that no pooler can hand it on.
_LEASE = b"set_config('idle_in_transaction_session_timeout', '10s', true), "
# Asked at each turn: once a newer Rekindle has brought the schema up to date, nothing of ours is right in it.
TURN = _OPEN + _LEASE + _LOCK + b"; SELECT count(*) FROM migration"
BEAT = b"UPDATE heartbeat SET beats = beats + 1 WHERE (SELECT count(*) FROM migration) = $1"


class PostgresCursor:
    """One connection's way to the database."""

    def __init__(self, connection: psycopg.Connection) -> None:
        self._connection = connection

    def execute(self, sql: str, values: Sequence[object] = (), /) -> Self:
        # As bytes, because the driver's types ask for a literal. Without values, a text may hold several statements.
        self._done = self._connection.execute(sql.encode(), values or None)
        return self

    def fetchall(self) -> list[tuple[Any, ...]]:
        """The rows, or for a change one row that says how many it touched."""
        return self._done.fetchall() if self._done.description else [(self._done.rowcount,)]
