"""What is stored of one cohort, subtracted: two counts of nearly the same people tell those few who are in only one of them.

Where one measure's code follows from another's, as a score does from the sum of its answers, the first less the second is exactly what the
people have who lack the second. Which measures these are is learned here from sheets, as somebody with the code book would know them.

Seen to fail: on 8e54aaf, where `answer.*` less `complete.*` is what whoever left something open answered, word for word (24,757 such
differences in 1,000 cohorts); and with an early rule by which too few sheets joined those who lack a sum, by scores less sums.
"""

import random
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import timedelta
from itertools import permutations
from pathlib import Path
from uuid import UUID, uuid4

from data.groups import cohort_store, submission
from data.groups.codebook import MISSING
from data.instrument.answers import Answers, LifeStage, StageSelf, Step
from data.instrument.instrument import CURRENT, load
from data.privacy_limits import POOL_FLOOR, ROUND_FLOOR
from data.profile import profile
from data.record.record import Result
from data.storage.store import Store
from tests.invented import crowd
from tests.invented.records import TODAY

NIGHTS, IN_POOL, IN_ROUNDS, SHEETS = 10, 90, 10, 300
MEASURES = submission.measures(CURRENT)

Codes = tuple[int, ...]
# What a code of the one measure makes the code of the other.
Reading = Mapping[int, int]


def sheet(dice: random.Random) -> submission.Submission:
    """Somebody who leaves little open, as most people do: so hardly anybody differs from all others."""
    statements = {id: answer for id, answer in crowd.sheet(dice).items() if answer != "na" or dice.random() < 0.2}
    stage = LifeStage(stage_self=dice.choice([*StageSelf, None]))
    answers = Answers(life_stage=stage, statements=statements, page_seconds={Step.DRIVE: dice.choice((5.0, 90.0, 200.0))})
    return submission.from_profile(profile.from_result(Result(instrument=CURRENT, taken_on=TODAY, answers=answers)))


def readings(rows: Sequence[Codes]) -> Iterator[tuple[int, int, Reading]]:
    """Every two measures, by their places, of which the second tells the first of whoever has it; measures that never vary tell nothing."""
    varying = [place for place in range(len(MEASURES)) if len({row[place] for row in rows} - {MISSING}) > 1]
    for whole, part in permutations(varying, 2):
        reading: dict[int, int] = {}
        if all(row[whole] == reading.setdefault(row[part], row[whole]) for row in rows if row[part] != MISSING):
            yield whole, part, reading


def rest(whole: Counter[int], part: Counter[int], reading: Reading) -> Counter[int]:
    """What those have in the one measure who lack the other, worked out from counts alone; nothing where everybody lacks the other."""
    left = Counter(whole if part.keys() - {MISSING} else ())
    for code, people in part.items():
        if code != MISSING:
            left[reading[code]] -= people
    return Counter({code: people for code, people in left.items() if people and code != MISSING})


def live(store: Store, dice: random.Random, night: int) -> None:
    """One night: worlds of a few people each, every one of which becomes a cohort, in the pool by its invented stage or as a round."""
    day, team = TODAY + timedelta(days=2 * night), uuid4()
    pool: list[tuple[str, UUID | None, int]] = [(f"world {n}", None, dice.randrange(POOL_FLOOR, 30)) for n in range(IN_POOL)]
    rounds: list[tuple[str, UUID | None, int]] = [("a stage", uuid4(), dice.randrange(ROUND_FLOOR, 30)) for _ in range(IN_ROUNDS)]
    for number, (_, round_id, _) in enumerate(rounds, 1):
        store.write("INSERT INTO round VALUES ($1, $2, $3, $4, $5, $5, NULL)", [round_id, team, number, CURRENT, day])
    rows = [(stage, round_id, place) for stage, round_id, people in pool + rounds for place in dice.sample(range(SHEETS), people)]
    store.write(_WAIT, [CURRENT, day, *(list(column) for column in zip(*rows, strict=True))])
    cohort_store.run_daily(store, day + timedelta(days=1))


_WAIT = """
    INSERT INTO pending
    SELECT gen_random_uuid(), waiting.round_id, $1, waiting.stage, sheet.codes, $2, TRUE
    FROM (
        SELECT unnest(CAST($3 AS VARCHAR[])) AS stage, unnest(CAST($4 AS UUID[])) AS round_id, unnest(CAST($5 AS INTEGER[])) AS place
    ) AS waiting
    JOIN sheet ON sheet.place = waiting.place
    """


def stored(store: Store) -> Iterator[Mapping[str, Counter[int]]]:
    """The counts of every cohort by measure."""
    counts: dict[int, dict[str, Counter[int]]] = {}
    for id, measure, code, people in store.read("SELECT cohort_id, measure, code, people FROM cohort_count"):
        counts.setdefault(id, {name: Counter() for name in MEASURES})[measure][code] += people
    yield from counts.values()


def test_no_two_stored_counts_differ_by_fewer_people_than_the_floor(private_store: Path) -> None:
    store, dice = Store(private_store), random.Random(26)
    sheets = [sheet(dice).codes for _ in range(SHEETS)]
    pairs = list(readings(sheets))
    with store.transaction() as cursor:
        cursor.execute("CREATE TABLE sheet (place INTEGER, codes SMALLINT[])")
        cursor.executemany("INSERT INTO sheet VALUES ($1, $2)", [[place, list(codes)] for place, codes in enumerate(sheets)])
    for night in range(NIGHTS):
        live(store, dice, night)

    told = [
        (MEASURES[whole], MEASURES[part], left.total())
        for counts in stored(store)
        for whole, part, reading in pairs
        if 0 < (left := rest(counts[MEASURES[whole]], counts[MEASURES[part]], reading)).total() < ROUND_FLOOR
    ]

    assert len(pairs) >= len(load(CURRENT).dimensions)
    assert store.read("SELECT count(*) FROM cohort") == [(NIGHTS * (IN_POOL + IN_ROUNDS),)]
    assert told == []
    store.close()
