"""The others in a process that is killed: whoever organises the team, and the server itself, night after night."""

import random
from collections.abc import Sequence
from datetime import timedelta
from threading import Event

from bench.soak.house import COUNTED_FROM, Life, Place
from bench.soak.said import Calendar
from bench.soak.visitors import Visitor
from data.groups import cohort_store, team_store
from data.groups.team_store import Round
from data.keys import Kind
from data.storage.store import Store
from tests.invented.waiting import crowd, wait

# One in so many looks of the organiser closes the round: soon where it will be counted, and now and then where it will not.
ONE_CLOSES_IN = {True: 4, False: 40}
ONE_REWRITES_IN = 10
LOOK_SECONDS = 0.05
# A round is open for at most so many days, so that many end by their day.
MOST_OPEN_DAYS = 20
# So many days to a night, so that twelve months and the two weeks after a round that came to nothing go by.
DAYS_TO_A_NIGHT = 5
NIGHT_SECONDS = 0.5
# So many come each night, who do nothing but wait; with eight visitors alone nobody would ever be mixed.
CROWD = 20


class Organiser:
    """Whoever holds the manage and the insights link: closes rounds, has them counted and opens others; sets off a rewrite of the file."""

    def __init__(self, store: Store, who: int, links: Sequence[str], calendar: Calendar) -> None:
        self.who, self._store, (self._manage, self._insights), self._calendar = who, store, links, calendar
        self._dice = random.Random()

    def live(self) -> None:
        """Do so until the process dies, or is to rest."""
        while not self._calendar.rests.is_set():
            with self._calendar.held():
                self._see_to(team_store.rounds(self._store, team_store.find(self._store, self._manage, Kind.MANAGE))[-1])
            if self._dice.randrange(ONE_REWRITES_IN) == 0:
                self._store.rewrite()
            Event().wait(LOOK_SECONDS)

    def _see_to(self, newest: Round) -> None:
        if newest.counted_on:
            self._open()
        elif newest.closed_on:
            self._count()
        elif self._dice.randrange(ONE_CLOSES_IN[self._will_be_counted()]) == 0:
            self._close()

    def _will_be_counted(self) -> bool:
        return bool(self._store.read("SELECT count(*) >= $1 FROM pending WHERE round_id IS NOT NULL", [COUNTED_FROM])[0][0])

    def _open(self) -> None:
        today = self._calendar.today
        closes_on, more_weeks = today + timedelta(days=self._dice.randrange(MOST_OPEN_DAYS)), self._dice.randrange(2)
        team_store.open_round(self._store, self._manage, closes_on=closes_on, today=today, more_weeks=more_weeks)

    def _close(self) -> None:
        with self._calendar.act(self.who, "close"):
            cohort_store.close_round(self._store, self._manage, self._calendar.today)

    def _count(self) -> None:
        """By either link, after the day has ended the round."""
        key, kind = self._dice.choice([(self._manage, Kind.MANAGE), (self._insights, Kind.INSIGHTS)])
        with self._calendar.act(self.who, "count"):
            cohort_store.count_rounds(self._store, key, kind, self._calendar.today)


class Server:
    """What the server does by itself: rounds end by their day, and people who wait among everyone are mixed."""

    def __init__(self, store: Store, who: int, visitors: Sequence[Visitor], calendar: Calendar) -> None:
        self.who, self._store, self._visitors, self._calendar = who, store, visitors, calendar
        self._dice = random.Random()

    def live(self) -> None:
        """Do so until the process dies, or is to rest."""
        while not self._calendar.rests.wait(self._dice.uniform(0, 2 * NIGHT_SECONDS)):
            with self._calendar.held():
                self._crowd()
                self._night()

    def _crowd(self) -> None:
        sheets = crowd(CROWD, self._dice.randrange(100))
        with self._calendar.act(self.who, "crowd", CROWD):
            wait(self._store, sheets, day=self._calendar.today)

    def _night(self) -> None:
        before = [visitor.life() for visitor in self._visitors]
        self._calendar.nights += DAYS_TO_A_NIGHT
        with self._calendar.act(self.who, "night") as came_of_it:
            # As if it were the day of its week on which everyone is mixed, so that a night has something to do.
            self._store.write("UPDATE mixing SET everyone_from = $1", [self._calendar.today])
            cohort_store.run_daily(self._store, self._calendar.today)
            after = [visitor.life() for visitor in self._visitors]
            came_of_it += [_mixed(before, after), self._waits_on(after)]

    def _waits_on(self, lives: Sequence[Life]) -> int:
        """How many of the crowd still wait."""
        everyone = self._store.read("SELECT count(*) FROM pending WHERE round_id IS NULL")[0][0]
        return int(everyone) - sum(life.place is Place.EVERYONE for life in lives)


def _mixed(before: Sequence[Life], after: Sequence[Life]) -> list[int]:
    pairs = zip(before, after, strict=True)
    return [who for who, (then, now) in enumerate(pairs) if then.place is Place.EVERYONE and now.counted > then.counted]
