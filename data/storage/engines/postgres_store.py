"""The database on a PostgreSQL server, shared with other processes (docs/decisions.md 34)."""

import logging
import secrets
import threading
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import Any

import psycopg
from psycopg import errors
from psycopg.pq import TransactionStatus
from psycopg_pool import ConnectionPool, PoolTimeout

from data import figures
from data.database_address import PostgresAddress
from data.errors import DatabaseReadOnly, DiskFull, NewerDatabase, StoreTrouble
from data.storage import migrations
from data.storage.engines import postgres_schema
from data.storage.engines.postgres_connection import connected, parameters
from data.storage.engines.postgres_errors import translated_errors
from data.storage.engines.postgres_patience import Patience, PatientConnection, PatientLock
from data.storage.engines.postgres_turn import BEAT, TURN, PostgresCursor
from data.storage.waiting.server_secret import ServerSecret

# Readers; of writers there is one.
_MOST_CONNECTIONS = 8
# After this a connection is asked for anew, because the pool itself has given up trying to make one.
_POOL_SECONDS = 1.0
# More than the largest record that anybody has, as for a file (held_file.py). Undone, so it is nobody's.
_LIKE_A_SAVE = b"INSERT INTO record VALUES (gen_random_uuid(), $1, CURRENT_DATE)"
_LARGE = 256 * 1024

# Another host of the address may take changes by now, or this one from whoever comes anew: such a connection is not asked again.
_NO_CHANGES = (errors.ReadOnlySqlTransaction, DatabaseReadOnly)

_log = logging.getLogger(__name__)
# It tells of each try in several lines; we tell once what that means to people.
logging.getLogger("psycopg.pool").setLevel(logging.CRITICAL)


class _Undone(Exception):
    """Nothing of what was written is to stay."""


