"""Invented people who finish an assessment and give it to the totals through the real doors."""

import random
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from data.groups import cohort_store, contribution_store
from data.groups.team_store import Round
from data.instrument.answers import Answer, Answers, Area, LifeStage, Obstacles, StageSelf, Step, Week
from data.instrument.instrument import CURRENT, load
from data.keys import new_key
from data.record import record_store
from data.record.record import Consents, Record, Result
from data.storage.store import Store
from tests.invented.records import NEXT_YEAR, TODAY

AGREED = Consents(wording="consent-1", given_on=TODAY, take_part=True, count_in_reference=True)
TEAM_ONLY = AGREED.model_copy(update={"count_in_reference": False})

STATEMENTS = tuple(item.id for item in load(CURRENT).items)
_RATINGS: Mapping[int, Answer] = {1: 1, 2: 2, 3: 3, 4: 4, 5: 5, 6: "na"}


@dataclass
class Person:
    """Somebody with a key; `minutes` tells people apart in the counts of a small world."""

    stage: StageSelf | None = StageSelf.EARLY
    minutes: int = 8
    statements: Mapping[str, Answer] = field(default_factory=lambda: dict.fromkeys(STATEMENTS, 4))
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
        result = Result(instrument=CURRENT, taken_on=day, answers=answers)

        def finished(record: Record) -> Record:
            return record.model_copy(update={"consents": self.consents, "results": (*record.results, result)})

        return record_store.change(store, self.key, finished, keep_until=NEXT_YEAR)

    def record(self, store: Store) -> Record:
        return record_store.read(store, self.key, keep_until=NEXT_YEAR) or Record()

    def wait(self, store: Store, day: date = TODAY) -> Record:
        """Finish, and wait among everyone."""
        self.finish(store, day)
        return contribution_store.join_everyone(store, self.key, today=day, keep_until=NEXT_YEAR)

    def join(self, store: Store, round: Round, day: date = TODAY) -> Record:
        """Add the latest result to a round."""
        return contribution_store.join_round(store, self.key, round, today=day, keep_until=NEXT_YEAR)


def sheet(dice: random.Random) -> dict[str, Answer]:
    """Random statements, some skipped and some that do not apply."""
    given = {statement: _RATINGS[dice.choice((1, 2, 2, 3, 3, 4, 4, 4, 5, 6))] for statement in STATEMENTS}
    return {statement: answer for statement, answer in given.items() if dice.random() > 0.03}


def anybody(dice: random.Random, *, minutes: int | None = None) -> Person:
    """A person at random."""
    return Person(
        stage=dice.choice([*StageSelf, None]),
        minutes=dice.randrange(3, 30) if minutes is None else minutes,
        statements=sheet(dice),
        week=Week(now={area: dice.randrange(60) for area in Area}, wish={area: dice.randrange(60) for area in Area}),
        obstacles=Obstacles(ticked=tuple(dice.sample([o.id for o in load(CURRENT).obstacles], 2))),
    )


def counted(store: Store, people: int, *, day: date = TODAY) -> None:
    """So many people at random, mixed among everyone."""
    dice = random.Random(people)
    for _ in range(people):
        anybody(dice).wait(store, day)
    cohort_store.run_daily(store, day)
