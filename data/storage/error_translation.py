"""The one border where complaints of DuckDB and of the operating system become errors of ours."""

import errno
import os
import re
from collections.abc import Iterator
from contextlib import contextmanager

import duckdb

from data.errors import DatabaseInUse, DatabaseReadOnly, DiskFull, NewerDatabase, NotADatabase, StoreTrouble

# EFBIG is a limit on the size of a file and EDQUOT a quota: to whoever wants to save, the same as a full disk.
# DuckDB hands on what the operating system says in words, without its number, so it is told apart by words.
_NO_ROOM = tuple(os.strerror(number) for number in (errno.ENOSPC, errno.EFBIG, errno.EDQUOT))
_NO_WRITING = tuple(os.strerror(number) for number in (errno.EACCES, errno.EPERM, errno.EROFS))
_NEWER = ("created with a newer version of DuckDB",)
# What a statement says that we ended ourselves (giving_up.py).
_GIVEN_UP = ("INTERRUPT Error",)
_DAMAGED = (
    "not a valid DuckDB database file",
    "Corrupt database file",
    "Could not read enough bytes",
    "WAL does not match",
    os.strerror(errno.EISDIR),
)

# Messages of these may quote a row, so they are not even chained.
_QUOTING = (duckdb.DataError, duckdb.IntegrityError)


@contextmanager
def translated_errors() -> Iterator[None]:
    """Raise what DuckDB or the operating system complains of as a StoreTrouble; mistakes in our own SQL stay as they are."""
    try:
        yield
    except duckdb.ProgrammingError:
        raise
    except (duckdb.Error, OSError) as error:
        raise _translated(str(error)) from None if isinstance(error, _QUOTING) else error


def in_use(pid: str = "") -> DatabaseInUse:
    """The refusal for a file that another process holds, with its number where that is known."""
    return DatabaseInUse("database_in_use", pid=pid) if pid else DatabaseInUse("database_in_use_by_another")


def not_a_database() -> NotADatabase:
    return NotADatabase("database_not_ours")


def _translated(message: str) -> StoreTrouble:
    if held := re.search(r"Could not set lock on file.*?(?:PID (\d+)|$)", message, re.DOTALL):
        return in_use(held[1] or "")
    if _holds(message, _NO_ROOM):
        return DiskFull("disk_full")
    if _holds(message, _NO_WRITING):
        return DatabaseReadOnly("database_read_only")
    if _holds(message, _GIVEN_UP):
        return StoreTrouble("given_up")
    if _holds(message, _NEWER):
        return NewerDatabase("database_of_newer_duckdb")
    if _holds(message, _DAMAGED):
        return not_a_database()
    return StoreTrouble("database_failed")


def _holds(message: str, any_of: tuple[str, ...]) -> bool:
    return any(words in message for words in any_of)
