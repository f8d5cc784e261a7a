"""Somebody among some 180 others: a pool, three closed rounds, an open one, and one who has written words and shows a part of a profile."""

import random
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from statistics import fmean

from data.assessment import steps
from data.groups import cohort_store, team_store
from data.groups.codebook import SCORE_UNITS
from data.groups.team_keys import TeamKeys
from data.instrument.advice import Stage
from data.instrument.answers import JobAndWork, Obstacles, StageSelf
from data.instrument.instrument import CURRENT
from data.keys import new_key
from data.profile import guidance, profile
from data.record import journal, record_store
from data.record.record import Record
from data.record.viewer_link import Section
from data.sharing import shared_profile, viewer_link_store
from data.storage.store import Store
from data.totals import publishing
from data.totals.published import Comparison, Insights, Outcome, Withheld
from data.totals.reliability.shown import Reliability
from tests.attacks.test_traces_in_the_file import as_stored
from tests.invented import crowd
from tests.invented.crowd import AGREED, Person

TODAY = datetime.now(UTC).date()
LATER = TODAY + timedelta(days=365)
# So many that a life stage can be compared with, and so many of any stage.
OF_A_STAGE, OF_ANY, WAITING, SIZES = 60, 60, 5, (7, 14, 32)
SENTINELS = [f"Quokka{number}Sentinel" for number in range(6)]


@dataclass(frozen=True)
class Neighbours:
    """What somebody may be shown of the others, and what never.

    Attributes:
        secrets: words, keys and ids that are nobody's but their owners'.
        means: exact means of groups, where they are no halves by chance.
    """

    visitor: Person
    rounds: dict[int, TeamKeys]
    open: TeamKeys
    shown: str
    insights: dict[int, Insights]
    everyone: Outcome
    stage: Comparison
    reliability: Reliability | Withheld
    secrets: list[bytes]
    means: set[float]


def settle(store: Store) -> Neighbours:
    """Fill an empty database; the visitor took part in the largest round, and has begun a second assessment."""
    dice, visitor, other = random.Random(5), Person(), talkative(store)
    for number in range(OF_A_STAGE + OF_ANY):
        person = crowd.anybody(dice)
        person.stage = StageSelf.EARLY if number < OF_A_STAGE else person.stage
        # Every scale answered whole, as reliability needs them.
        person.statements = {**crowd.of_one_mind(3), **{id: answer for id, answer in person.statements.items() if answer != "na"}}
        person.wait(store, TODAY)
    cohort_store.run_daily(store, TODAY)
    members = {size: [crowd.anybody(dice) for _ in range(size)] for size in SIZES}
    members[max(SIZES)][:2] = [visitor, other]
    rounds = {size: a_round(store, people, closes=True) for size, people in members.items()}
    waiting = [crowd.anybody(dice) for _ in range(WAITING)]
    opened = a_round(store, waiting, closes=False)
    begin_again(store, visitor)
    return Neighbours(
        visitor=visitor,
        rounds=rounds,
        open=opened,
        shown=show_a_part(store, other),
        insights={size: publishing.round_insights(store, keys.insights) for size, keys in rounds.items()},
        everyone=publishing.reference_group(store),
        stage=publishing.stage_group(store, stage_of(store, visitor)),
        reliability=publishing.reliability(store),
        secrets=list(secrets(store, [other, *waiting], [*rounds.values(), opened])),
        means=exact_means(store),
    )


def talkative(store: Store) -> Person:
    """Somebody who has written a word into every kind of box, and finishes when they join."""
    person = Person(obstacles=Obstacles(ticked=("money",), other=SENTINELS[0]))
    person.finish(store, TODAY)

    def write(record: Record) -> Record:
        record = journal.set_goal(record, SENTINELS[1], today=TODAY)
        record = journal.note_gratitude(record, [SENTINELS[2]], day=TODAY)
        record = journal.add_milestone(record, SENTINELS[3], day=TODAY)
        answers = record.results[-1].answers
        own = {"job_and_work": JobAndWork(work_is=SENTINELS[4]), "reflections": {"1": SENTINELS[5]}}
        result = record.results[-1].model_copy(update={"answers": answers.model_copy(update=own)})
        return record.model_copy(update={"results": (result,)})

    record_store.change(store, person.key, write, keep_until=LATER)
    return person


def a_round(store: Store, people: list[Person], *, closes: bool) -> TeamKeys:
    keys = team_store.create(store, "North", closes_on=TODAY + timedelta(days=7), today=TODAY)
    for person in people:
        if not person.record(store).results:
            person.finish(store, TODAY)
        person.join(store, team_store.closable_round(store, keys.manage), TODAY)
    if closes:
        cohort_store.close_round(store, keys.manage, TODAY)
    return keys


def begin_again(store: Store, person: Person) -> None:
    """So that there are steps to open, with answers on them."""

    def begin(record: Record) -> Record:
        return steps.begin(record, instrument=CURRENT, tag=new_key(), consents=AGREED)

    record_store.change(store, person.key, begin, keep_until=LATER)


def show_a_part(store: Store, person: Person) -> str:
    """The key of a link to everything that can be shown."""
    sections = [section for section in Section if section is not Section.COMPARISON]
    shown = shared_profile.copy_of(profile.from_result(person.record(store).results[-1]), sections)
    return viewer_link_store.create(store, person.key, shown, label=SENTINELS[0], today=TODAY, keep_until=LATER).key


def stage_of(store: Store, person: Person) -> Stage:
    stage = guidance.stage(person.record(store).results[-1].answers.life_stage)
    assert stage is not None
    return stage


def secrets(store: Store, people: list[Person], teams: Iterable[TeamKeys]) -> Iterator[bytes]:
    """Words, keys and the ids of waiting rows, each in every form in which it could travel."""
    yield from (word.encode() for word in SENTINELS)
    yield from (key.encode() for key in (*(person.key for person in people), *(key for keys in teams for key in keys_of(keys))))
    for person in people:
        for given in person.record(store).contributions:
            yield from (str(given.pending_id).encode(), given.pending_id.bytes, as_stored(given.pending_id))


def keys_of(team: TeamKeys) -> tuple[str, str, str]:
    return team.join, team.insights, team.manage


def exact_means(store: Store) -> set[float]:
    """The mean score of every cohort and total on every dimension, where it is no whole number by chance."""
    groups = """
        SELECT CAST(cohort_id AS VARCHAR), measure, code, people FROM cohort_count
        UNION ALL SELECT total, measure, code, people FROM total_count
        """
    scores: dict[tuple[str, str], list[float]] = {}
    for group, measure, code, people in store.read(groups):
        if measure.startswith("score.") and code >= 0:
            scores.setdefault((group, measure), []).extend([100 * code / SCORE_UNITS] * people)
    means = {fmean(values) for values in scores.values()}
    return {mean for mean in means if 2 * mean != round(2 * mean)}
