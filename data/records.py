"""One person's record: opened, changed or deleted by whoever holds its key, and by nobody else."""

from collections.abc import Callable
from contextlib import suppress
from datetime import date, timedelta
from typing import NamedTuple
from uuid import UUID

from pydantic import ValidationError

from data import sealing
from data.errors import RecordUnreadable, StoreTrouble
from data.record import Record
from data.sealing import Kind
from data.store import Cursor, Store

# A visit extends the stay at most this often, so that looking at a profile seldom writes.
_EXTEND_AFTER = timedelta(days=30)

_FIND = "SELECT sealed, revision, kept_until FROM record WHERE record_id = $1"


class _Row(NamedTuple):
    sealed: bytes
    revision: int
    kept_until: date


def read(store: Store, key: str, *, keep_until: date) -> Record | None:
    """The record of the key, None where there is none yet. Raises BadKey and RecordUnreadable."""
    record_id = sealing.row_id(key, Kind.OWN)
    rows = store.read(_FIND, [record_id])
    if not rows:
        return None
    row = _Row(*rows[0])
    record = _opened(key, row.sealed)
    if keep_until - row.kept_until > _EXTEND_AFTER:
        _extend(store, record_id, keep_until)
    return record


def change(store: Store, key: str, make: Callable[[Record], Record], *, keep_until: date) -> Record:
    """The record as changed and safely on disk; made from an empty one where there was none.

    Nobody else's change can come between what `make` is given and what is saved. Whatever `make` raises leaves the record as it was.
    """
    record_id = sealing.row_id(key, Kind.OWN)
    with store.writing() as cursor:
        row = _found(cursor, record_id)
        record = make(_opened(key, row.sealed) if row else Record())
        sealed = sealing.seal(key, Kind.OWN, record.model_dump_json().encode())
        if row is None:
            _insert(cursor, record_id, sealed, keep_until)
        else:
            _update(cursor, record_id, _Row(sealed, row.revision, max(keep_until, row.kept_until)))
    return record


def delete(store: Store, key: str) -> bool:
    """Whether there was a record to delete. Its bytes leave the disk at the next rewrite."""
    record_id = sealing.row_id(key, Kind.OWN)
    with store.writing() as cursor:
        return bool(cursor.execute("DELETE FROM record WHERE record_id = $1 RETURNING record_id", [record_id]).fetchall())


def _opened(key: str, sealed: bytes) -> Record:
    try:
        return Record.model_validate_json(sealing.open_sealed(key, Kind.OWN, sealed))
    except ValidationError:
        # Not chained: a validation error tells where in somebody's answers it stumbled.
        raise RecordUnreadable(sealing.UNREADABLE) from None


def _found(cursor: Cursor, record_id: UUID) -> _Row | None:
    row = cursor.execute(_FIND, [record_id]).fetchone()
    return _Row(*row) if row else None


def _insert(cursor: Cursor, record_id: UUID, sealed: bytes, keep_until: date) -> None:
    cursor.execute("INSERT INTO record VALUES ($1, $2, 1, $3)", [record_id, sealed, keep_until])


def _update(cursor: Cursor, record_id: UUID, row: _Row) -> None:
    guarded = """
        UPDATE record
        SET sealed = $1, revision = revision + 1, kept_until = $2
        WHERE record_id = $3 AND revision = $4
        """
    changed = cursor.execute(guarded, [row.sealed, row.kept_until, record_id, row.revision]).fetchone()
    if changed != (1,):
        raise StoreTrouble("Somebody saved at the same moment; nothing was lost. Please try again.")


def _extend(store: Store, record_id: UUID, keep_until: date) -> None:
    # Showing the record matters more than its date: on a full disk the next visit extends it.
    with suppress(StoreTrouble), store.writing() as cursor:
        cursor.execute("UPDATE record SET kept_until = $1 WHERE record_id = $2", [keep_until, record_id])
