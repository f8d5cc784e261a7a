"""What somebody looks at before it becomes a link: sealed under their own key until tomorrow, so that a lost session does not lose it."""

from contextlib import suppress
from datetime import date, timedelta
from typing import Annotated

from pydantic import StringConstraints, ValidationError

from data.errors import RecordUnreadable
from data.instrument.answers import FrozenValue
from data.keys import Kind
from data.record.viewer_link import MAX_LABEL
from data.sharing.shared_profile import SharedProfile
from data.storage.sealing import Seal
from data.storage.store import Cursor, Store

_KEPT = timedelta(days=1)


class Preview(FrozenValue):
    """What was asked to be looked at, and may become a link: the very copy, whatever another tab or the day changes meanwhile."""

    shown: SharedProfile
    label: Annotated[str, StringConstraints(max_length=MAX_LABEL)] = ""


def keep(store: Store, own_key: str, preview: Preview, *, today: date) -> None:
    """Keep it in the place of a former one."""
    seal = Seal(own_key, Kind.PREVIEW)
    envelope = seal.encrypt(preview.model_dump_json().encode())
    with store.transaction() as cursor:
        erase(cursor, own_key)
        cursor.execute("INSERT INTO share VALUES ($1, $2, $3)", [seal.row_id, envelope, today + _KEPT])


def read(store: Store, own_key: str, *, today: date) -> Preview | None:
    """What its owner looked at last; None where that was longer ago, became a link or cannot be read."""
    seal = Seal(own_key, Kind.PREVIEW)
    rows = store.read("SELECT sealed FROM share WHERE share_id = $1 AND kept_until >= $2", [seal.row_id, today])
    with suppress(RecordUnreadable, ValidationError):
        return Preview.model_validate_json(seal.decrypt(rows[0][0])) if rows else None
    return None


def erase(cursor: Cursor, own_key: str) -> None:
    """Erase it, within what made it a link, replaced it or deleted everything."""
    cursor.execute("DELETE FROM share WHERE share_id = $1", [Seal(own_key, Kind.PREVIEW).row_id])
