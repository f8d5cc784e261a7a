"""Who waits to be counted: rows that nobody can read until they are counted, and the keys of these rows (docs/security.md 2.5)."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import NamedTuple
from uuid import UUID, uuid4

from data.errors import MixedMeanwhile, StoreTrouble
from data.groups.everyone import bundle_store
from data.groups.submission import Submission
from data.groups.tally import Sheet
from data.storage.store import Cursor, Store
from data.storage.waiting.server_secret import PublicKey, ServerSecret
from data.storage.waiting.waiting_seal import KeyPair, KeyWrap, Label, Opener, Waiting, seal

# By which name a key is wrapped under the server's secret; under a link, by the kind of the link.
SERVER = "server"
Wraps = Mapping[str, KeyWrap]
# Told which part of all rows is open, again and again.
Progress = Callable[[float], None]
_TOLD_EVERY = 500


class Place(NamedTuple):
    """Where a submission waits: in a round, or among everyone; under one version; from which day on; if known, from which network."""

    round_id: UUID | None
    instrument: str
    day: date
    network: str = ""


@dataclass(frozen=True)
class Opened:
    """One submission, readable, in memory and for as long as it is being counted."""

    pending_id: UUID
    instrument: str
    stage: str
    sheet: Sheet
    for_everyone: bool
    place: int | None = None
    network: bytes = b""


def new_round_key(cursor: Cursor, round_id: UUID, wraps: Wraps) -> None:
    """Make the key that answers to a round are sealed to; whoever has one of these can open them, and nobody else."""
    _new_key(cursor, (round_id, None), wraps)


class Given(NamedTuple):
    """One submission that is to wait; `for_everyone`: also among everyone, where its round comes to nothing.

    `place`: that of its team in an umbrella. It is sealed with the rest, so that nobody can see how many of a team wait.
    """

    pending_id: UUID
    submission: Submission
    for_everyone: bool
    place: int | None = None


def lay(cursor: Cursor, secret: ServerSecret, place: Place, given: Sequence[Given]) -> None:
    """Seal submissions, and let them wait. Raises StoreTrouble for a round that was counted."""
    if place.round_id:
        _lay(cursor, secret, _round_key(cursor, place.round_id), place, given)
        return
    week = place.day - timedelta(days=place.day.weekday())
    # Nearly always the key that this process sealed to before, and then looking it up is a statement less for each who joins.
    if week not in secret.keys_of_weeks or not _lay(cursor, secret, secret.keys_of_weeks[week], place, given):
        secret.keys_of_weeks[week] = _key_of_the_week(cursor, secret, week)
        _lay(cursor, secret, secret.keys_of_weeks[week], place, given)


def nobody(_share: float) -> None:
    """Watches nothing."""


def open_everyone(store: Store) -> list[Opened]:
    """Everybody without a team who waits, but for those whose key the server's secret does not open any more. By ids, which are random."""
    return _opened(store, None, _openers(store, None, _by_server(store.secret)))


def open_round(store: Store, round_id: UUID, wraps: Wraps, watch: Progress = nobody) -> list[Opened] | None:
    """Everybody who waits in a round; None where its key is gone, or is wrapped under something else."""
    openers = _openers(store, round_id, wraps)
    return _opened(store, round_id, openers, watch) if openers else None


def erase(cursor: Cursor, opened: Sequence[Opened]) -> None:
    """Erase the rows of people who are counted. Raises MixedMeanwhile where not as many go as were opened: somebody withdrew."""
    gone = cursor.execute(_ERASE, [[one.pending_id for one in opened]]).fetchall()
    if gone != [(len(opened),)]:
        raise MixedMeanwhile("mixed_meanwhile")


