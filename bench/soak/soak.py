"""One database that outlives process after process: what was acknowledged before each kill is compared with what is there after it."""

import random
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from threading import Event, Timer
from typing import Self

from bench.soak.house import Damage
from bench.soak.kept import Kept, Shared
from bench.soak.ledger import VISITORS, Ledger, look
from bench.soak.processes import Processes
from bench.soak.said import DAY, Calendar
from bench.soak.visitors import Visitor
from data.groups import team_store
from data.keys import new_key

KILLS = 200
# A process dies after at most so many acts and a moment; most acts take less than the moment, so many are cut in the middle.
MOST_ACTS = 100
MOMENT_SECONDS = 0.05
# How long an act may take that was not seen to end yet.
LONG_SECONDS = 0.5
# Whoever lives on does so for at most so long before everything is looked at.
LIVES_ON_SECONDS = 0.3
# Every other kill waits for one of these to begin, because they are rarer than saves, or shorter; not for ever.
AIMED_AT = ("join", "join again", "wait", "come back", "withdraw", "close", "count", "night")
# One in so many kills is of the database itself, where it can fail by itself.
ONE_FAILS_IN = 3
# A process that lives for so long hangs, however slow the machine, and is ended like one that was killed.
PATIENCE_SECONDS = 600


class EndedByItself(Exception):
    """A process was to be killed or to live on, and ended because of an error or because it hung."""


@dataclass
class Soak:
    """The database, the processes that use it, and everything that was acknowledged so far."""

    kept: Kept
    shared: Shared
    processes: Processes
    calendar: Calendar
    ledger: Ledger = field(default_factory=Ledger)
    # How many kills were of the database itself.
    failures: int = 0
    dice: random.Random = field(default_factory=random.Random)

    @classmethod
    @contextmanager
    def begun(cls, kept: Kept, folder: Path) -> Iterator[Self]:
        """A new database with a team in it, and nobody who did anything; no process lives on after the block."""
        nobody = Shared(kept.database, str(folder / "soak.secret"), str(folder / "calendar"), [], [])
        with closing(nobody.opened()) as store:
            team = team_store.create(store, "North", closes_on=DAY + timedelta(days=7), today=DAY)
        keys, links = [new_key() for _ in range(VISITORS)], [team.manage, team.insights]
        shared = Shared(nobody.database, nobody.secret, nobody.calendar, keys, links)
        processes = Processes(shared, kept.processes)
        try:
            yield cls(kept, shared, processes, Calendar(Path(shared.calendar)))
        finally:
            processes.end()

    def kill(self, *, fails: bool | None = None) -> Damage:
        """Let people do things for a while, kill a process or the database, and look; what the kill did.

        `fails`: that it is the database, or that it is not; else it is now and then, where it can fail by itself.
        """
        hangs = Timer(PATIENCE_SECONDS, self.processes.mark, ["hang"])
        hangs.start()
        failures = self.failures
        try:
            self._live_and_end(self.dice.randrange(ONE_FAILS_IN) == 0 if fails is None else fails)
            self._rest()
        finally:
            hangs.cancel()
        if self.ledger.of_processes.pop("unreachable", 0) and self.failures == failures:
            raise EndedByItself("the database")
        return self.look()

    def look(self) -> Damage:
        """What differs from what was acknowledged, while nobody does anything."""
        with closing(self.shared.opened()) as store:
            self.calendar.cleared()
            lives = [Visitor(store, who, key, 0, self.calendar).life() for who, key in enumerate(self.shared.keys)]
            return self.ledger.compared(look(store, lives))

    def _live_and_end(self, fails: bool) -> None:
        at, aimed_at = self.processes.begin(self.ledger.saves, self.dice), self.dice.choice([*AIMED_AT, *[""] * len(AIMED_AT)])
        begun = self._lived(aimed_at)
        # Anywhere in an act that was aimed at, however long it takes on this machine.
        Event().wait(self.dice.uniform(0, self.ledger.took.get(aimed_at, LONG_SECONDS) if begun else MOMENT_SECONDS))
        self._end_one(at[begun[0]] if begun else None, fails=fails)

    def _lived(self, aimed_at: str) -> list[int]:
        """Who is about to do what was aimed at, or nobody where enough was done."""
        enough = 2 * MOST_ACTS if aimed_at else self.dice.randint(1, MOST_ACTS)
        for line in self.processes.said:
            enough -= self._heard(line)
            begun = [who for who, act in self.ledger.under_way.items() if act.name == aimed_at]
            if enough <= 0 or begun:
                return begun
        raise EndedByItself("all of them")

    def _end_one(self, number: int | None, *, fails: bool) -> None:
        """Kill the database, or that process, or any."""
        if self.kept.fails and fails:
            self.kept.fails()
            self.failures += 1
        else:
            self.processes.kill(self.dice.choice(list(self.processes.live)) if number is None else number)

    def _rest(self) -> None:
        """Let whoever lives on do so for a moment, and hear everything that was said."""
        if self.processes.live:
            Event().wait(self.dice.uniform(0, LIVES_ON_SECONDS))
        awaited = self.processes.rest()
        before = self.ledger.of_processes["rest"]
        self.processes.mark("end")
        ended = False
        while not ended or self.ledger.of_processes["rest"] < before + awaited:
            line = self.processes.said.readline()
            ended = ended or '"end"' in line
            self._heard(line)

    def _heard(self, line: str) -> bool:
        acknowledged = self.ledger.hear(line)
        for trouble in ("error", "hang"):
            if self.ledger.of_processes[trouble]:
                raise EndedByItself(trouble)
        return acknowledged
