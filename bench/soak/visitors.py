"""One of the people in a process that is killed."""

import random
from collections.abc import Callable
from datetime import date, timedelta
from functools import partial
from itertools import count
from typing import Any

from bench.soak.house import IN_ROUND, JOINED, NOBODY, Life, Place
from bench.soak.said import Calendar, told
from data import days
from data.groups import contribution_store, team_store
from data.groups.contribution_store import ContributionState, ContributionStatus
from data.groups.team_store import Round, Team
from data.instrument.answers import Answers
from data.instrument.instrument import CURRENT
from data.keys import Kind
from data.privacy_limits import COUNTED_ONCE_IN, LATER_WITHIN, MAX_RESULT_AGE
from data.record import record_store
from data.record.record import Contribution, Draft, Record, Result
from data.record.viewer_link import Section
from data.retention import erasure
from data.sharing import viewer_link_store
from data.sharing.shared_profile import copy_of
from data.storage.store import Store
from tests.invented.crowd import AGREED, Person, sheet
from tests.invented.full_record import profile

# Longer than any soak lasts in its own days.
KEPT = date(2099, 1, 1)
# Enough for links to be made and withdrawn, and a record stays small.
MOST_LINKS = 3
# One in so many acts of a visitor deletes everything, so that most lives are long enough to be counted.
ONE_DELETES_IN = 30
# What somebody does about being counted, by where they wait; the one is as likely as the other.
TO_BE_COUNTED = {
    Place.NOWHERE: ("join", "join", "join", "wait"),
    Place.ROUND: ("save", "save", "save", "join again", "withdraw"),
    Place.ROUND_FIRST: ("save", "save", "save", "join again", "withdraw"),
    Place.EVERYONE: ("save", "save", "wait", "join", "withdraw"),
    Place.LATER: ("come back", "come back", "come back", "join", "withdraw"),
}
FREELY = ("save", "share", "stop sharing")
# Nobody waits in two places; if somebody did, this one would be told and the rows would be one too many.
_PLACES = {ContributionState.WAITING: Place.EVERYONE, ContributionState.LATER: Place.LATER}


class Visitor:
    """One person, by their key, who does one thing after another."""

    def __init__(self, store: Store, who: int, key: str, saves: int, calendar: Calendar) -> None:
        self.who, self._store, self._calendar = who, store, calendar
        self._person = Person(key=key, consents=AGREED)
        self._numbers, self._dice = count(saves + 1), random.Random()

    def life(self) -> Life:
        """What the file says of this visitor."""
        record = record_store.read(self._store, self._person.key, keep_until=KEPT)
        if record is None:
            return NOBODY
        standings = contribution_store.standings(self._store, record)
        saved = int(record.draft.tag) if record.draft else 0
        counted = sum(status.state is ContributionState.MIXED for status in standings)
        place = next((_place(status) for status in standings if status.state in _PLACES), Place.NOWHERE)
        return Life(saved, len(record.shares), place, counted)

    def live(self, manage: str) -> None:
        """Do things until the process dies, or is to rest."""
        while not self._calendar.rests.is_set():
            self._do(self._choice(self.life()), team_store.find(self._store, manage, Kind.MANAGE))

    def _choice(self, life: Life) -> str:
        if life == NOBODY:
            return "save"
        if self._dice.randrange(ONE_DELETES_IN) == 0:
            return "delete everything"
        sharing = ["share"] * (life.links < MOST_LINKS) + ["stop sharing"] * (life.links > 0)
        return self._dice.choice(["save", *sharing, *[self._dice.choice(TO_BE_COUNTED[life.place])] * 2])

    def _do(self, act: str, team: Team) -> None:
        if act in FREELY:
            newest, number = team_store.rounds(self._store, team)[-1], next(self._numbers) if act == "save" else 0
            with told(self.who, act, number):
                self._acts(number, newest)[act]()
            return
        with self._calendar.held():
            newest, number = team_store.rounds(self._store, team)[-1], int(self._may_wait())
            if self._can(act, newest):
                with self._calendar.act(self.who, act, number):
                    self._acts(number, newest)[act]()

    def _can(self, act: str, newest: Round) -> bool:
        place, today = self.life().place, self._calendar.today
        match act:
            case "join" | "join again":
                open_still = newest.takes_answers(days.perhaps_lasting(today))
                return (place in IN_ROUND) is (act == "join again") and open_still and self._has_fresh_result(today)
            case "wait":
                return place not in IN_ROUND and self._may_wait()
            case "come back":
                return place is Place.LATER and self._later_from() <= today
            case "withdraw":
                return place is not Place.NOWHERE
            case _:
                return True

    def _has_fresh_result(self, today: date) -> bool:
        """Whether the latest result is young enough for a round, and no part of a total."""
        results = self._person.record(self._store).results
        young = bool(results) and today - results[-1].taken_on <= MAX_RESULT_AGE
        return young and all(given.number < len(results) for given in self._counted())

    def _may_wait(self) -> bool:
        """Whether it may be counted among everyone: once in twelve months."""
        return all(self._calendar.today - given.joined_on >= COUNTED_ONCE_IN for given in self._counted() if given.for_everyone)

    def _counted(self) -> list[Contribution]:
        standings = contribution_store.standings(self._store, self._person.record(self._store))
        return [status.contribution for status in standings if status.state is ContributionState.MIXED]

    def _later_from(self) -> date:
        """The day from which on whoever was in a round that came to nothing surely waits among everyone."""
        ended = "SELECT closed_on FROM round WHERE round_id = $1"
        ((closed_on,),) = self._store.read(ended, [self._person.record(self._store).contributions[-1].round_id])
        return date.fromisoformat(str(closed_on)) + LATER_WITHIN + timedelta(days=1)

    def _acts(self, number: int, newest: Round) -> dict[str, Callable[[], object]]:
        store, key = self._store, self._person.key
        day: dict[str, Any] = {"today": self._calendar.today, "keep_until": KEPT}
        join = partial(contribution_store.join_round, store, key, newest, today=self._calendar.today, keep_until=KEPT)
        wait = partial(contribution_store.join_everyone, store, key, **day)
        return {
            "save": lambda: record_store.change(store, key, lambda record: self._saved(record, number), keep_until=KEPT),
            "share": lambda: viewer_link_store.create(store, key, copy_of(profile(), [Section.SUMMARY]), label="", **day),
            "stop sharing": lambda: viewer_link_store.withdraw(store, key, self._person.record(store).shares[0], keep_until=KEPT),
            "join": join,
            "join again": join,
            "wait": wait,
            "come back": lambda: contribution_store.join_later(store, key, self._person.record(store), **day),
            "withdraw": lambda: contribution_store.withdraw(store, key, self._person.record(store).contributions[-1], keep_until=KEPT),
            "delete everything": lambda: erasure.delete_everything(store, key),
        }

    def _saved(self, record: Record, number: int) -> Record:
        """With a draft that tells the save, and a new result, since one that was counted can join no further round."""
        result = Result(instrument=CURRENT, taken_on=self._calendar.today, answers=Answers(statements=sheet(self._dice)))
        draft = Draft(instrument=CURRENT, tag=str(number))
        return record.model_copy(update={"consents": AGREED, "results": (*record.results, result), "draft": draft})


def _place(status: ContributionStatus) -> Place:
    if status.in_round:
        return JOINED[int(status.contribution.for_everyone)]
    return _PLACES[status.state]
