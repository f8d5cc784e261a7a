"""When everyone is mixed next, how many everyone holds, and which cohorts of rounds wait to enter."""

import secrets
from collections.abc import Sequence
from datetime import date, timedelta

from data.storage.store import Cursor, Store
from data.storage.waiting.server_secret import ServerSecret

_WEEK = timedelta(days=7)


def is_due(store: Store, day: date) -> bool:
    """Whether the random day of this week has come."""
    return bool(store.read("SELECT 1 FROM mixing WHERE everyone_from <= $1", [day]))


def draw_next(cursor: Cursor, day: date) -> None:
    """Draw the day of the coming week on which everyone is mixed next, so that nobody can be the last to come before it."""
    monday = day - timedelta(days=day.weekday()) + _WEEK
    cursor.execute("UPDATE mixing SET everyone_from = $1", [monday + timedelta(days=secrets.randbelow(_WEEK.days))])


def counted(store: Store, instrument: str) -> int:
    """How many people everyone holds under that version."""
    summed = "SELECT coalesce(sum(people), 0) FROM cohort WHERE in_totals AND instrument = $1"
    return int(store.read(summed, [instrument])[0][0])


def of_rounds(store: Store) -> dict[str, dict[int, int]]:
    """By version the cohorts of rounds that wait to enter everyone, and how many people they hold."""
    waiting = "SELECT instrument, cohort_id, people FROM cohort WHERE round_id IS NOT NULL AND for_everyone AND NOT in_totals"
    found: dict[str, dict[int, int]] = {}
    for instrument, cohort_id, people in store.read(waiting):
        found.setdefault(instrument, {})[cohort_id] = people
    return found


def enter(cursor: Cursor, cohorts: Sequence[int]) -> None:
    """Note that cohorts are in everyone from now on."""
    cursor.execute("UPDATE cohort SET in_totals = TRUE WHERE cohort_id IN (SELECT unnest(CAST($1 AS INTEGER[])))", [list(cohorts)])


def tag(cursor: Cursor, secret: ServerSecret, network: str) -> bytes:
    """By the oldest key of everyone, so that people who wait for weeks can be told to be of one network; without that key by nobody."""
    keys = cursor.execute(KEYS_OF_EVERYONE).fetchall()
    openers = (secret.wrapping.unwrap(key_id, wrapped) for _, key_id, _, wrapped in keys)
    return next((opener.tag(network) for opener in openers if opener), b"")


KEYS_OF_EVERYONE = """
    SELECT week, waiting_key.key_id, public_key, wrapped
    FROM waiting_key
    JOIN wrapped_key ON wrapped_key.key_id = waiting_key.key_id
    WHERE week IS NOT NULL
    ORDER BY week, waiting_key.key_id
    """
