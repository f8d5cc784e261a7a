"""What waited in the clear in a database of an older Rekindle is sealed, in the transaction of the migration that makes room for it."""

import logging
from datetime import date, timedelta
from uuid import UUID, uuid4

from data.storage.store import Cursor
from data.storage.waiting.server_secret import ServerSecret
from data.storage.waiting.waiting_seal import KeyPair, Label, Waiting, seal

_log = logging.getLogger(__name__)


def seal_all(cursor: Cursor, secret: ServerSecret) -> None:
    """Each row to a new key of its round or of its week. No link is at hand, so all of these keys are wrapped under the server's secret."""
    rows = cursor.execute("SELECT pending_id, round_id, instrument, stage, codes, arrived_on, for_everyone FROM former_pending").fetchall()
    keys: dict[tuple[UUID | None, date | None], tuple[UUID, bytes]] = {}
    for pending_id, round_id, instrument, stage, codes, arrived_on, for_everyone in rows:
        place = (round_id, None) if round_id else (None, arrived_on - timedelta(days=arrived_on.weekday()))
        if place not in keys:
            keys[place] = _new_key(cursor, secret, *place)
        key_id, public = keys[place]
        sealed = seal(public, Label(round_id, instrument, pending_id), Waiting(stage, for_everyone, codes))
        cursor.execute(
            "INSERT INTO pending VALUES ($1, $2, $3, $4, $5, $6)", [pending_id, round_id, instrument, key_id, sealed, arrived_on]
        )
    for (round_id,) in cursor.execute("SELECT round_id FROM round WHERE closed_on IS NULL").fetchall():
        if (round_id, None) not in keys:
            _new_key(cursor, secret, round_id, None)
    cursor.execute("DROP TABLE former_pending")
    if rows:
        _log.warning(_SAID, len(rows))


def _new_key(cursor: Cursor, secret: ServerSecret, round_id: UUID | None, week: date | None) -> tuple[UUID, bytes]:
    key_id, pair = uuid4(), KeyPair.new()
    cursor.execute("INSERT INTO waiting_key VALUES ($1, $2, $3, $4)", [key_id, round_id, week, pair.public])
    cursor.execute("INSERT INTO wrapped_key VALUES ($1, 'server', $2)", [key_id, secret.wrapping.wrap(key_id, pair.private)])
    return key_id, pair.public


_SAID = (
    "%s submissions that waited in the clear are sealed now. Those of rounds that were open already open by the secret of this server, "
    "once; rounds that open from now on open by a link of their team alone."
)
