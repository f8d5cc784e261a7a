"""What is done to the database when nobody is looking: people who wait are mixed, what is past its day goes, and so do deleted bytes."""

import logging
from datetime import date

from data.errors import StoreTrouble
from data.groups import cohort_store
from data.storage.store import Store

_log = logging.getLogger(__name__)


def tidy(store: Store, *, today: date, quiet_seconds: float) -> bool:
    """Drop what is past its day, then rewrite the file where that is due and it is quiet; whether it was rewritten.

    Never raises StoreTrouble: it is written to the log, everything stays usable, and the next call tries again.
    """
    try:
        drop_expired(store, today)
        return store.rewrite_if_quiet(quiet_seconds)
    except StoreTrouble as trouble:
        _log.warning("Deleted data is still in the database file: %s", trouble)
        return False


def mix(store: Store, *, day: date) -> bool:
    """Mix whoever waits, once a day; whether it was done now. Like `tidy`, it never raises StoreTrouble: nobody is lost by waiting."""
    try:
        return cohort_store.tick(store, day)
    except StoreTrouble as trouble:
        _log.warning("Whoever waits to be counted still waits: %s", trouble)
        return False


def drop_expired(store: Store, today: date) -> int:
    """How many records and shares were dropped because the last day to keep them has passed."""
    dropped = 0
    if store.read("SELECT 1 FROM record WHERE kept_until < $1 LIMIT 1", [today]):
        dropped += store.write("DELETE FROM record WHERE kept_until < $1", [today])
    if store.read("SELECT 1 FROM share WHERE kept_until < $1 LIMIT 1", [today]):
        dropped += store.write("DELETE FROM share WHERE kept_until < $1", [today])
    return dropped
