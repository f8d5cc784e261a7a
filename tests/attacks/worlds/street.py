"""A team by itself or an umbrella, which holds two rounds: nearly everybody takes part in both, one leaves in between, and one comes."""

import random
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path
from uuid import uuid4

from data.errors import RekindleError
from data.groups import codebook, cohort_store, contribution_store, team_store, waiting_store
from data.groups.agreements import agreement_store
from data.groups.agreements.happened import Happened, Happenings
from data.groups.team_keys import TeamKeys
from data.groups.team_store import Round
from data.groups.waiting_store import Given, Place
from data.instrument.instrument import CURRENT
from data.keys import Kind
from data.storage.engines.duckdb_store import DuckDBStore
from data.storage.store import Store
from tests.attacks.worlds import numbered
from tests.attacks.worlds.elimination import Group
from tests.invented.crowd import Person
from tests.invented.records import NEXT_YEAR, TODAY

COUNTED = ("cohort", "cohort_count", "total_count")
# A person's number is higher by so much in the second round.
ROOM = codebook.MAX_MINUTES // 2
HESITATES, COMES = ROOM - 1, ROOM - 2
# Of a team by itself, and of each team of an umbrella.
ALONE, TOGETHER, FEW = (4, 5, 6, 7, 9, 12, 18, 24), (0, 0, 1, 2, 3, 5, 6, 6, 7, 9), (0, 0, 1, 2)


@dataclass
class Street:
    """`teams`: who is there of each, by number; `seen`: every set whose sums the gate could ever read; `held`: how often what happened.

    `took_part`: in each round how many of each team.
    """

    store: Store
    dice: random.Random
    today: date = TODAY
    teams: list[list[int]] = field(default_factory=list)
    seen: set[Group] = field(default_factory=set)
    held: Counter[str] = field(default_factory=Counter)
    took_part: list[list[int]] = field(default_factory=list)

    def live(self) -> None:
        free, many = iter(range(COMES)), self.dice.choice([1, 1, 2, 3, 4, 4, 5, 12])
        sizes = FEW if self.dice.random() < 0.4 else ALONE if many == 1 else TOGETHER
        self.teams = [[number for number, _ in zip(free, range(self.dice.choice(sizes)), strict=False)] for _ in range(many)]
        self.keys = self.made()
        self.hold_a_round(0)
        self.agree()
        # Everybody else answers alike.
        self.dice.choice([team for team in self.teams if team] or [[0]]).pop()
        self.dice.choice(self.teams).append(COMES)
        team_store.open_round(self.store, self.keys.manage, closes_on=self.later(), today=self.today, more_weeks=self.dice.randrange(4))
        self.hold_a_round(ROOM)

    def made(self) -> TeamKeys:
        names = [f"Team {place}" for place in range(len(self.teams))] if len(self.teams) > 1 else None
        self.held["umbrellas" if names else "teams by themselves"] += 1
        weeks = self.dice.randrange(4)
        return team_store.create(self.store, "All", closes_on=self.later(), today=self.today, teams=names, more_weeks=weeks)

    def later(self) -> date:
        return self.today + timedelta(days=self.dice.randrange(1, 20))

    @property
    def doors(self) -> tuple[str, ...]:
        return self.keys.joins or (self.keys.join,)

    def newest(self) -> Round:
        return team_store.invitation(self.store, self.doors[0]).round

    def hold_a_round(self, first: int) -> None:
        self.come(first)
        stays = self.hesitate(first + HESITATES) if self.dice.random() < 0.2 else None
        self.took_part.append([len(team) + (place == stays) for place, team in enumerate(self.teams, 1)])
        self.watch()
        self.move()
        if self.dice.random() < 0.5:
            cohort_store.close_round(self.store, self.keys.manage, self.today)
        else:
            self.run_out()
        self.watch()

    def come(self, first: int) -> None:
        alone, given = len(self.teams) == 1, []
        for place, number in [(place, number) for place, team in enumerate(self.teams, 1) for number in team]:
            sheet = numbered.sheet(first + number, self.dice.choice(codebook.STAGES), self.say())
            given.append(Given(uuid4(), sheet, True, None if alone else place))
        with self.store.transaction() as cursor:
            waiting_store.lay(cursor, self.store.secret, Place(self.newest().round_id, CURRENT, self.today), given)

    def say(self) -> Happenings:
        """What somebody says of what the round asks about; some leave it open."""
        asked = agreement_store.asked_in(self.store, self.newest())
        return {place: self.dice.choice(tuple(Happened)) for place in asked if self.dice.random() < 0.9}

    def hesitate(self, number: int) -> int | None:
        """One joins by the doors, and then stays, opens the link of another team, or withdraws; the team that is theirs in the end."""
        person = Person(minutes=number)
        person.finish(self.store, self.today)
        for join_key in self.dice.sample(self.doors, min(len(self.doors), self.dice.choice([1, 2]))):
            invited = team_store.invitation(self.store, join_key)
            contribution_store.join_round(
                self.store, person.key, invited.round, today=self.today, keep_until=NEXT_YEAR, place=invited.place
            )
        self.held["people who hesitated"] += 1
        (given,) = person.record(self.store).contributions
        if self.dice.random() < 0.3:
            contribution_store.withdraw(self.store, person.key, given, keep_until=NEXT_YEAR)
            return None
        return given.place

    def move(self) -> None:
        closes = self.newest().closes_on + timedelta(days=self.dice.randrange(-3, 20))
        with suppress(RekindleError):
            team_store.move_last_day(self.store, self.keys.manage, closes_on=closes, lasting=self.today)
            self.held["last days of umbrellas moved"] += len(self.teams) > 1

    def run_out(self) -> None:
        """The last day passes, and once more where the round goes on by itself; then somebody opens the insights link."""
        for _ in range(2):
            before = self.newest().closes_on
            self.today = max(self.today, before) + timedelta(days=2)
            cohort_store.run_daily(self.store, self.today)
            self.held["umbrellas given more time"] += len(self.teams) > 1 and self.newest().closes_on > before
            self.watch()
        cohort_store.count_rounds(self.store, self.keys.insights, Kind.INSIGHTS, self.today)

    def agree(self) -> None:
        for agreement in self.dice.sample(["balance.1", "support.2", "growth.3"], self.dice.randrange(3)):
            agreement_store.agree(self.store, self.keys.manage, self.newest(), agreement)
            self.held["agreements"] += 1

    def watch(self) -> None:
        found: dict[object, set[int]] = {}
        rows = "SELECT round_id, cohort.cohort_id, code FROM cohort_count JOIN cohort ON cohort.cohort_id = cohort_count.cohort_id"
        for round_id, cohort_id, code in self.store.read(f"{rows} WHERE measure = $1", [codebook.MINUTES]):
            found.setdefault(round_id, set()).add(code)
            found.setdefault(cohort_id, set()).add(code)
        for total, code in self.store.read("SELECT total, code FROM total_count WHERE measure = $1", [codebook.MINUTES]):
            found.setdefault(total, set()).add(code)
        self.seen |= set(map(frozenset, found.values()))


def streets(path: Path, seeds: range) -> Iterator[Street]:
    """Those that held both rounds, one after the other in one database."""
    store = DuckDBStore(path)
    for seed in seeds:
        with store.transaction() as cursor:
            for table in COUNTED:
                cursor.execute(f"DELETE FROM {table}")
            cursor.execute("UPDATE mixing SET done_for = DATE '1970-01-01'")
        street = Street(store, random.Random(seed))
        street.live()
        yield street
    store.close()
