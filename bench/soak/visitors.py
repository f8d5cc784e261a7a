"""The process that is killed: `python -m bench.soak.visitors` says what it found, and lets people do things until it dies."""

import json
import os
import random
import sys
import threading
from collections.abc import Callable, Sequence
from contextlib import nullcontext
from dataclasses import asdict
from datetime import date, timedelta
from itertools import count
from pathlib import Path
from threading import Event, ExceptHookArgs, Lock, Thread

from bench.soak.house import COUNTED_FROM, NOBODY, Life, Seen
from data.groups import cohort_store, contribution_store, team_store
from data.groups.contribution_store import ContributionState
from data.instrument.answers import Answers
from data.instrument.instrument import CURRENT
from data.keys import Kind
from data.record import record_store
from data.record.record import Draft, Record, Result
from data.record.viewer_link import Section
from data.retention import erasure
from data.sharing import viewer_link_store
from data.sharing.shared_profile import copy_of
from data.storage.store import Store
from tests.invented.crowd import TEAM_ONLY, Person, sheet
from tests.invented.full_record import profile

DAY = date(2026, 11, 22)
KEPT = DAY + timedelta(days=365)
# Enough for links to be made and withdrawn, and a record stays small.
MOST_LINKS = 3
# One in so many acts of a visitor deletes everything, so that most lives are long enough to be counted.
ONE_DELETES_IN = 30
# One in so many looks of the organiser closes the round: soon where it will be counted, and now and then where it will not.
ONE_CLOSES_IN = {True: 3, False: 40}
ONE_REWRITES_IN = 10
LOOK_SECONDS = 0.05

_speaking = Lock()
# Joining, leaving, deleting and closing are told one after another, so that what was said is in the order in which it was done.
_rounds = Lock()


def say(*facts: object) -> None:
    """One line at once: what was said is what counts as acknowledged."""
    with _speaking:
        print(json.dumps(facts), flush=True)


class Visitor:
    """One person, by their key, who does one thing after another."""

    def __init__(self, store: Store, who: int, key: str, saves: int, manage: str) -> None:
        self.who, self._store, self._manage = who, store, manage
        self._person = Person(key=key, consents=TEAM_ONLY)
        self._numbers, self._dice = count(saves + 1), random.Random()

    def life(self) -> Life:
        """What the file says of this visitor."""
        record = record_store.read(self._store, self._person.key, keep_until=KEPT)
        if record is None:
            return NOBODY
        states = [status.state for status in contribution_store.standings(self._store, record)]
        saved = int(record.draft.tag) if record.draft else 0
        return Life(saved, len(record.shares), ContributionState.WAITING in states, states.count(ContributionState.MIXED))

    def live(self) -> None:
        """Do things until the process dies."""
        while True:
            self._do(self._choice(self.life()))

    def _choice(self, life: Life) -> str:
        if life == NOBODY:
            return "save"
        if self._dice.randrange(ONE_DELETES_IN) == 0:
            return "delete everything"
        sharing = ["share"] * (life.links < MOST_LINKS) + ["stop sharing"] * (life.links > 0)
        return self._dice.choice(["save", "save", *sharing, "withdraw" if life.waits and self._dice.random() < 0.2 else "join"])

    def _do(self, act: str) -> None:
        number = next(self._numbers) if act == "save" else 0
        with _rounds if act in ("join", "withdraw", "delete everything") else nullcontext():
            if act in ("join", "withdraw") and not self._can(act):
                return
            say(self.who, act, number, "begins")
            self._acts(number)[act]()
            say(self.who, act, number, "done")

    def _can(self, act: str) -> bool:
        if act == "join" and self._was_counted():
            return False
        return self.life().waits is (act == "withdraw") and _is_open(self._store, self._manage)

    def _was_counted(self) -> bool:
        """Whether the latest result is part of a total: it can join no further round."""
        record = self._person.record(self._store)
        standings = contribution_store.standings(self._store, record)
        counted = (given for given, now in zip(record.contributions, standings, strict=True) if now.state is ContributionState.MIXED)
        return any(given.number >= len(record.results) for given in counted)

    def _acts(self, number: int) -> dict[str, Callable[[], object]]:
        store, key = self._store, self._person.key
        return {
            "save": lambda: record_store.change(store, key, lambda record: self._saved(record, number), keep_until=KEPT),
            "share": lambda: viewer_link_store.create(
                store, key, copy_of(profile(), [Section.SUMMARY]), label="", today=DAY, keep_until=KEPT
            ),
            "stop sharing": lambda: viewer_link_store.withdraw(store, key, self._person.record(store).shares[0], keep_until=KEPT),
            "join": lambda: contribution_store.join_round(
                store, key, team_store.closable_round(store, self._manage), today=DAY, keep_until=KEPT
            ),
            "withdraw": lambda: contribution_store.withdraw(store, key, self._person.record(store).contributions[-1], keep_until=KEPT),
            "delete everything": lambda: erasure.delete_everything(store, key),
        }

    def _saved(self, record: Record, number: int) -> Record:
        """With a draft that tells the save, and a new result, since one that was counted can join no further round."""
        result = Result(instrument=CURRENT, taken_on=DAY, answers=Answers(statements=sheet(self._dice)))
        draft = Draft(instrument=CURRENT, tag=str(number))
        return record.model_copy(update={"consents": TEAM_ONLY, "results": (*record.results, result), "draft": draft})