def erase_round_key(cursor: Cursor, round_id: UUID) -> None:
    """Erase the key of a round, without which nothing of it can be read in any copy either. Raises MixedMeanwhile while anybody waits."""
    if cursor.execute("SELECT 1 FROM pending WHERE round_id = $1 LIMIT 1", [round_id]).fetchall():
        raise MixedMeanwhile("mixed_meanwhile")
    cursor.execute("DELETE FROM wrapped_key WHERE key_id IN (SELECT key_id FROM waiting_key WHERE round_id = $1)", [round_id])
    cursor.execute("DELETE FROM waiting_key WHERE round_id = $1", [round_id])


def erase_unused_keys(cursor: Cursor) -> None:
    """Erase the keys of weeks of which nobody waits any more."""
    cursor.execute("DELETE FROM waiting_key WHERE round_id IS NULL AND key_id NOT IN (SELECT key_id FROM pending)")
    cursor.execute("DELETE FROM wrapped_key WHERE key_id NOT IN (SELECT key_id FROM waiting_key)")


def let_lapse(cursor: Cursor, *, everyone_before: date, rounds_before: date) -> int:
    """How many were erased uncounted: of everyone whoever arrived before a day; of rounds whose last day was, with their keys."""
    ids = [id for (id,) in cursor.execute(_LAPSING, [everyone_before, rounds_before]).fetchall()]
    remember(cursor, ids)
    cursor.execute(_ERASE, [ids])
    for (round_id,) in cursor.execute(_OLD_ROUNDS, [rounds_before]).fetchall():
        erase_round_key(cursor, round_id)
    return len(ids)


def remember(cursor: Cursor, ids: Sequence[UUID]) -> None:
    """Keep the ids of rows that are erased uncounted: only their owners can know them again, so that they can be told."""
    cursor.execute("INSERT INTO lapsed SELECT unnest(CAST($1 AS UUID[]))", [list(ids)])


def count_unreadable(store: Store) -> int:
    """How many wait for good, because the server's secret that would open their key is lost. Raises StoreTrouble for a damaged one."""
    rows = store.read("SELECT key_id, wrapped FROM wrapped_key WHERE wrapped_under = $1", [SERVER])
    # Read also where nothing is to be unwrapped: a damaged one is told at the start, not to whoever finishes an assessment later.
    wrapping = store.secret.wrapping
    lost = [key_id for key_id, wrapped in rows if wrapping.unwrap(key_id, wrapped) is None]
    ((people,),) = store.read("SELECT count(*) FROM pending WHERE key_id IN (SELECT unnest(CAST($1 AS UUID[])))", [lost])
    return int(people)


def count_sealed_rounds(store: Store) -> int:
    """How many rounds are closed and wait for somebody whose link opens them."""
    sealed = "SELECT count(*) FROM round WHERE closed_on IS NOT NULL AND round_id IN (SELECT round_id FROM waiting_key)"
    return int(store.read(sealed)[0][0])


def _lay(cursor: Cursor, secret: ServerSecret, key: PublicKey, place: Place, given: Sequence[Given]) -> bool:
    """Whether they wait now; nobody does where the key is not there any more."""
    tag = bundle_store.tag(cursor, secret, place.network) if place.network and not place.round_id else b""
    ids = [one.pending_id for one in given]
    sealed = [
        seal(key.public, Label(place.round_id, place.instrument, id), Waiting(one.stage, for_everyone, one.codes, of_team, tag))
        for id, one, for_everyone, of_team in given
    ]
    # Whoever joins is one, and a row alone is planned in half the time.
    (lay, *what) = (_LAY_ONE, ids[0], sealed[0]) if len(given) == 1 else (_LAY, ids, sealed)
    return bool(cursor.execute(lay, [*what, place.round_id, place.instrument, key.key_id, place.day]).fetchall()[0][0])


_LAY = """
    INSERT INTO pending
    SELECT unnest(CAST($1 AS UUID[])), CAST($3 AS UUID), CAST($4 AS VARCHAR), key_id, unnest(CAST($2 AS BYTEA[])), CAST($6 AS DATE)
    FROM waiting_key
    WHERE key_id = $5
    """
