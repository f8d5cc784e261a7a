"""A small world in which people come, go, retake and join teams day by day, on the real store, watched after every single step."""

import random
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path
from uuid import uuid4

from data.errors import RekindleError
from data.groups import codebook, cohort_store, contribution_store, team_store, waiting_store
from data.groups.agreements import agreement_store
from data.groups.agreements.happened import Happened, Happenings
from data.groups.contribution_store import ContributionState
from data.groups.team_keys import TeamKeys
from data.groups.team_store import Round
from data.groups.waiting_store import Given, Place
from data.instrument.answers import StageSelf
from data.instrument.instrument import CURRENT
from data.keys import Kind
from data.retention import erasure
from data.storage.engines.duckdb_store import DuckDBStore
from tests.attacks.worlds import numbered
from tests.attacks.worlds.elimination import Group
from tests.invented.crowd import Person
from tests.invented.records import NEXT_YEAR, TODAY

STAGES = (*StageSelf, None)


@dataclass
class World:
    """`seen` holds every set whose sums the gate could ever read; `detailed` those of which more than rounded means may be shown.

    A person is known by a number of minutes. A retake is another number: it is another submission. Numbers stay within what minutes hold.
    """

    store: DuckDBStore
    dice: random.Random
    today: date = TODAY
    people: dict[int, Person] = field(default_factory=dict)
    number: int = 0
    keys: list[TeamKeys] = field(default_factory=list)
    seen: set[Group] = field(default_factory=set)
    detailed: set[Group] = field(default_factory=set)

    def live(self, steps: int) -> None:
        self.keys = [team_store.create(self.store, f"Team {n}", closes_on=self.later(), today=self.today, more_weeks=n) for n in range(3)]
        self.arrive()
        for _ in range(steps):
            acts = [self.arrive, self.leave, self.retake, self.close, self.move, self.night, self.open_insights]
            act = self.dice.choices(acts, [12, 1, 1, 1, 1, 1, 1])[0]
            try:
                act()
            except RekindleError:
                # Somebody tried what is not allowed; the world goes on.
                continue
            self.watch()
        self.night()
        self.watch()
        for keys in self.keys:
            self.open_insights(keys)
            self.watch()

    def later(self) -> date:
        return self.today + timedelta(days=self.dice.randrange(1, 20))

    def arrive(self) -> None:
        """A few at a time, as happens when a team is told about it."""
        keys = self.dice.choice([None, *self.keys])
        first, many = self.number, self.dice.choice([0, 1, 3, 6, 9, 14])
        if first + many >= codebook.MAX_MINUTES:
            return
        self.number += 1 + many
        if self.people and self.dice.random() < 0.5:
            return self.crowd(range(first, self.number), keys)
        self.people[first] = Person(stage=self.dice.choice(STAGES), minutes=first)
        self.crowd(range(first + 1, self.number), keys)
        self.enter(first, keys)

    def crowd(self, numbers: range, keys: TeamKeys | None) -> None:
        """People who do nothing but wait: their rows are what the doors would have laid down, all at once."""
        round = team_store.invitation(self.store, keys.join).round if keys else None
        round_id, given = round.round_id if round else None, []
        for number in numbers:
            sheet = numbered.sheet(number, self.dice.choice(codebook.STAGES), self.say(round))
            given.append(Given(uuid4(), sheet, round_id is None or self.dice.random() < 0.8))
        with self.store.transaction() as cursor:
            waiting_store.lay(cursor, self.store.secret, Place(round_id, CURRENT, self.today), given)

    def enter(self, number: int, keys: TeamKeys | None) -> None:
        person = self.people[number]
        person.wait(self.store, self.today)
        if keys is not None:
            round = team_store.invitation(self.store, keys.join).round
            person.join(self.store, round, self.today, self.say(round))

    def say(self, round: Round | None) -> Happenings:
        """What somebody says of what the round asks about; some leave it open."""
        asked = agreement_store.asked_in(self.store, round) if round else {}
        return {place: self.dice.choice(tuple(Happened)) for place in asked if self.dice.random() < 0.9}

    def leave(self) -> None:
        """One withdraws, or deletes everything."""
        person = self.dice.choice(list(self.people.values()))
        if self.dice.random() < 0.5:
            erasure.delete_everything(self.store, person.key)
        for standing in contribution_store.standings(self.store, person.record(self.store)):
            if standing.state is ContributionState.WAITING:
                contribution_store.withdraw(self.store, person.key, standing.contribution, keep_until=NEXT_YEAR)

    def retake(self) -> None:
        known, number = self.dice.choice(list(self.people.values())), self.number
        if number >= codebook.MAX_MINUTES:
            return
        self.number += 1
        self.people[number] = Person(stage=known.stage, minutes=number, consents=known.consents, key=known.key)
        self.enter(number, self.dice.choice([None, *self.keys]))

    def close(self) -> None:
        """An organiser closes a round, looks, and opens the next."""
        keys = self.dice.choice(self.keys)
        cohort_store.close_round(self.store, keys.manage, self.today)
        self.watch()
        for agreement in self.dice.sample(["balance.1", "support.2", "growth.3"], self.dice.randrange(3)):
            closed = team_store.invitation(self.store, keys.join).round
            agreement_store.agree(self.store, keys.manage, closed, agreement)
        team_store.open_round(self.store, keys.manage, closes_on=self.later(), today=self.today, more_weeks=self.dice.randrange(4))

    def open_insights(self, keys: TeamKeys | None = None) -> None:
        """Somebody opens the insights link of a team, by which alone a round is counted that its last day closed."""
        cohort_store.count_rounds(self.store, (keys or self.dice.choice(self.keys)).insights, Kind.INSIGHTS, self.today)

    def move(self) -> None:
        """An organiser gives people more time."""
        keys = self.dice.choice(self.keys)
        later = team_store.closable_round(self.store, keys.manage).closes_on + timedelta(days=self.dice.randrange(1, 20))
        team_store.move_last_day(self.store, keys.manage, closes_on=later, lasting=self.today)

    def night(self) -> None:
        """To the next day, now and then to one long after, and once in a while back."""
        self.today += timedelta(days=self.dice.choice([1, 1, 1, 2, 30, -1]))
        # As if it were the day of its week on which everyone is mixed: what a day hides is not looked at here.
        self.store.write("UPDATE mixing SET everyone_from = $1", [self.today])
        cohort_store.run_daily(self.store, self.today)

    def watch(self) -> None:
        totals = self.members("SELECT total, code FROM total_count WHERE measure = 'minutes'")
        parts = self.members("SELECT cohort_id, code FROM cohort_count WHERE measure = 'minutes'")
        rounds = self.store.read("SELECT round_id, cohort_id FROM cohort WHERE round_id IS NOT NULL ORDER BY cohort_id")
        of_round: dict[object, list[Group]] = {}
        for round_id, cohort_id in rounds:
            of_round.setdefault(round_id, []).append(parts[cohort_id])
        wholes = [frozenset().union(*groups) for groups in of_round.values()]
        self.seen |= {*totals.values(), *parts.values(), *wholes}
        # The gate shows a part of a round no finer than its smallest part allows.
        fine = [group for groups in of_round.values() if min(map(len, groups)) >= 10 for group in groups]
        self.detailed |= {*totals.values(), *fine, *(whole for whole in wholes if len(whole) >= 10)}

    def members(self, sql: str) -> dict[object, Group]:
        found: dict[object, set[int]] = {}
        for group, code in self.store.read(sql):
            found.setdefault(group, set()).add(code)
        return {group: frozenset(people) for group, people in found.items()}


def worlds(path: Path, seeds: range, *, steps: int = 20) -> Iterator[World]:
    """Worlds that were lived to their end, one after the other in one database."""
    store = DuckDBStore(path)
    for seed in seeds:
        with store.transaction() as cursor:
            for table in (
                "record",
                "pending",
                "cohort",
                "cohort_count",
                "total_count",
                "agreement",
                "shown_count",
                "round",
                "waiting_key",
                "wrapped_key",
                "lapsed",
                "team_key",
                "team",
            ):
                cursor.execute(f"DELETE FROM {table}")
            cursor.execute("UPDATE mixing SET done_for = DATE '1970-01-01'")
        world = World(store, random.Random(seed))
        world.live(steps)
        yield world
    store.close()
