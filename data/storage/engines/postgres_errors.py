"""The one border where complaints of PostgreSQL and of its driver become errors of ours."""

from collections.abc import Iterator
from contextlib import contextmanager

import psycopg
from psycopg import errors
from psycopg_pool import PoolClosed

from data.errors import DatabaseReadOnly, DatabaseUnreachable, DiskFull, StoreTrouble

# Messages of these may quote a row, so they are not even chained.
_QUOTING = (psycopg.DataError, psycopg.IntegrityError)
# A copy that others are made from is elsewhere, or its owner did not let this user write.
_NO_WRITING = (errors.ReadOnlySqlTransaction, errors.InsufficientPrivilege)


@contextmanager
def translated_errors() -> Iterator[None]:
    """Raise what PostgreSQL complains of as a StoreTrouble; mistakes in our own SQL stay as they are."""
    try:
        yield
    except psycopg.Error as error:
        if isinstance(error, psycopg.ProgrammingError) and not isinstance(error, _NO_WRITING):
            raise
        raise _translated(error) from None if isinstance(error, _QUOTING) else error


def _translated(error: psycopg.Error) -> StoreTrouble:
    if isinstance(error, PoolClosed):
        return StoreTrouble("database_closed")
    if isinstance(error, errors.DiskFull):
        return DiskFull("disk_full")
    if isinstance(error, _NO_WRITING):
        return DatabaseReadOnly("postgres_read_only")
    # A turn that stood still for too long was taken away.
    if isinstance(error, errors.IdleInTransactionSessionTimeout):
        return DatabaseUnreachable("database_unreachable")
    # What has no number of the server's never came from it; class 08 is a lost connection, 57 a server that stops or starts.
    if isinstance(error, psycopg.OperationalError) and (error.sqlstate or "08")[:2] in ("08", "57"):
        return DatabaseUnreachable("database_unreachable")
    return StoreTrouble("database_failed")
