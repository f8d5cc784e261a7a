"""What is stored of one cohort, subtracted: two counts of nearly the same people tell those few who are in only one of them.

Where one measure's code follows from another's, as a score does from the sum of its answers, the first less the second is exactly what the
people have who lack the second. Which measures these are is learned here from sheets, as somebody with the code book would know them.

Seen to fail: on 8e54aaf, where `answer.*` less `complete.*` is what whoever left something open answered, word for word (24,757 such
differences in 1,000 cohorts); with an early rule by which too few sheets joined those who lack a sum, by scores less sums; and with a sheet
that is left out of one measure and not of another that follows from it.
"""

import random
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import timedelta
from itertools import permutations
from uuid import UUID, uuid4

import pytest

from data.groups import cohort_store, submission, waiting_store
from data.groups.agreements.happened import PLACES, Happened
from data.groups.codebook import MISSING
from data.groups.submission import Submission
from data.groups.waiting_store import SERVER, Given, Place
from data.instrument.answers import Answer, Answers, LifeStage, Outcome, StageSelf, Step
from data.instrument.instrument import load
from data.privacy_limits import ROUND_FLOOR
from data.profile import profile
from data.record.record import Result
from data.storage.engines.duckdb_store import DuckDBStore
from data.storage.store import Store
from tests.invented import waiting
from tests.invented.records import TODAY

# A thousand cohorts of the version that people meet now; the older one, whose counts do not change, takes its time from them.
NIGHTS = {"rk-1.0": 2, "rk-1.1": 10}
IN_ROUNDS, SHEETS = 100, 300
RATINGS: tuple[Answer, ...] = (1, 2, 3, 4, 5)
# What hurry looks like; the last two are left out from rk-1.1 on.
CALM, FAST, ONE_PAGE, STRAIGHT, AT_RANDOM = range(5)

UNREAD = -9

Codes = tuple[int, ...]
# What a code of the one measure makes the code of the other.
Reading = Mapping[int, int]


def sheet(dice: random.Random, version: str) -> submission.Submission:
    """Somebody who leaves little open, as most people do: so hardly anybody differs from all others."""
    kind, pages = dice.choices(range(5), (80, 5, 5, 5, 5))[0], [step for step in Step if load(version).page(step)]
    given: dict[str, Answer] = {
        id: "na" if dice.random() < 0.01 else answer for id, answer in waiting.attentive(dice, version).statements.items()
    }
    if kind >= ONE_PAGE:
        same = load(version).page(pages[1]) if kind == ONE_PAGE else load(version).items
        given |= {item.id: dice.choice(RATINGS) if kind == AT_RANDOM else 4 for item in same}
    statements = {id: answer for id, answer in given.items() if dice.random() > 0.02}
    stage = LifeStage(stage_self=dice.choice([*StageSelf, None]))
    spent = {page: dice.uniform(5, 300) for page in (Step.LIFE_STAGE, *pages, Step.REFLECT)} if dice.random() < 0.95 else {}
    spent |= {page: 9.0 for page in pages[:2] if kind == FAST}
    outcomes = {outcome: dice.randrange(11) for outcome in Outcome if version != "rk-1.0" and dice.random() < 0.9}
    answers = Answers(life_stage=stage, statements=statements, page_seconds=spent, outcomes=outcomes)
    said = {place: dice.choice(tuple(Happened)) for place in PLACES if dice.random() < 0.9}
    return submission.from_profile(profile.from_result(Result(instrument=version, taken_on=TODAY, answers=answers)), said)


def readings(rows: Sequence[Codes]) -> Iterator[tuple[int, int, Reading]]:
    """Every two measures, by their places, of which the second tells the first of whoever has both; what never varies tells nothing."""
    varying = [place for place in range(len(rows[0])) if len({row[place] for row in rows} - {MISSING}) > 1]
    for whole, part in permutations(varying, 2):
        reading: dict[int, int] = {}
        both = [(row[whole], row[part]) for row in rows if MISSING not in (row[whole], row[part])]
        alike = all(code == reading.setdefault(finer, code) for code, finer in both)
        if alike and len(set(reading.values())) > 1:
            yield whole, part, reading


def rest(whole: Counter[int], part: Counter[int], reading: Reading) -> Counter[int]:
    """What those have in the one measure who lack the other, worked out from counts alone; nothing where everybody lacks one of them.

    Below nothing where it is the other way round: then it is what those would have who lack the first. A cohort that keeps less may keep
    but one of two measures (docs/anonymity.md 3.16), and that one less nothing is what it says by itself.
    """
    if not (whole.keys() - {MISSING} and part.keys() - {MISSING}):
        return Counter()
    left = Counter(whole)
    for code, people in part.items():
        if code != MISSING:
            # A code that nobody had beside one of the other measure is of somebody who lacks that.
            left[reading.get(code, UNREAD)] -= people
    return Counter({code: people for code, people in left.items() if people and code != MISSING})


def live(store: Store, dice: random.Random, night: int, version: str, sheets: Sequence[Sequence[int]]) -> None:
    """One night: worlds of a few people each, every one of which becomes a cohort, as a round."""
    day, team = TODAY + timedelta(days=2 * night), uuid4()
    rounds: list[tuple[str, UUID, int]] = [("a stage", uuid4(), dice.randrange(ROUND_FLOOR, 30)) for _ in range(IN_ROUNDS)]
    with store.transaction() as cursor:
        for number, (_, round_id, _) in enumerate(rounds, 1):
            cursor.execute("INSERT INTO round VALUES ($1, $2, $3, $4, $5, $5, NULL, NULL, 0)", [round_id, team, number, version, day])
            # As rounds of an older Rekindle are, which open without a link.
            waiting_store.new_round_key(cursor, round_id, {SERVER: store.secret.wrapping})
        for stage, place_of, people in rounds:
            given = [Given(uuid4(), Submission(version, stage, tuple(sheets[place])), True) for place in dice.sample(range(SHEETS), people)]
            waiting_store.lay(cursor, store.secret, Place(place_of, version, day), given)
    # Where a last day is last to end, it has by then.
    cohort_store.run_daily(store, day + timedelta(days=2))


def stored(store: Store, measures: Sequence[str]) -> Iterator[Mapping[str, Counter[int]]]:
    """The counts of every cohort by measure."""
    counts: dict[int, dict[str, Counter[int]]] = {}
    for id, measure, code, people in store.read("SELECT cohort_id, measure, code, people FROM cohort_count"):
        counts.setdefault(id, {name: Counter() for name in measures})[measure][code] += people
    yield from counts.values()


@pytest.mark.parametrize("version", NIGHTS)
def test_no_two_stored_counts_differ_by_fewer_people_than_the_floor(file_store: DuckDBStore, version: str) -> None:
    store, dice, measures = file_store, random.Random(26), submission.measures(version)
    sheets = [sheet(dice, version).codes for _ in range(SHEETS)]
    pairs = list(readings(sheets))
    for night in range(NIGHTS[version]):
        live(store, dice, night, version, sheets)

    told = [
        (measures[whole], measures[part], people)
        for counts in stored(store, measures)
        for whole, part, reading in pairs
        if 0 < (people := sum(map(abs, rest(counts[measures[whole]], counts[measures[part]], reading).values()))) < ROUND_FLOOR
    ]

    assert len(pairs) >= len(load(version).dimensions)
    assert version == "rk-1.0" or 10 < sum(codes[measures.index("pattern")] == MISSING for codes in sheets) < SHEETS / 4
    assert store.read("SELECT count(*) FROM cohort") == [(NIGHTS[version] * IN_ROUNDS,)]
    assert told == []
