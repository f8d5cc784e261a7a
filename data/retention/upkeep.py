"""What is done to the database when nobody is looking: people who wait are mixed, what is past its day goes, and so do deleted bytes."""

import logging
from datetime import UTC, date, datetime

from data import figures
from data.content.language import ENGLISH
from data.errors import StoreTrouble
from data.groups import cohort_store, waiting_store
from data.groups.everyone import reduction_store
from data.instrument.instrument import versions
from data.record import record_store
from data.retention.day_store import KnownDay
from data.sharing import viewer_link_store
from data.storage.store import Store
from data.totals import publishing
from data.wording.error_words import sentence

_log = logging.getLogger(__name__)


def greet(store: Store) -> None:
    """Make the server's secret where there is none, and say what waits for good without the one before. Raises StoreTrouble."""
    if store.secret.make():
        _log.info("A new secret was made: %s. Keep a copy of it, and never beside a backup of the database.", store.secret.path)
    lost = waiting_store.count_unreadable(store)
    if lost:
        _log.warning(_LOST, lost)


_LOST = (
    "The secret of this server is another one than before, so %s submissions that wait to be counted cannot be opened. Nothing else is "
    "lost. Stop, put the former secret back and start again to have them counted; without it they are erased once they waited too long"
)


def look(known: KnownDay, clock: date) -> bool:
    """Whether the day may be gone by just now. Like the others here, it never raises StoreTrouble, and the next call tries again."""
    try:
        return known.look(clock)
    except StoreTrouble as trouble:
        _log.warning("The day could not be written down: %s", sentence(trouble, ENGLISH))
        return False


def drop(store: Store, today: date) -> None:
    try:
        drop_expired(store, today)
    except StoreTrouble as trouble:
        _log.warning("What is past its day is still there: %s", sentence(trouble, ENGLISH))


def rewrite(store: Store, *, quiet_seconds: float) -> bool:
    """Rewrite the file where that is due and it is quiet; whether that was done. Everything stays usable where it could not be."""
    try:
        return store.rewrite_if_quiet(quiet_seconds)
    except StoreTrouble as trouble:
        _log.warning("Deleted data is still in the database file: %s", sentence(trouble, ENGLISH))
        return False


def rewrite_now(store: Store) -> None:
    """Rewrite the file where that is due, however much there was to do lately: nobody comes any more."""
    try:
        if store.rewrite_due():
            store.rewrite()
    except StoreTrouble as trouble:
        _log.warning("Deleted data is still in the database file: %s", sentence(trouble, ENGLISH))


def rewrite_at_stop(store: Store) -> None:
    """The same where it takes a moment; whoever stops a server does not wait longer, and then the next start does it."""
    if store.rewrite_is_quick():
        rewrite_now(store)


def mix(store: Store, *, day: date) -> bool:
    """Mix whoever waits, once a day, and then measure what the counts allow; whether it was done now.

    Nobody is lost by waiting where it could not be.
    """
    try:
        publishing.freeze(store)
        done = cohort_store.run_daily(store, day)
        reduction_store.reduce_all(store)
        figures.MIXED.set(datetime(day.year, day.month, day.day, tzinfo=UTC).timestamp())
        for version in versions() if done else ():
            _measure(store, version, day)
        return done
    except StoreTrouble as trouble:
        _log.warning("Whoever waits to be counted still waits: %s", sentence(trouble, ENGLISH))
        return False


def _measure(store: Store, version: str, day: date) -> None:
    """Where it could not be done just now, the next day's mixing makes up for it."""
    try:
        norms = publishing.measure_norms(store, version, day=day)
    except StoreTrouble as trouble:
        _log.warning("No norms could be measured: %s", sentence(trouble, ENGLISH))
        return
    if norms:
        _log.info("New results of %s are shown by %s from now on, measured from %s people.", version, norms.name, norms.people)


def drop_expired(store: Store, today: date) -> int:
    """How many records and shares were dropped because the last day to keep them has passed."""
    records, shares = record_store.drop_expired(store, today), viewer_link_store.drop_expired(store, today)
    # Numbers and nothing else: whose they were is nobody's business, and the log's least of all (docs/security.md 8).
    if records or shares:
        _log.info("Erased because their last day had passed: %s records, %s shares.", records, shares)
    return records + shares
