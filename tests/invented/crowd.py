"""Invented people who finish an assessment and give it to the totals through the real doors."""

import random
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from data.groups import cohort_store, contribution_store
from data.groups.agreements.happened import NOTHING_ASKED, Happenings
from data.groups.team_store import Round
from data.instrument.answers import Answer, Answers, Area, LifeStage, Obstacles, StageSelf, Step, Week
from data.instrument.instrument import CURRENT, load
from data.keys import new_key
from data.record import record_store
from data.record.record import Consents, Record, Result
from data.storage.store import Store
from tests.invented.records import NEXT_YEAR, TODAY

AGREED = Consents(wording=load(CURRENT).consent.wording, given_on=TODAY, take_part=True, count_in_reference=True)
TEAM_ONLY = AGREED.model_copy(update={"count_in_reference": False})

STATEMENTS = tuple(item.id for item in load(CURRENT).items)
_RATINGS: Mapping[int, Answer] = {1: 1, 2: 2, 3: 3, 4: 4, 5: 5}


def of_one_mind(favourable: int, version: str = CURRENT) -> dict[str, Answer]:
    """Every statement answered that far on its favourable side: what is reversed, the other way round."""
    return {item.id: _RATINGS[6 - favourable if item.reverse else favourable] for item in load(version).items}


@dataclass
class Person:
    """Somebody with a key; `minutes` tells people apart in the counts of a small world."""

    stage: StageSelf | None = StageSelf.EARLY
    minutes: int = 8
    statements: Mapping[str, Answer] = field(default_factory=lambda: of_one_mind(4))
    version: str = CURRENT
    consents: Consents = AGREED
    week: Week = field(default_factory=Week)
    obstacles: Obstacles = field(default_factory=Obstacles)
    key: str = field(default_factory=new_key)

    def finish(self, store: Store, day: date = TODAY) -> Record:
        """One more finished assessment, which has joined nothing yet."""
        answers = Answers(
            life_stage=LifeStage(stage_self=self.stage),
            statements=self.statements,
            week=self.week,
            obstacles=self.obstacles,
            page_seconds={Step.DRIVE: self.minutes * 60},
        )
        result = Result(instrument=self.version, taken_on=day, answers=answers)

        def finished(record: Record) -> Record:
            return record.model_copy(update={"consents": self.consents, "results": (*record.results, result)})

        return record_store.change(store, self.key, finished, keep_until=NEXT_YEAR)

    def record(self, store: Store) -> Record:
        return record_store.read(store, self.key, keep_until=NEXT_YEAR) or Record()

    def wait(self, store: Store, day: date = TODAY) -> Record:
        """Finish, and wait among everyone."""
        self.finish(store, day)
        return contribution_store.join_everyone(store, self.key, today=day, keep_until=NEXT_YEAR)

    def join(self, store: Store, round: Round, day: date = TODAY, happenings: Happenings = NOTHING_ASKED) -> Record:
        """Add the latest result to a round, with what is said of its agreements."""
        return contribution_store.join_round(store, self.key, round, today=day, keep_until=NEXT_YEAR, happenings=happenings)


def sheet(dice: random.Random, version: str = CURRENT) -> dict[str, Answer]:
    """Somebody who reads: well off in one area and badly in another, with some statements skipped and some that do not apply."""
    moods = {dimension.id: dice.choice((2, 4)) for dimension in load(version).dimensions}
    given: dict[str, Answer] = {}
    for item in load(version).items:
        favourable, chance = moods[item.dimension] + dice.choice((-1, 0, 0, 1)), dice.random()
        if chance > 0.03:
            given[item.id] = "na" if chance < 0.08 else _RATINGS[6 - favourable if item.reverse else favourable]
    return given


def anybody(dice: random.Random, *, minutes: int | None = None, version: str = CURRENT) -> Person:
    """A person at random."""
    return Person(
        stage=dice.choice([*StageSelf, None]),
        minutes=dice.randrange(3, 30) if minutes is None else minutes,
        statements=sheet(dice, version),
        version=version,
        week=Week(now={area: dice.randrange(60) for area in Area}, wish={area: dice.randrange(60) for area in Area}),
        obstacles=Obstacles(ticked=tuple(dice.sample([o.id for o in load(CURRENT).obstacles], 2))),
    )


def counted(store: Store, people: int, *, day: date = TODAY, version: str = CURRENT) -> None:
    """So many people at random, mixed among everyone."""
    dice = random.Random(people)
    for _ in range(people):
        anybody(dice, version=version).wait(store, day)
    # On the day of its week, whichever was drawn.
    store.write("UPDATE mixing SET everyone_from = $1", [day])
    cohort_store.run_daily(store, day)
