"""Reads the exact counts of totals and of rounds. Only `publishing` may ask."""

from collections.abc import Iterable, Mapping
from typing import Any
from uuid import UUID

from data.groups import codebook
from data.instrument.instrument import Instrument
from data.storage.store import Store
from data.totals.counts import Codes, Counts


def total(store: Store, instrument: Instrument, name: str) -> Counts:
    """The running sums of everyone, or of a life stage, under that version; empty where nobody was counted yet."""
    rows = store.read("SELECT measure, code, people FROM total_count WHERE instrument = $1 AND total = $2", [instrument.version, name])
    return Counts(instrument, _by_measure(rows))


def people(store: Store, instrument: Instrument, name: str) -> int:
    """How many people everyone, or a life stage, holds under that version."""
    staged = "SELECT coalesce(sum(people), 0) FROM total_count WHERE instrument = $1 AND total = $2 AND measure = $3"
    return int(store.read(staged, [instrument.version, name, codebook.STAGE])[0][0])


def scored(store: Store, instrument: Instrument, name: str) -> dict[str, int]:
    """By dimension how many people of everyone, or of a life stage, have a score."""
    counts = """
        SELECT measure, sum(people)
        FROM total_count
        WHERE instrument = $1 AND total = $2 AND measure LIKE $3 AND code >= 0
        GROUP BY measure
        """
    found = dict(store.read(counts, [instrument.version, name, codebook.score_of("%")]))
    return {dimension.id: int(found.get(codebook.score_of(dimension.id), 0)) for dimension in instrument.dimensions}


def shown(store: Store, instrument: Instrument, name: str) -> dict[str, list[int]]:
    """By dimension how many scores of everyone, or of a life stage, lie in each of ten bars, blurred for ever as they were added."""
    counts = "SELECT measure, bar, people FROM shown_count WHERE instrument = $1 AND total = $2"
    found = {dimension.id: [0] * codebook.BARS for dimension in instrument.dimensions}
    dimensions = {codebook.score_of(dimension): dimension for dimension in found}
    for measure, bar, of in store.read(counts, [instrument.version, name]):
        # Blurred, a bar of nobody may hold one less.
        found[dimensions[measure]][bar] = max(0, of)
    return found


def cohorts(store: Store, round_id: UUID, instrument: Instrument) -> dict[str | None, Counts]:
    """The cohorts of a round by life stage; under None whoever is in one of mixed stages, or of an unknown one."""
    of_round = """
        SELECT cohort.stage, cohort_count.measure, cohort_count.code, sum(cohort_count.people)
        FROM cohort_count
        JOIN cohort ON cohort.cohort_id = cohort_count.cohort_id
        WHERE cohort.round_id = $1 AND cohort.instrument = $2
        GROUP BY cohort.stage, cohort_count.measure, cohort_count.code
        """
    found = _by_part(store.read(of_round, [round_id, instrument.version]))
    return {stage: Counts(instrument, measures) for stage, measures in found.items()}


def scores_of_teams(store: Store, round_id: UUID, instrument: Instrument) -> dict[int | None, Mapping[str, Codes]]:
    """The counts of people and of scores of an umbrella's round, and of nothing else: by the place of a team; under None those mixed."""
    scores = """
        SELECT cohort.place, cohort_count.measure, cohort_count.code, sum(cohort_count.people)
        FROM cohort_count
        JOIN cohort ON cohort.cohort_id = cohort_count.cohort_id
        WHERE cohort.round_id = $1 AND cohort.instrument = $2 AND (cohort_count.measure = $3 OR cohort_count.measure LIKE $4)
        GROUP BY cohort.place, cohort_count.measure, cohort_count.code
        """
    return _by_part(store.read(scores, [round_id, instrument.version, codebook.STAGE, codebook.score_of("%")]))


def scores_of_rounds(store: Store, team_id: UUID) -> dict[int, Mapping[str, Codes]]:
    """By the number of each counted round of a team, in one look for all: the counts of people and of scores, and of nothing else."""
    # By number, because to make an id of each of thousands of rows took as long as to count them.
    scores = """
        SELECT round.number, cohort_count.measure, cohort_count.code, sum(cohort_count.people)
        FROM cohort_count
        JOIN cohort ON cohort.cohort_id = cohort_count.cohort_id
        JOIN round ON round.round_id = cohort.round_id AND round.instrument = cohort.instrument
        WHERE round.team_id = $1 AND (cohort_count.measure = $2 OR cohort_count.measure LIKE $3)
        GROUP BY round.number, cohort_count.measure, cohort_count.code
        """
    return _by_part(store.read(scores, [team_id, codebook.STAGE, codebook.score_of("%")]))


def is_in_everyone(store: Store, round_id: UUID) -> bool:
    """Whether a closed round was added to everyone, which is done with the whole of it."""
    return bool(store.read("SELECT 1 FROM cohort WHERE round_id = $1 AND in_totals LIMIT 1", [round_id]))


def _by_part(rows: Iterable[tuple[Any, str, int, int]]) -> dict[Any, Mapping[str, Codes]]:
    found: dict[Any, dict[str, dict[int, int]]] = {}
    for part, measure, code, people in rows:
        # A sum of whole numbers comes as a decimal from some engines.
        found.setdefault(part, {}).setdefault(measure, {})[code] = int(people)
    return dict(found)


def _by_measure(rows: Iterable[tuple[str, int, int]]) -> dict[str, dict[int, int]]:
    found: dict[str, dict[int, int]] = {}
    for measure, code, people in rows:
        found.setdefault(measure, {})[code] = people
    return found
