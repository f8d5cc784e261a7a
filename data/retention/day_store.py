"""The newest day that was seen. It is what days are gone by where the clock cannot be believed, so that a wrong clock erases nothing."""

import logging
from contextlib import suppress
from datetime import date, timedelta
from pathlib import Path

from data.storage import database_file
from data.storage.store import Store

# A weekend's pause and a time zone pass without a question; more might be a wrong clock, and what it would erase is gone for good.
BELIEVED = timedelta(days=2)
# An operator's calendar is their own, and ours is UTC.
_MIDNIGHT = timedelta(days=1)

_log = logging.getLogger(__name__)


class KnownDay:
    """Which day it is, as far as the clock agrees with the newest day that this database has seen."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._newest = _newest(store)
        self._told = False

    def today(self, clock: date) -> date:
        """The day to go by: never before the newest that was seen, and that one while the clock is in doubt."""
        if self._newest is None or (self._newest < clock and not self.in_doubt(clock)):
            return clock
        return self._newest

    def in_doubt(self, clock: date) -> bool:
        """Whether the clock is so far from the newest day that nothing may be erased, lapse, close or be mixed by it."""
        return self._newest is not None and abs(clock - self._newest) > BELIEVED

    def look(self, clock: date) -> bool:
        """Whether the clock may be gone by. Remembers a new day, takes up a confirmation, and tells the log of doubt, once."""
        # Another process on the same database may have seen a newer one, or somebody confirmed one there.
        self._newest = _newest(self._store)
        if not self.in_doubt(clock):
            self._remember(self.today(clock))
            self._tell_relief()
        elif self._store.confirmation and _is_confirmed(self._store.confirmation, clock):
            self._remember(clock)
            _log.warning("The day %s was confirmed and is gone by from now on.", clock)
            self._told = False
        else:
            self._tell_doubt(clock)
        return not self.in_doubt(clock)

    def _remember(self, day: date) -> None:
        # Asked every few seconds; writing the same day each time would never let the file rest, and so never be rewritten.
        if day == self._newest:
            return
        write_down(self._store, day)
        self._newest = day
        # Good for once: what was read off a calendar today says nothing about a jump of tomorrow.
        if self._store.confirmation:
            self._store.confirmation.unlink(missing_ok=True)

    def _tell_doubt(self, clock: date) -> None:
        if not self._told:
            _log.warning(_DOUBT, clock, self._newest)
        self._told = True

    def _tell_relief(self) -> None:
        if self._told:
            _log.warning("The clock agrees again with the days before it; everything goes on as usual.")
        self._told = False


_DOUBT = (
    "The clock says %s, and the newest day seen here is %s. Until that is cleared up nothing is erased, closed or mixed by the day; "
    "people go on as before. If the clock is wrong, set it right, and this heals by itself. If it is right, because the server rested "
    "for a while, confirm it: python -m data.cli confirm-day YYYY-MM-DD"
)


def write_down(store: Store, day: date) -> None:
    """Let that be the newest day that was seen, whatever was before."""
    with store.transaction() as cursor:
        cursor.execute("DELETE FROM newest_day")
        cursor.execute("INSERT INTO newest_day VALUES ($1)", [day])


def confirm(database: Path, day: date) -> None:
    """Leave word beside the database that a person read that day off a calendar; whoever tends the database takes it up."""
    database_file.confirmation(database).write_text(day.isoformat(), encoding="ascii")


def agrees(day: date, clock: date) -> bool:
    """Whether a day off a calendar somewhere on earth is what the clock says."""
    return abs(day - clock) <= _MIDNIGHT


def _newest(store: Store) -> date | None:
    rows = store.read("SELECT seen FROM newest_day")
    return rows[0][0] if rows else None


def _is_confirmed(confirmation: Path, clock: date) -> bool:
    # Being written just now, or not a day at all: the next look reads it again.
    with suppress(FileNotFoundError, ValueError):
        return agrees(date.fromisoformat(confirmation.read_text(encoding="ascii")), clock)
    return False
