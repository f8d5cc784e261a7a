"""The database as a DuckDB file that this process alone holds (docs/security.md 3.1)."""

import logging
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import duckdb
from duckdb import DuckDBPyConnection

from data import figures
from data.errors import StoreTrouble
from data.storage import backup, compaction, database_file
from data.storage.compaction import CompactionSchedule, CompactionStage, Watcher
from data.storage.error_translation import translated_errors
from data.storage.giving_up import GivingUp
from data.storage.held_file import HeldFile
from data.storage.reader_gate import ReaderGate
from data.storage.waiting.server_secret import ServerSecret

# After a failed checkpoint DuckDB refuses everything until it is opened again; a failed reopening leaves a closed connection.
_BROKEN = (duckdb.FatalException, duckdb.ConnectionException)

# Between two statements of a rewrite there is nothing to interrupt, so it is asked until it has heard.
_ASKS_EVERY_SECONDS = 0.05

# Rewritten in well under a second.
_QUICKLY_REWRITTEN = 16 * 1024 * 1024

_log = logging.getLogger(__name__)


def _nobody(_stage: CompactionStage) -> None:
    """Watches nothing."""


class DuckDBStore:
    """Statements in, rows out. One writer at a time, readers beside it; safe to share between threads.

    With `demo` only a database of invented people is opened or made, without it none. `secret_file` belongs where no backup goes.
    """

    def __init__(self, path: Path, *, demo: bool = False, secret_file: Path | None = None) -> None:
        self.path = path.resolve()
        self.secret = ServerSecret(secret_file or database_file.sibling(self.path, ".secret"))
        # Reentrant: whoever reads and changes under the write lock saves under it as well (record_store.change).
        self._writer = threading.RLock()
        self.writes = 0
        self._gate = ReaderGate()
        # One copy of the whole at a time, a backup or a rewrite. Taken before the write lock, never after it.
        self._copying = threading.Lock()
        self._giving_up = GivingUp()
        with translated_errors():
            self._held = database_file.lock(self.path)
            try:
                new = database_file.prepare(self.path, self.secret, demo=demo)
                self._db = database_file.connect_up_to_date(self.path, self.secret)
                self._files = HeldFile(self.path)
            except BaseException:
                self._held.close()
                raise
        # An older file may hold what was deleted just before the last stop, and nobody has written yet: due, and quiet.
        self._schedule = CompactionSchedule(due_since=None if new else time.monotonic(), wrote_at=float("-inf"), rest_until=0.0)

    @property
    def confirmation(self) -> Path:
        """Where another process leaves word of a confirmed day, because it cannot write into a file that this one holds."""
        return database_file.confirmation(self.path)

    def read(self, sql: str, values: Sequence[object] = ()) -> list[tuple[Any, ...]]:
        """The rows of one SELECT."""
        with translated_errors():
            db = self._db
            try:
                return self._rows(sql, values)
            except _BROKEN:
                self._reopen(db)
                return self._rows(sql, values)

    @contextmanager
    def write_lock(self) -> Iterator[None]:
        """Nobody else writes during the block, so that what is read in it is still so when it is written back."""
        with figures.turn(self._writer):
            yield

    def write(self, sql: str, values: Sequence[object] = ()) -> int:
        """How many rows one statement touched; they are on disk by then. Much faster than a transaction around it."""
        with figures.SAVES.time(), self.write_lock():
            touched = self._execute(sql, values)
            # Under the lock: whoever saves next would else take this write for one that came between (record_store.change).
            self._wrote()
        return touched

    @contextmanager
    def transaction(self) -> Iterator[DuckDBPyConnection]:
        """One transaction of several statements, alone. It is on disk when the block ends; whatever is raised inside undoes all of it."""
        with figures.SAVES.time(), self._mending(), self._cursor() as cursor:
            cursor.begin()
            try:
                yield cursor
                cursor.commit()
            except BaseException:
                # A failed commit has already undone itself.
                with suppress(duckdb.Error):
                    cursor.rollback()
                raise
            self._wrote()

    def is_writable(self, *, patience_seconds: float = -1) -> bool | None:
        """Whether a save reaches the disk just now; None where others write for longer than that."""
        if not self._writer.acquire(timeout=patience_seconds):
            return None
        try:
            with translated_errors():
                self._files.try_room()
            self._execute("UPDATE heartbeat SET beats = beats + 1", ())
        except StoreTrouble as trouble:
            _log.warning("Nothing can be saved just now: %s", trouble)
            return False
        finally:
            self._writer.release()
        return True

    def rewrite_due(self) -> bool:
        """Whether the file may hold bytes of what was changed or deleted."""
        return self._schedule.due_since is not None

    def rewrite_is_quick(self) -> bool:
        """Whether a rewrite would take well under a second."""
        return self.path.exists() and self.path.stat().st_size <= _QUICKLY_REWRITTEN

    def rewrite_if_quiet(self, quiet_seconds: float) -> bool:
        """Rewrite where that is due and nobody has written for so long; whether it was done."""
        if not self._schedule.is_time(time.monotonic(), quiet_seconds):
            return False
        self.rewrite()
        return True

    def rewrite(self, watch: Watcher = _nobody) -> None:
        """Write the file anew without what was deleted; readers and writers wait. Whatever fails, the old file stays in use."""
        with self._copying, self._mending():
            began = time.monotonic()
            try:
                self._exchange(watch)
            except BaseException:
                self._schedule.failed(time.monotonic())
                raise
            finally:
                database_file.remove_new_file(self.path)
            self._schedule.rewrote(began=began, now=time.monotonic())
            figures.rewrote(time.monotonic() - began)

    def back_up(self) -> str:
        """Prepare a backup of this moment beside the database while others read and save; what it must be found to hold."""
        watch = self._giving_up.before(_nobody)
        with self._copying, translated_errors(), self._gate.reading(), self._db.cursor() as cursor, self._giving_up.at(cursor):
            return backup.prepare(cursor, self.path, watch)

    def give_up_rewriting(self) -> None:
        """End a rewrite or backup that is under way, and begin none any more: whoever stops a server waits seconds for it, not a minute."""
        self._giving_up.ask()
        while not self._writer.acquire(timeout=_ASKS_EVERY_SECONDS):
            self._giving_up.ask()
        self._writer.release()

    def close(self) -> None:
        """Let the file go. Nothing can be read or saved after it."""
        with self._writer, self._gate.exclusive():
            self._db.close()
            self._held.close()

    def _wrote(self) -> None:
        self.writes += 1
        self._schedule.wrote(time.monotonic())

    def _rows(self, sql: str, values: Sequence[object]) -> list[tuple[Any, ...]]:
        with self._gate.reading(), self._db.cursor() as cursor:
            return cursor.execute(sql, values).fetchall()

    def _execute(self, sql: str, values: Sequence[object]) -> int:
        with self._mending(), self._cursor() as cursor:
            # DuckDB answers a change with one row, which says how many it touched.
            return int(cursor.execute(sql, values).fetchall()[0][0])

    @contextmanager
    def _mending(self) -> Iterator[None]:
        """Alone; a database that broke meanwhile is open again afterwards, as its last acknowledged write left it."""
        with figures.turn(self._writer), translated_errors():
            db = self._db
            self._check_files()
            try:
                yield
                # Once more: what is acknowledged must be where the next start looks for it.
                self._files.check()
                self._files.wrote()
            except _BROKEN:
                self._reopen(db)
                raise

    def _check_files(self) -> None:
        self._files.check()
        if self._files.log_is_gone():
            # What the log held is in memory, so it is written into the file before anything more is acknowledged.
            self._db.execute("FORCE CHECKPOINT")
            self._files = HeldFile(self.path)

    def _cursor(self) -> DuckDBPyConnection:
        db = self._db
        try:
            return db.cursor()
        except duckdb.ConnectionException:
            self._reopen(db)
            return self._db.cursor()

    def _reopen(self, broken: DuckDBPyConnection) -> None:
        with self._writer:
            if self._held.closed:
                raise StoreTrouble("database_closed")
            self._files.check()
            if self._db is broken:
                with self._gate.exclusive():
                    self._connect_anew()

    def _exchange(self, watch: Watcher) -> None:
        watch = self._giving_up.before(watch)
        with self._db.cursor() as cursor, self._giving_up.at(cursor):
            # Readers still pass: only for the exchange itself does the gate close.
            compaction.write_fresh(cursor, self.path, watch)
        self._files.check()
        with self._gate.exclusive():
            try:
                database_file.close_whole(self._db, self.path)
                watch(CompactionStage.CLOSED)
                database_file.put_in_place(self.path)
                self._files = HeldFile(self.path)
                watch(CompactionStage.REPLACED)
            finally:
                # Whatever failed, a whole file lies at the path, the old or the new one, and people go on with it.
                self._connect_anew()

    def _connect_anew(self) -> None:
        # Until the last connection is closed, DuckDB would only hand out the old database again.
        self._db.close()
        # DuckDB would make an empty database where there is none.
        self._files.check()
        self._db = database_file.connect(self.path)
        self._files = HeldFile(self.path)