_LAY_ONE = """
    INSERT INTO pending
    SELECT CAST($1 AS UUID), CAST($3 AS UUID), CAST($4 AS VARCHAR), key_id, CAST($2 AS BYTEA), CAST($6 AS DATE)
    FROM waiting_key
    WHERE key_id = $5
    """

_LAPSING = """
    SELECT pending_id
    FROM pending
    LEFT JOIN round ON round.round_id = pending.round_id
    WHERE (pending.round_id IS NULL AND arrived_on < $1) OR (closed_on IS NOT NULL AND closes_on < $2)
    """
_OLD_ROUNDS = """
    SELECT round.round_id
    FROM waiting_key
    JOIN round ON round.round_id = waiting_key.round_id
    WHERE closed_on IS NOT NULL AND closes_on < $1
    """

_ERASE = """
    DELETE FROM pending
    WHERE pending_id IN (SELECT unnest(CAST($1 AS UUID[])))
    """


def _round_key(cursor: Cursor, round_id: UUID) -> PublicKey:
    rows = cursor.execute("SELECT key_id, public_key FROM waiting_key WHERE round_id = $1", [round_id]).fetchall()
    if not rows:
        raise StoreTrouble("round_without_key")
    return PublicKey(*rows[0])


def _key_of_the_week(cursor: Cursor, secret: ServerSecret, week: date) -> PublicKey:
    for of_week, key_id, public, wrapped in cursor.execute(bundle_store.KEYS_OF_EVERYONE).fetchall():
        # A key of which the secret is lost would swallow whatever is sealed to it.
        if of_week == week and secret.wrapping.unwrap(key_id, wrapped):
            return PublicKey(key_id, public)
    return _new_key(cursor, (None, week), _by_server(secret))


def _by_server(secret: ServerSecret) -> Wraps:
    return {SERVER: secret.wrapping}


def _new_key(cursor: Cursor, place: tuple[UUID | None, date | None], wraps: Wraps) -> PublicKey:
    key_id, pair = uuid4(), KeyPair.new()
    cursor.execute("INSERT INTO waiting_key VALUES ($1, $2, $3, $4)", [key_id, *place, pair.public])
    for name, wrapping in wraps.items():
        cursor.execute("INSERT INTO wrapped_key VALUES ($1, $2, $3)", [key_id, name, wrapping.wrap(key_id, pair.private)])
    return PublicKey(key_id, pair.public)


def _openers(store: Store, round_id: UUID | None, wraps: Wraps) -> dict[UUID, Opener]:
    keys = """
        SELECT waiting_key.key_id, wrapped_under, wrapped
        FROM waiting_key
        JOIN wrapped_key ON wrapped_key.key_id = waiting_key.key_id
        WHERE round_id IS NOT DISTINCT FROM $1
        """
    rows = store.read(keys, [round_id])
    found = [(key_id, wraps[name].unwrap(key_id, wrapped)) for key_id, name, wrapped in rows if name in wraps]
    return {key_id: opener for key_id, opener in found if opener}


def _opened(store: Store, round_id: UUID | None, openers: dict[UUID, Opener], watch: Progress = nobody) -> list[Opened]:
    rows = store.read(_ROWS, [round_id])
    found = []
    for place, (pending_id, instrument, key_id, sealed) in enumerate(rows):
        if place % _TOLD_EVERY == 0:
            watch(place / len(rows))
        if key_id in openers:
            waiting = openers[key_id].open(Label(round_id, instrument, pending_id), sealed)
            codes, may = waiting.codes, waiting.for_everyone
            found.append(Opened(pending_id, instrument, waiting.stage, codes, may, waiting.place, waiting.network))
    return found


_ROWS = """
    SELECT pending_id, instrument, key_id, sealed
    FROM pending
    WHERE round_id IS NOT DISTINCT FROM $1
    ORDER BY pending_id
    """
