"""Physical erasure: DuckDB keeps deleted rows readable in its file, so the file is written anew without them (docs/anonymity.md 3.11)."""

import shutil
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TypeAlias

import duckdb
from duckdb import DuckDBPyConnection

from data.errors import DiskFull, StoreTrouble
from data.storage import database_file

# Saving waits while the file is rewritten; it may do so for this part of the time, however large the file has grown.
_SHARE_OF_TIME = 0.01
# Deleted bytes stay no longer than this, even where it never gets quiet.
_LONGEST_WAIT_SECONDS = 24 * 60 * 60
# A rewrite that failed writes as much as one that did not, on a disk that is likely full.
_SHORTEST_REST_SECONDS, _LONGEST_REST_SECONDS = 60.0, 60.0 * 60
# Left for the saves that go on beside a rewrite: as much as DuckDB lets its log grow to.
_ROOM_BESIDE = 16 * 1024 * 1024

# DuckDB calls the open database after its file; no file is likely to have this name.
_REWRITTEN = "rekindle_rewritten"
_TEXT, _NAME = "'", '"'
_TABLES = "SELECT table_name FROM duckdb_tables() WHERE database_name = current_database() ORDER BY table_name"
# Rows lie in a file in the order in which they came. In that order, those that wait could be told to belong to records saved meanwhile.
OUT_OF_ORDER = {"pending": "pending_id"}


class CompactionStage(StrEnum):
    """The points of a rewrite at which a crash must find one whole database."""

    STARTED = "started"
    COPYING = "copying"
    COPIED = "copied"
    VERIFIED = "verified"
    CLOSED = "closed"
    REPLACED = "replaced"


Watcher: TypeAlias = Callable[[CompactionStage], None]
# What two databases have in common where nothing is missing in either.
Outline: TypeAlias = dict[str, tuple[object, ...]]


@dataclass
class CompactionSchedule:
    """When to rewrite, in seconds of a steady clock: only when due, at a quiet moment, and not too often."""

    due_since: float | None
    wrote_at: float
    rest_until: float
    rests_seconds: float = 0.0

    def wrote(self, now: float) -> None:
        self.wrote_at = now
        # Since the first write and not the last: where it never gets quiet, the longest wait must come to its end.
        self.due_since = now if self.due_since is None else self.due_since

    def rewrote(self, *, began: float, now: float) -> None:
        self.due_since = None
        self.rests_seconds = 0.0
        self.rest_until = now + (now - began) / _SHARE_OF_TIME

    def failed(self, now: float) -> None:
        """Whatever was in the way is likely still there: twice as long a rest each time."""
        self.rests_seconds = min(max(2 * self.rests_seconds, _SHORTEST_REST_SECONDS), _LONGEST_REST_SECONDS)
        self.rest_until = now + self.rests_seconds

    def is_time(self, now: float, quiet_seconds: float) -> bool:
        """Whether a rewrite is due, has rested long enough, and disturbs nobody or cannot wait any longer."""
        if self.due_since is None or now < self.rest_until:
            return False
        return now - self.wrote_at >= quiet_seconds or now - self.due_since >= _LONGEST_WAIT_SECONDS


def write_fresh(cursor: DuckDBPyConnection, path: Path, watch: Watcher) -> None:
    """Write everything that is not deleted into a new file beside the database. Others may read meanwhile, nobody may write.

    Whoever interrupts the cursor ends it.
    """
    # A rewrite that was killed leaves its file behind, and its tables would stand in the way of this one's.
    database_file.remove_new_file(path)
    watch(CompactionStage.STARTED)
    check_room(cursor, path)
    copy(cursor, database_file.new_file(path), watch)
    watch(CompactionStage.COPIED)
    # Opened anew, as the next start will open it: what counts is what lies on the disk.
    with database_file.connect(database_file.new_file(path), read_only=True) as written:
        if outline(written) != outline(cursor):
            raise StoreTrouble("rewrite_differs")
    watch(CompactionStage.VERIFIED)


def check_room(cursor: DuckDBPyConnection, path: Path) -> None:
    """A disk that a copy fills takes the room from whoever saves meanwhile, so it is not begun there: raises DiskFull."""
    (used,) = cursor.execute("SELECT used_blocks * block_size FROM pragma_database_size()").fetchall()[0]
    if shutil.disk_usage(path.parent).free < used + _ROOM_BESIDE:
        raise DiskFull("no_room_to_rewrite")


def copy(cursor: DuckDBPyConnection, to: Path, watch: Watcher) -> Outline:
    """Write everything, as it is at one moment, into a new file that the connection may reach; how much that was."""
    (name,) = cursor.execute("SELECT current_database()").fetchall()[0]
    cursor.execute(f"ATTACH {_quoted(str(to), mark=_TEXT)} AS {_REWRITTEN}")
    try:
        # One transaction, so that nobody who saves meanwhile is in one table and not in another.
        cursor.begin()
        try:
            # Tables first, then rows one table after another: so they can be put in order, and a stop need not wait for all of them.
            cursor.execute(f"COPY FROM DATABASE {_quoted(name, mark=_NAME)} TO {_REWRITTEN} (SCHEMA)")
            for (table,) in cursor.execute(_TABLES).fetchall():
                watch(CompactionStage.COPYING)
                column = OUT_OF_ORDER.get(table, "")
                rows = f"FROM {_quoted(table, mark=_NAME)} {column and f'ORDER BY {column}'}"
                cursor.execute(f"INSERT INTO {_REWRITTEN}.{_quoted(table, mark=_NAME)} {rows}")
            copied = outline(cursor)
            cursor.commit()
        except BaseException:
            with suppress(duckdb.Error):
                cursor.rollback()
            raise
        # What is left in a log would be lost: the file alone is taken.
        cursor.execute(f"CHECKPOINT {_REWRITTEN}")
    finally:
        cursor.execute(f"DETACH {_REWRITTEN}")
    return copied


def outline(connection: DuckDBPyConnection) -> Outline:
    """Every table with its rows counted, its columns, constraints and indexes, and the applied migrations."""
    tables = connection.execute("SELECT table_name, sql FROM duckdb_tables() WHERE database_name = current_database()").fetchall()
    indexes = connection.execute("SELECT index_name, sql FROM duckdb_indexes() WHERE database_name = current_database()").fetchall()
    # query_table takes a name as a value, so that no statement is put together here (docs/security.md 3.4).
    found: Outline = {name: (sql, *connection.execute("SELECT count(*) FROM query_table($1)", [name]).fetchall()) for name, sql in tables}
    migrations = connection.execute("SELECT name FROM migration ORDER BY name").fetchall()
    return {**found, "indexes": tuple(sorted(indexes)), "migrations": tuple(migrations)}


def _quoted(name: str, *, mark: str) -> str:
    """DuckDB binds values only: the names of a file and of a database, both the operator's, must stand in the statement."""
    return mark + name.replace(mark, mark * 2) + mark
