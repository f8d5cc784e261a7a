"""One person's record: opened, changed or deleted by whoever holds its key, and by nobody else."""

from collections.abc import Callable
from contextlib import suppress
from datetime import date
from typing import NamedTuple
from uuid import UUID

from pydantic import ValidationError

from data.errors import RecordFull, RecordUnreadable, StoreTrouble
from data.keys import Kind
from data.privacy_limits import EXTEND_AFTER
from data.record.record import Record
from data.storage.sealing import Seal
from data.storage.store import Cursor, Store

# Ten years of notes on workdays. As a readable file it is at most two and a half times as long, and so can always be started again from.
MAX_RECORD = 400_000

# With its id written as well, DuckDB lays the row down anew; changed in place, its next checkpoint would write all its neighbours again,
# and everybody would wait for that: fourteen seconds at a million records (docs/decisions.md).
_REPLACE = "UPDATE record SET record_id = record_id, sealed = $1 WHERE record_id = $2"

# However many have passed their day while nobody looked, whoever saves meanwhile comes in between.
DROPPED_AT_ONCE = 10_000
_DROP = "DELETE FROM record WHERE record_id IN (SELECT record_id FROM record WHERE kept_until < $1 LIMIT $2)"


class _Row(NamedTuple):
    sealed: bytes
    kept_until: date


def read(store: Store, key: str, *, keep_until: date) -> Record | None:
    """The record of the key, None where there is none yet. Raises BadKey and RecordUnreadable."""
    seal = Seal(key, Kind.OWN)
    row = _found(store, seal.row_id)
    if row is None:
        return None
    record = _opened(seal, row.sealed)
    _extend(store, seal.row_id, row, keep_until)
    return record


def change(store: Store, key: str, make: Callable[[Record], Record], *, keep_until: date) -> Record:
    """The record as changed and safely on disk; made from an empty one where there was none.

    Nobody else's change can come between what `make` is given and what is saved. Whatever `make` raises leaves the record as it was,
    and so does RecordFull.
    """
    seal = Seal(key, Kind.OWN)
    # Reading, changing and writing are one turn: two tabs would else save over each other's steps (docs/decisions.md 10).
    with store.write_lock():
        writes, row = store.writes, _found(store, seal.row_id)
        before = _opened(seal, row.sealed) if row else Record()
        record = make(before)
        sealed = seal.encrypt(_encoded_within_limit(before, record))
        # Under the lock only `make` can have saved meanwhile, and what it saved is never overwritten.
        if store.writes != writes:
            raise StoreTrouble("saved_meanwhile")
        if row is None:
            store.write("INSERT INTO record VALUES ($1, $2, $3)", [seal.row_id, sealed, keep_until])
        else:
            store.write(_REPLACE, [sealed, seal.row_id])
            _extend(store, seal.row_id, row, keep_until)
    return record


def change_in_transaction(store: Store, key: str, make: Callable[[Record, Cursor], Record], *, keep_until: date) -> Record:
    """Like `change`, for what must stand or fall with more than the record: `make` writes the rest through the cursor it is given."""
    seal = Seal(key, Kind.OWN)
    with store.transaction() as cursor:
        rows = cursor.execute("SELECT sealed FROM record WHERE record_id = $1", [seal.row_id]).fetchall()
        before = _opened(seal, rows[0][0]) if rows else Record()
        record = make(before, cursor)
        if record == before:
            return record
        sealed = seal.encrypt(_encoded_within_limit(before, record))
        if rows:
            cursor.execute(_REPLACE, [sealed, seal.row_id])
        else:
            cursor.execute("INSERT INTO record VALUES ($1, $2, $3)", [seal.row_id, sealed, keep_until])
    return record


def delete_in_transaction(store: Store, key: str, erase: Callable[[Record, Cursor], object]) -> bool:
    """Whether there was a record to delete. What else it names goes with it, by `erase`, all or nothing.

    What cannot be read goes all the same, without the rest. Its bytes leave the disk at the next rewrite.
    """
    seal = Seal(key, Kind.OWN)
    with store.transaction() as cursor:
        for (sealed,) in cursor.execute("SELECT sealed FROM record WHERE record_id = $1", [seal.row_id]).fetchall():
            with suppress(RecordUnreadable):
                erase(_opened(seal, sealed), cursor)
        ((deleted,),) = cursor.execute("DELETE FROM record WHERE record_id = $1", [seal.row_id]).fetchall()
    return bool(deleted)


def drop_expired(store: Store, today: date) -> int:
    """How many records were dropped because the last day to keep them has passed. Where there are none, nothing is written."""
    # A DELETE that finds nothing counts as a write all the same, and would make a rewrite due with every look.
    dropped = 0
    while store.read("SELECT 1 FROM record WHERE kept_until < $1 LIMIT 1", [today]):
        dropped += store.write(_DROP, [today, DROPPED_AT_ONCE])
    return dropped


def _encoded_within_limit(before: Record, after: Record) -> bytes:
    """The record as JSON to be encrypted. Raises RecordFull for one that has grown beyond the limit; a full one may still get smaller."""
    text = after.model_dump_json().encode()
    if len(text) > MAX_RECORD and len(text) > len(before.model_dump_json().encode()):
        raise RecordFull("record_full", limit=MAX_RECORD // 1000)
    return text


def _opened(seal: Seal, sealed: bytes) -> Record:
    try:
        return Record.model_validate_json(seal.decrypt(sealed))
    except ValidationError:
        # Not chained: a validation error tells where in somebody's answers it stumbled.
        raise RecordUnreadable("record_unreadable") from None


def _found(store: Store, record_id: UUID) -> _Row | None:
    rows = store.read("SELECT sealed, kept_until FROM record WHERE record_id = $1", [record_id])
    return _Row(*rows[0]) if rows else None


def _extend(store: Store, record_id: UUID, row: _Row, keep_until: date) -> None:
    if keep_until - row.kept_until <= EXTEND_AFTER:
        return
    # The record matters more than its date: on a full disk the next visit extends it.
    with suppress(StoreTrouble):
        store.write("UPDATE record SET kept_until = $1 WHERE record_id = $2", [keep_until, record_id])