class Organiser:
    """Whoever holds the manage link: closes a round now and then, opens the next, and sets off a rewrite of the file."""

    def __init__(self, store: Store, who: int, manage: str) -> None:
        self.who, self._store, self._manage = who, store, manage
        self._dice = random.Random()

    def live(self) -> None:
        """Do so until the process dies."""
        while True:
            with _rounds:
                if not _is_open(self._store, self._manage):
                    self._open()
                elif self._dice.randrange(ONE_CLOSES_IN[self._will_be_counted()]) == 0:
                    self._close()
            if self._dice.randrange(ONE_REWRITES_IN) == 0:
                self._store.rewrite()
            Event().wait(LOOK_SECONDS)

    def _will_be_counted(self) -> bool:
        return bool(self._store.read("SELECT count(*) >= $1 FROM pending", [COUNTED_FROM])[0][0])

    def _open(self) -> None:
        team_store.open_round(self._store, self._manage, closes_on=DAY + timedelta(days=7), today=DAY)

    def _close(self) -> None:
        say(self.who, "close", 0, "begins")
        cohort_store.close_round(self._store, self._manage, DAY)
        say(self.who, "close", 0, "done")


def _is_open(store: Store, manage: str) -> bool:
    latest = team_store.rounds(store, team_store.find(store, manage, Kind.MANAGE))[-1]
    return latest.closed_on is None


def look(store: Store, lives: Sequence[Life]) -> Seen:
    """What the file holds now."""
    counts = ("SELECT count(*) FROM pending", "SELECT count(*) FROM share", "SELECT count(*) FROM record")
    waiting, links, records = (int(store.read(sql)[0][0]) for sql in counts)
    ((counted,),) = store.read("SELECT coalesce(sum(people), 0) FROM cohort")
    return Seen(lives, waiting, links, records, int(counted))


def _end(failed: ExceptHookArgs) -> None:
    """One visitor for whom something went wrong ends the process, so that nobody takes it for a kill."""
    sys.__excepthook__(failed.exc_type, failed.exc_value or failed.exc_type(), failed.exc_traceback)
    os._exit(1)


def main() -> None:
    path, keys, saves, manage = json.loads(sys.stdin.readline())
    store = Store(Path(path))
    visitors = [Visitor(store, who, key, saves[who], manage) for who, key in enumerate(keys)]
    say(asdict(look(store, [visitor.life() for visitor in visitors])))
    lives = [*(visitor.live for visitor in visitors), Organiser(store, len(visitors), manage).live]
    threading.excepthook = _end
    for live in lives:
        Thread(target=live, daemon=True).start()
    sys.stdin.read()


if __name__ == "__main__":
    main()