class PostgresStore:
    """Statements in, rows out. One writer at a time among all processes, readers beside it; safe to share between threads.

    Nothing is kept by a session of the server, so that a pooler may stand between (PgBouncer in transaction mode).
    """

    # Another process writes into the database itself.
    confirmation = None

    def __init__(self, address: PostgresAddress, *, secret_file: Path, demo: bool = False) -> None:
        self.secret = ServerSecret(secret_file)
        # Reentrant, as the turn that it guards: whoever reads and changes under the write lock saves under it as well.
        self._writer = threading.RLock()
        self._patience = Patience()
        self._turns = PatientLock(self._writer, self._patience)
        self._mine = threading.local()
        # Since a save found no room, until one finds it again.
        self._was_full = False
        self.writes = 0
        with connected(address) as connection:
            postgres_schema.prepare(connection, self.secret, demo=demo)
        self._pool = ConnectionPool(
            connection_class=PatientConnection,
            kwargs=parameters(address),
            min_size=1,
            max_size=_MOST_CONNECTIONS,
            timeout=_POOL_SECONDS,
            # Given up soon and begun anew by whoever asks next: its own pauses grow to minutes.
            reconnect_timeout=_POOL_SECONDS,
            open=True,
        )

    def read(self, sql: str, values: Sequence[object] = (), /) -> list[tuple[Any, ...]]:
        """The rows of one SELECT."""
        with translated_errors():
            if self._turn:
                return self._turn.execute(sql.encode(), values or None).fetchall()
            return self._alone_with(sql.encode(), values).fetchall()

    def write(self, sql: str, values: Sequence[object] = (), /) -> int:
        """How many rows one statement touched; they are safe by then, or when the block of `write_lock` ends that it is in."""
        if self._turn:
            self.writes += 1
            with translated_errors():
                return self._turn.execute(sql.encode(), values or None).rowcount
        with self.transaction() as cursor:
            return int(cursor.execute(sql, values).fetchall()[0][0])

    @contextmanager
    def write_lock(self) -> Iterator[None]:
        """Nobody else writes during the block, in no process, so that what is read in it is still so when it is written back.

        The block is one transaction, whatever is written in it.
        """
        with figures.turn(self._turns), self._watching_room(), translated_errors(), self._taken():
            yield

    @contextmanager
    def transaction(self) -> Iterator[PostgresCursor]:
        """Several statements, alone, all safe when the block ends; whatever is raised inside undoes all of them."""
        with figures.SAVES.time(), figures.turn(self._turns), self._watching_room(), translated_errors(), self._taken() as connection:
            self.writes += 1
            yield PostgresCursor(connection)

    def is_writable(self, *, patience_seconds: float = -1) -> bool | None:
        """Whether a save would be safe just now. It waits for no writer, so nobody's patience is tried."""
        try:
            with translated_errors():
                if not self._alone_with(BEAT, [migrations.COUNT]).rowcount:
                    raise NewerDatabase("database_upgraded")
                self._try_room()
        except StoreTrouble as trouble:
            _log.warning("Nothing can be saved just now: %s", trouble)
            return False
        return True

    def rewrite_due(self) -> bool:
        """Never: what was deleted leaves the disk by the server's own vacuum."""
        return False

    def rewrite_is_quick(self) -> bool:
        """There is nothing to rewrite."""
        return True

    def rewrite_if_quiet(self, quiet_seconds: float, /) -> bool:
        """There is nothing to rewrite."""
        return False

    def rewrite(self) -> None:
        """There is nothing to rewrite."""

    def give_up_rewriting(self) -> None:
        """Nothing here keeps a stop waiting."""

    def close(self) -> None:
        """Let all connections go. Nothing can be read or saved after it."""
        with self._writer:
            self._pool.close()

    @contextmanager
    def _watching_room(self) -> Iterator[None]:
        try:
            yield
        except DiskFull:
            self._was_full = True
            raise

    def _try_room(self) -> None:
        """Raises DiskFull where a save would find no room. What writes little finds some long after saves find none."""
        if not self._was_full:
            return
        with self._writer, suppress(_Undone), self._taken() as connection:
            connection.execute(_LIKE_A_SAVE, [secrets.token_bytes(_LARGE)])
            raise _Undone
        self._was_full = False

    @property
    def _turn(self) -> psycopg.Connection | None:
        """The connection by which this thread has its turn at writing just now."""
        turn: psycopg.Connection | None = getattr(self._mine, "turn", None)
        return turn

    @contextmanager
    def _taken(self) -> Iterator[psycopg.Connection]:
        if self._turn:
            # Within a turn that this thread has already: what is raised undoes the inner part, and the rest if it goes on.
            with self._turn.transaction():
                yield self._turn
            return
        connection, begun = self._answered(TURN, ())
        try:
            _check_schema(begun)
            self._mine.turn = connection
            yield connection
            _commit(connection)
        except BaseException as error:
            # A lost connection has undone itself.
            with suppress(psycopg.Error):
                connection.rollback()
            if isinstance(error, _NO_CHANGES):
                connection.close()
            self._patience.in_vain |= connection.was_silent
            raise
        finally:
            self._mine.turn = None
            self._pool.putconn(connection)

    def _alone_with(self, sql: bytes, values: Sequence[object]) -> psycopg.Cursor:
        connection, done = self._answered(sql, values)
        self._pool.putconn(connection)
        return done

    def _answered(self, sql: bytes, values: Sequence[object]) -> tuple[PatientConnection, psycopg.Cursor]:
        """A connection, and its answer to a first statement, which does no harm twice: where the connection is lost, another is asked."""
        until = self._patience.until()
        while True:
            connection = self._connection(until)
            with ExitStack() as unless_answered:
                unless_answered.callback(self._pool.putconn, connection)
                try:
                    done = connection.asked(sql, values, until)
                except errors.ReadOnlySqlTransaction:
                    connection.close()
                    raise
                except psycopg.OperationalError:
                    if not connection.broken or self._patience.is_over(until):
                        raise
                    # Its neighbours are lost as well, and each would be waited for in its turn.
                    self._pool.drain()
                else:
                    unless_answered.pop_all()
                    self._patience.in_vain = False
                    return connection, done

    def _connection(self, until: float) -> PatientConnection:
        while True:
            try:
                return self._pool.getconn()
            except PoolTimeout:
                if self._patience.is_over(until):
                    raise


def _check_schema(begun: psycopg.Cursor) -> None:
    while begun.nextset():
        pass
    if begun.fetchall() != [(migrations.COUNT,)]:
        raise NewerDatabase("database_upgraded")


def _commit(connection: psycopg.Connection) -> None:
    # Of a transaction in which a statement failed the server would undo everything and call that an answer.
    if connection.info.transaction_status is not TransactionStatus.INTRANS:
        raise StoreTrouble("database_failed")
    connection.commit()
