"""A backup: a copy of everything as it is at one moment, made while people save, opened and counted before it is called one."""

import json
import os
import shutil
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

import duckdb
from duckdb import DuckDBPyConnection

from data.errors import DatabaseReadOnly, DemonstrationDatabase, DiskFull, NewerDatabase, NotADatabase, NotADemonstration, StoreTrouble
from data.storage import compaction, database_file
from data.storage.compaction import Outline, Watcher
from data.storage.error_translation import translated_errors

_TABLES = "SELECT table_name FROM duckdb_tables() WHERE database_name = current_database()"


def prepare(cursor: DuckDBPyConnection, path: Path, watch: Watcher) -> str:
    """Write one beside the database, without anything that people deleted; what it must be found to hold. A failure leaves nothing."""
    prepared = database_file.backup_file(path)
    database_file.remove(prepared)
    try:
        with translated_errors():
            compaction.check_room(cursor, path)
            return _told(compaction.copy(cursor, prepared, watch))
    except DiskFull:
        database_file.remove(prepared)
        raise DiskFull("backup_no_room_beside") from None
    except BaseException:
        database_file.remove(prepared)
        raise


def check_target(to: Path) -> None:
    """Before anything is copied: nothing is ever written over. Raises StoreTrouble."""
    if to.exists():
        raise StoreTrouble("backup_there", file=str(to))
    if not to.parent.is_dir():
        raise StoreTrouble("backup_no_folder", file=str(to))


def deliver(path: Path, to: Path, holds: str) -> None:
    """Take the prepared one to its place, where it is opened and counted: only what holds everything gets the name of a backup."""
    arriving = database_file.sibling(to, ".part")
    try:
        with _about(to):
            database_file.remove(arriving)
            # For its owner alone from its first byte on, whoever asks for it.
            arriving.touch(mode=0o600)
            shutil.copyfile(database_file.backup_file(path), arriving)
            database_file.sync(arriving)
            if _read_through(arriving) != holds:
                raise StoreTrouble("backup_differs")
            arriving.replace(to)
            database_file.sync(to.parent)
    finally:
        database_file.remove(arriving)
        database_file.remove(database_file.backup_file(path))


def restore(path: Path, source: Path, *, demo: bool) -> Path | None:
    """Put a backup into the place of the database, which nobody may hold; where that lies now, if there was one.

    Everything is looked at before anything is exchanged. Whatever fails, the database stays as it is.
    """
    before = database_file.sibling(path, ".before")
    _check_source(path, source, before)
    with translated_errors(), closing(database_file.lock(path)):
        database_file.remove_new_file(path)
        try:
            _copy_checked(source, database_file.new_file(path), demo=demo)
            there = path.exists()
            _set_aside(path, before)
            database_file.put_in_place(path)
        finally:
            database_file.remove_new_file(path)
    return before if there else None


def _check_source(path: Path, source: Path, before: Path) -> None:
    if not source.is_file():
        raise StoreTrouble("backup_not_found", file=str(source))
    if path.exists() and source.samefile(path):
        raise StoreTrouble("backup_is_the_database", file=str(source))
    if before.exists():
        raise StoreTrouble("restore_before_there", file=str(before))


def _copy_checked(source: Path, new: Path, *, demo: bool) -> None:
    try:
        with translated_errors():
            for file in (source, *database_file.logs(source)):
                # A database that was copied while it stood still has a log beside it, which holds what was saved last.
                shutil.copyfile(file, database_file.sibling(new, file.name.removeprefix(source.name)))
            database_file.inspect(new, demo=demo)
            with database_file.connect(new) as connection:
                connection.execute("CHECKPOINT")
            _read_through(new)
    except DiskFull:
        raise DiskFull("restore_no_room") from None
    except NewerDatabase:
        raise NewerDatabase("backup_newer", file=str(source)) from None
    except NotADatabase:
        raise NotADatabase("backup_not_ours", file=str(source)) from None
    except (DemonstrationDatabase, NotADemonstration):
        raise StoreTrouble("backup_of_another_kind", file=str(source)) from None


def _set_aside(path: Path, before: Path) -> None:
    """Keep the database under another name as well, so that at every moment a whole one lies at its path."""
    with suppress(duckdb.Error):
        # Where it can be opened its log is written into it. Where not, the log is kept beside it as it is.
        if database_file.logs(path) and path.exists():
            with database_file.connect(path) as connection:
                connection.execute("CHECKPOINT")
    if path.exists():
        os.link(path, before)
    for log in database_file.logs(path):
        log.replace(database_file.sibling(before, log.name.removeprefix(path.name)))


@contextmanager
def _about(to: Path) -> Iterator[None]:
    """Trouble is said of the place where the backup was to go, and not of the database."""
    try:
        with translated_errors():
            yield
    except DiskFull:
        raise DiskFull("backup_no_room", file=str(to)) from None
    except DatabaseReadOnly:
        raise DatabaseReadOnly("backup_not_writable", file=str(to)) from None


def _read_through(file: Path) -> str:
    with database_file.connect(file, read_only=True) as connection:
        for (table,) in connection.execute(_TABLES).fetchall():
            # Every byte, so that a damaged block is found now and not on the day when it is needed.
            connection.execute("SELECT bit_xor(hash(stored)) FROM query_table($1) AS stored", [table]).fetchall()
        return _told(compaction.outline(connection))


def _told(outline: Outline) -> str:
    return json.dumps(outline, sort_keys=True)
