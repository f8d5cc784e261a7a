"""People who do nothing but wait: their rows are what the doors would have laid down, all at once, so that hundreds take no time."""

import random
from collections import Counter
from collections.abc import Sequence
from datetime import date
from uuid import UUID, uuid4

from data.groups import cohort_store, submission, team_store, waiting_store
from data.groups.submission import Submission
from data.groups.waiting_store import Given, Place
from data.instrument.answers import Answer, Answers, LifeStage, StageSelf
from data.instrument.instrument import load
from data.keys import Kind
from data.profile import profile
from data.record.record import Result
from data.storage.store import Store
from data.storage.waiting.waiting_seal import KeyWrap
from data.totals.counts import Counts
from tests.invented.records import TODAY

_RATINGS: tuple[Answer, ...] = (1, 2, 3, 4, 5)


def wait(
    store: Store,
    sheets: Sequence[Answers],
    version: str = "rk-1.1",
    *,
    round_id: UUID | None = None,
    place: int | None = None,
    day: date = TODAY,
) -> None:
    """Let each of these sheets wait once, among everyone or in a round, there for a team of an umbrella where its place is given."""
    rows = [submitted(answers, version) for answers in sheets]
    with store.transaction() as cursor:
        waiting_store.lay(cursor, store.secret, Place(round_id, version, day), [Given(uuid4(), row, True, place) for row in rows])


def mix(store: Store, day: date = TODAY) -> bool:
    """The mixing of that day, as if it were the day of its week on which everyone is mixed; whether it was still to be done."""
    store.write("UPDATE mixing SET everyone_from = $1", [day])
    return cohort_store.run_daily(store, day)


def submitted(answers: Answers, version: str = "rk-1.1") -> Submission:
    """What somebody with these answers gives to the totals."""
    return submission.from_profile(profile.from_result(Result(instrument=version, taken_on=TODAY, answers=answers)))


def sheets(store: Store, manage: str = "") -> list[tuple[int, ...]]:
    """The codes of everybody who waits among everyone, and in the newest round of a team where its manage key is given."""
    opened = waiting_store.open_everyone(store)
    if manage:
        newest = team_store.rounds(store, team_store.find(store, manage, Kind.MANAGE))[-1]
        opened += waiting_store.open_round(store, newest.round_id, {Kind.MANAGE: KeyWrap.of_link(manage, Kind.MANAGE)}) or []
    return [tuple(one.sheet) for one in opened]


def counted(sheets: Sequence[Answers], version: str = "rk-1.1") -> Counts:
    """The counts of people with these sheets, as if all of them were one cohort."""
    tallies: dict[str, Counter[int]] = {name: Counter() for name in submission.measures(version)}
    for answers in sheets:
        given = submitted(answers, version)
        for name, code in zip(tallies, given.codes, strict=True):
            tallies[name][code] += 1
    return Counts(load(version), tallies)


def attentive(dice: random.Random, version: str = "rk-1.1", *, mood: float | None = None, spread: float = 0.9) -> Answers:
    """Somebody who reads each statement: answers of one area lie round a mood of its own, or all round the one given. No gaps."""
    moods = {of.id: dice.gauss(mood or 3.4, spread) for of in load(version).dimensions}
    keyed = {item.id: min(4, max(0, round(dice.gauss(moods[item.dimension], 0.8)) - 1)) for item in load(version).items}
    statements = {item.id: _RATINGS[4 - keyed[item.id] if item.reverse else keyed[item.id]] for item in load(version).items}
    return Answers(life_stage=LifeStage(stage_self=dice.choice(list(StageSelf))), statements=statements)


def crowd(people: int, seed: int = 1) -> list[Answers]:
    """So many of them."""
    dice = random.Random(seed)
    return [attentive(dice) for _ in range(people)]
