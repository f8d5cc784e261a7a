"""Viewer links: made, read, withdrawn and listed. Each opens its own sealed envelope and nothing else; nothing tells who opened it."""

from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date, timedelta

from pydantic import ValidationError

from data import days
from data.errors import BadKey, RecordUnreadable, RekindleError
from data.keys import Kind, new_key
from data.privacy_limits import EXTEND_AFTER
from data.record import record_store
from data.record.record import Record
from data.record.viewer_link import MAX_SHARES, Share
from data.sharing import preview_store
from data.sharing.shared_profile import SharedProfile, coarse
from data.storage.sealing import Seal
from data.storage.store import Cursor, Store

# Days that a link may be open, in the order in which they are offered; None for no end.
LASTS: tuple[int | None, ...] = (7, 30, 90, None)

_DROP = "DELETE FROM share WHERE share_id IN (SELECT share_id FROM share WHERE kept_until < $1 LIMIT $2)"


class TooManyShares(RekindleError):
    """More viewer links than a list can be looked through."""


@dataclass(frozen=True)
class Made:
    """A link just made, and the owner's record with it in its list."""

    key: str = field(repr=False)
    record: Record = field(repr=False)


def last_day(today: date, lasts: int | None) -> date | None:
    """The last day on which a link that is made today and lasts so many days still opens."""
    return None if lasts is None else today + timedelta(days=lasts)


def create(store: Store, own_key: str, shown: SharedProfile, *, label: str, today: date, keep_until: date) -> Made:
    """A new viewer link to exactly what is shown, in its owner's list. What they looked at before it goes, and links whose day has passed.

    Raises TooManyShares and RecordFull, and leaves no envelope behind then.
    """
    key = new_key()
    share = Share(key=key, label=label, sections=shown.sections, made_on=today, until=shown.until)
    seal = Seal(key, Kind.VIEWER)
    envelope = seal.encrypt(shown.model_dump_json().encode())

    def add(record: Record, cursor: Cursor) -> Record:
        # One without an end is kept for as long as its owner's record.
        kept_until = days.gone_by(shown.until) if shown.until else keep_until
        cursor.execute("INSERT INTO share VALUES ($1, $2, $3)", [seal.row_id, envelope, kept_until])
        preview_store.erase(cursor, own_key)
        return _listed(record, share, today)

    return Made(key, record_store.change_in_transaction(store, own_key, add, keep_until=keep_until))


def read(store: Store, key: str, today: date) -> SharedProfile:
    """What the link shows. Raises BadKey, always the same, for whatever does not open: mistyped, unknown, expired, withdrawn, damaged."""
    with suppress(BadKey, RecordUnreadable, ValidationError):
        seal = Seal(key, Kind.VIEWER)
        rows = store.read("SELECT sealed FROM share WHERE share_id = $1", [seal.row_id])
        shown = SharedProfile.model_validate_json(seal.decrypt(rows[0][0])) if rows else None
        if shown and (shown.until is None or today <= shown.until):
            return coarse(shown)
    raise BadKey("link_opens_nothing")


def withdraw(store: Store, own_key: str, share: Share, *, keep_until: date) -> Record:
    """The owner's record without the link, which opens nothing from now on, also for whoever has it open. Twice is as good as once."""

    def take_out(record: Record, cursor: Cursor) -> Record:
        withdraw_all(cursor, [share])
        return _without(record, {share.key})

    return record_store.change_in_transaction(store, own_key, take_out, keep_until=keep_until)


def active_links(store: Store, record: Record, today: date) -> tuple[Share, ...]:
    """The links in the record's list that still open something: a record from a file may name others."""
    return tuple(share for share in record.shares if not share.is_over(today) and _found(store, share, kept_until=date.max))


def extend_open_ended(store: Store, record: Record, *, keep_until: date) -> None:
    """Keep the links without end as long as the record itself; called when its owner visits, never when a link is opened."""
    for share in record.shares:
        if share.until is None and _found(store, share, kept_until=keep_until - EXTEND_AFTER):
            store.write("UPDATE share SET kept_until = $1 WHERE share_id = $2", [keep_until, Seal(share.key, Kind.VIEWER).row_id])


def withdraw_all(cursor: Cursor, shares: Iterable[Share]) -> None:
    """Erase the envelopes of those links, so that none of them opens anything from now on."""
    for share in shares:
        cursor.execute("DELETE FROM share WHERE share_id = $1", [Seal(share.key, Kind.VIEWER).row_id])


def drop_expired(store: Store, today: date) -> int:
    """How many envelopes were dropped because the last day to keep them has passed. Where there are none, nothing is written."""
    dropped = 0
    while store.read("SELECT 1 FROM share WHERE kept_until < $1 LIMIT 1", [today]):
        dropped += store.write(_DROP, [today, record_store.DROPPED_AT_ONCE])
    return dropped


def _listed(record: Record, share: Share, today: date) -> Record:
    kept = tuple(other for other in record.shares if not other.is_over(days.perhaps_lasting_beside(today)))
    if len(kept) >= MAX_SHARES:
        raise TooManyShares("too_many_links", most=MAX_SHARES)
    return record.model_copy(update={"shares": (*kept, share)})


def _without(record: Record, keys: Iterable[str]) -> Record:
    gone = set(keys)
    return record.model_copy(update={"shares": tuple(share for share in record.shares if share.key not in gone)})


def _found(store: Store, share: Share, *, kept_until: date) -> bool:
    """Whether its envelope is there, and is kept no longer than that day."""
    rows = store.read("SELECT 1 FROM share WHERE share_id = $1 AND kept_until <= $2", [Seal(share.key, Kind.VIEWER).row_id, kept_until])
    return bool(rows)
