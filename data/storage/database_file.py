"""The database file on disk: held by one process, looked at before it is touched, made whole or not at all."""

import fcntl
import os
from pathlib import Path
from typing import IO

import duckdb
from duckdb import DuckDBPyConnection

from data.errors import NotADatabase, StoreTrouble
from data.storage import demonstration_mark, exchange, migrations
from data.storage.error_translation import in_use, not_a_database
from data.storage.waiting.server_secret import ServerSecret

# Only the owner may read what we create. Set for the whole process: DuckDB makes a new log file after every checkpoint.
_PRIVATE_UMASK = 0o077

# Where DuckDB writes its name, after a checksum of eight bytes.
_MAGIC, _MAGIC_ENDS = b"DUCK", 12

# Statements touch one row or a few thousand totals: a second thread makes them slower, and more memory only takes from the web server.
# Extensions stay out: DuckDB would fetch one from the network on meeting a file of another kind.
# Everybody waits while the log is written into the file, so that is done early: after some 1,500 saves, not 14,000.
_CONFIG: dict[str, str | bool | int | float | list[str]] = {
    "threads": 1,
    "memory_limit": "512MB",
    "checkpoint_threshold": "2MB",
    "autoinstall_known_extensions": False,
    "autoload_known_extensions": False,
}


def lock(path: Path) -> IO[str]:
    """Make this process the only one to use the file, for as long as the returned file stays open.

    DuckDB's own lock is not enough: it is let go while the file is exchanged for its rewritten self.
    """
    os.umask(_PRIVATE_UMASK)
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    # Not "w": it would wipe out the number of the process that holds the lock before anybody knows that it is held.
    lock = sibling(path, ".lock").open("a+", encoding="ascii")
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        lock.seek(0)
        pid = lock.read().strip()
        lock.close()
        raise in_use(pid) from None
    lock.truncate(0)
    lock.write(str(os.getpid()))
    lock.flush()
    return lock


def sibling(path: Path, ending: str) -> Path:
    """The neighbour of the database file with that ending."""
    return path.with_name(path.name + ending)


def logs(path: Path) -> list[Path]:
    """The write-ahead logs that lie beside a database file just now."""
    return sorted(path.parent.glob(f"{path.name}.wal*"))


def new_file(path: Path) -> Path:
    """Where a new file is prepared before it takes its place."""
    return sibling(path, ".new")


def backup_file(path: Path) -> Path:
    """Where a backup is prepared before it goes where it is wanted."""
    return sibling(path, ".backup")


def confirmation(path: Path) -> Path:
    """Where word is left of a day that somebody read off a calendar."""
    return sibling(path, ".day")


def remove_new_file(path: Path) -> None:
    """Remove a file in preparation, as left behind by a crash or a failure."""
    remove(new_file(path))


def remove(file: Path) -> None:
    """Remove a database file with its logs, if it is there."""
    for leftover in (*logs(file), file):
        leftover.unlink(missing_ok=True)


def prepare(path: Path, secret: ServerSecret, *, demo: bool) -> bool:
    """Whether there was no database and an empty one was made; one that is there is looked at, and raises StoreTrouble if not for us."""
    exchange.check(path)
    remove_new_file(path)
    remove(backup_file(path))
    if path.exists():
        inspect(path, demo=demo)
        return False
    create(path, secret, demo=demo)
    return True


def inspect(path: Path, *, demo: bool) -> None:
    """Raise a StoreTrouble named after the reason for a file that is not for us, without changing a byte of it."""
    with path.open("rb") as file:
        # Before DuckDB sees it: for a file of SQLite, say, it would look for an extension and complain that none is installed.
        if file.read(_MAGIC_ENDS)[-len(_MAGIC) :] != _MAGIC:
            raise not_a_database()
    with connect(path, read_only=True) as connection:
        migrations.check(connection)
        demonstration_mark.check(connection, demo=demo)


def create(path: Path, secret: ServerSecret, *, demo: bool) -> None:
    """Make an empty database with the schema, marked where it is a demonstration; a crash leaves nothing at the path."""
    # It may hold what people saved last, and a new database under this name would be taken for the one that it belongs to.
    if logs(path):
        raise NotADatabase("database_log_alone", file=path.name)
    with connect(new_file(path)) as connection:
        make(connection, secret, demo=demo)
    put_in_place(path)


def make(connection: DuckDBPyConnection, secret: ServerSecret, *, demo: bool) -> None:
    """Everything that an empty file needs to be ours."""
    _migrate(connection, secret)
    if demo:
        demonstration_mark.mark(connection)


def connect_up_to_date(path: Path, secret: ServerSecret) -> DuckDBPyConnection:
    """A connection to a file that has the newest schema by then."""
    connection = connect(path)
    try:
        _migrate(connection, secret)
    except BaseException:
        connection.close()
        raise
    return connection


def close_whole(connection: DuckDBPyConnection, path: Path) -> None:
    """Close a database whose file is to be exchanged. Raises StoreTrouble where its log stays beside it."""
    # A log of the old file beside the new one would be replayed into it, or stop it from being opened.
    connection.execute("CHECKPOINT")
    connection.close()
    if logs(path):
        raise StoreTrouble("database_log_kept")


def _migrate(connection: DuckDBPyConnection, secret: ServerSecret) -> None:
    """Bring the schema up to date; a failure leaves the last whole migration."""
    for file in migrations.missing(connection):
        connection.begin()
        try:
            migrations.apply(connection, file, secret)
            connection.commit()
        # Whoever presses Ctrl+C just here must not find half a migration at the next start either.
        except BaseException:
            connection.rollback()
            raise


def put_in_place(path: Path) -> None:
    """Let the prepared file take the place of the database, at once and for good."""
    sync(new_file(path))
    new_file(path).replace(path)
    # A name belongs to its folder: until that is on the disk as well, a power cut may bring the old file back.
    sync(path.parent)


def sync(path: Path) -> None:
    """Wait until a file or folder is on the disk."""
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def connect(path: Path, *, read_only: bool = False) -> DuckDBPyConnection:
    """A connection that reaches no other file than this one and those prepared beside it, and cannot be talked out of it."""
    connection = duckdb.connect(str(path), read_only=read_only, config=_CONFIG)
    prepared = (new_file(path), backup_file(path))
    reachable = [str(sibling(file, ending)) for file in prepared for ending in ("", ".wal", ".wal.checkpoint", ".wal.recovery")]
    # In this order: paths can be named only before access is closed, and nothing can be set once the configuration is locked.
    connection.execute("SET allowed_paths = $1", [reachable])
    connection.execute("SET enable_external_access = false")
    connection.execute("SET lock_configuration = true")
    return connection
