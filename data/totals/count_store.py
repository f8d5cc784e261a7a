"""Reads the exact counts of totals and of rounds. Only `publishing` may ask."""

from collections.abc import Iterable, Mapping
from uuid import UUID

from data.groups import codebook
from data.instrument.instrument import Instrument
from data.storage.store import Store
from data.totals.counts import Codes, Counts, merged


def total(store: Store, instrument: Instrument, name: str) -> Counts:
    """The running sums of everyone, or of a life stage, under that version; empty where nobody was counted yet."""
    rows = store.read("SELECT measure, code, people FROM total_count WHERE instrument = $1 AND total = $2", [instrument.version, name])
    return Counts(instrument, _by_measure(rows))


def cohorts(store: Store, round_id: UUID, instrument: Instrument) -> dict[str | None, Counts]:
    """The cohorts of a round by life stage; under None whoever is in one of mixed stages, or of an unknown one."""
    of_round = "SELECT cohort_id, stage FROM cohort WHERE round_id = $1 AND instrument = $2"
    found: dict[str | None, Counts] = {}
    for cohort_id, stage in store.read(of_round, [round_id, instrument.version]):
        counted = _by_measure(store.read("SELECT measure, code, people FROM cohort_count WHERE cohort_id = $1", [cohort_id]))
        before = found.get(stage)
        found[stage] = Counts(instrument, merged(before.measures, counted) if before else counted)
    return found


def scores_of_rounds(store: Store, team_id: UUID) -> dict[UUID, Mapping[str, Codes]]:
    """The counts of people and of scores of each counted round of a team, and of nothing else: one look for any number of rounds."""
    scores = """
        SELECT cohort.round_id, cohort_count.measure, cohort_count.code, sum(cohort_count.people)
        FROM cohort_count
        JOIN cohort ON cohort.cohort_id = cohort_count.cohort_id
        JOIN round ON round.round_id = cohort.round_id AND round.instrument = cohort.instrument
        WHERE round.team_id = $1 AND (cohort_count.measure = $2 OR cohort_count.measure LIKE $3)
        GROUP BY cohort.round_id, cohort_count.measure, cohort_count.code
        """
    found: dict[UUID, dict[str, dict[int, int]]] = {}
    for round_id, measure, code, people in store.read(scores, [team_id, codebook.STAGE, codebook.score_of("%")]):
        found.setdefault(round_id, {}).setdefault(measure, {})[code] = int(people)
    return dict(found)


def is_in_everyone(store: Store, round_id: UUID) -> bool:
    """Whether a closed round was added to everyone, which is done with the whole of it."""
    return bool(store.read("SELECT 1 FROM cohort WHERE round_id = $1 AND in_totals LIMIT 1", [round_id]))


def _by_measure(rows: Iterable[tuple[str, int, int]]) -> dict[str, dict[int, int]]:
    found: dict[str, dict[int, int]] = {}
    for measure, code, people in rows:
        found.setdefault(measure, {})[code] = people
    return found
