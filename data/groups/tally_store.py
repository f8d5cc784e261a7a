"""Counts people who become cohorts, inside the transaction of the mixing. It writes counts and reads none."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from data.groups import codebook, submission
from data.groups.cohorts import CohortPlan
from data.instrument.instrument import load
from data.privacy_limits import ROUND_FLOOR
from data.storage.store import Cursor


@dataclass(frozen=True)
class Mixed:
    """Everybody who waits in one place under one version, and the cohorts by id that they become."""

    round_id: UUID | None
    instrument: str
    cohorts: Mapping[int, CohortPlan]

    @property
    def values(self) -> list[object]:
        """What every statement below is asked with: the place, the version, and each stage with the cohort that it goes to."""
        into = [(stage, cohort_id) for cohort_id, plan in self.cohorts.items() for stage in plan.stages]
        return [self.round_id, self.instrument, [stage for stage, _ in into], [cohort_id for _, cohort_id in into]]


def count(cursor: Cursor, mixed: Mixed) -> None:
    """Count every measure; of the sums so few less that they differ from the scores by nobody, or by six people at least.

    Scores less sums are the scores of those who left something open. Where they are few, whole sheets join them, drawn by ids that are
    as good as random and are erased with the rows (docs/anonymity.md 3.13).
    """
    measures = submission.measures(mixed.instrument)
    place = {measure: place for place, measure in enumerate(measures, 1)}
    dimensions = [dimension.id for dimension in load(mixed.instrument).dimensions]
    sums, scores = ([place[of(id)] for id in dimensions] for of in (codebook.sum_of, codebook.score_of))
    rest = cursor.execute(_REST, [*mixed.values, sums, scores]).fetchall()
    fewer = [(cohort_id, place, ROUND_FLOOR - people) for cohort_id, place, people in rest if people < ROUND_FLOOR]
    named: list[object] = [measure if codebook.is_counted(measure) else None for measure in measures]
    drawn = [list(column) for column in zip(*fewer, strict=True)] or [[], [], []]
    cursor.execute(_COUNT, [*mixed.values, named, *drawn[:2]])
    cursor.execute(_COUNT_FEWER, [*mixed.values, named, *drawn])


def add(cursor: Cursor, cohorts: Sequence[tuple[int, str]]) -> None:
    """Add cohorts by id to the totals of those names."""
    ids, totals = [cohort_id for cohort_id, _ in cohorts], [total for _, total in cohorts]
    cursor.execute(_ADD, [ids, totals])


# Of each cohort, by the place of a sum: how many have a score and no sum, where anybody has. -1 is `codebook.MISSING`.
_REST = """
    SELECT into_cohort.cohort_id, pair.sum_place, count(*)
    FROM pending
    JOIN (
        SELECT unnest(CAST($3 AS VARCHAR[])) AS stage, unnest(CAST($4 AS INTEGER[])) AS cohort_id
    ) AS into_cohort ON into_cohort.stage = pending.stage
    CROSS JOIN (
        SELECT unnest(CAST($5 AS INTEGER[])) AS sum_place, unnest(CAST($6 AS INTEGER[])) AS score_place
    ) AS pair
    WHERE round_id IS NOT DISTINCT FROM $1 AND instrument = $2 AND codes[pair.sum_place] = -1 AND codes[pair.score_place] <> -1
    GROUP BY into_cohort.cohort_id, pair.sum_place
    """

# A row that an older Rekindle wrote may lack the newest measures; it counts for all others.
_COUNT = """
    INSERT INTO cohort_count
    SELECT counted.cohort_id, named.measure, counted.code, counted.people
    FROM (
        SELECT cohort_id, place, code, count(*) AS people
        FROM (
            SELECT into_cohort.cohort_id, unnest(codes) AS code, generate_subscripts(codes, 1) AS place
            FROM pending
            JOIN (
                SELECT unnest(CAST($3 AS VARCHAR[])) AS stage, unnest(CAST($4 AS INTEGER[])) AS cohort_id
            ) AS into_cohort ON into_cohort.stage = pending.stage
            WHERE round_id IS NOT DISTINCT FROM $1 AND instrument = $2
        ) AS spread
        GROUP BY cohort_id, place, code
    ) AS counted
    JOIN (
        SELECT unnest(CAST($5 AS VARCHAR[])) AS measure, generate_subscripts(CAST($5 AS VARCHAR[]), 1) AS place
    ) AS named ON named.place = counted.place
    LEFT JOIN (
        SELECT unnest(CAST($6 AS INTEGER[])) AS cohort_id, unnest(CAST($7 AS INTEGER[])) AS place
    ) AS apart ON apart.cohort_id = counted.cohort_id AND apart.place = counted.place
    WHERE named.measure IS NOT NULL AND apart.place IS NULL
    """

_COUNT_FEWER = """
    INSERT INTO cohort_count
    SELECT drawn.cohort_id, named.measure, drawn.code, count(*)
    FROM (
        SELECT apart.cohort_id, apart.place, CASE
            WHEN row_number() OVER (
                PARTITION BY apart.cohort_id, apart.place, codes[apart.place] = -1 ORDER BY pending_id
            ) <= apart.fewer THEN -1
            ELSE codes[apart.place]
        END AS code
        FROM pending
        JOIN (
            SELECT unnest(CAST($3 AS VARCHAR[])) AS stage, unnest(CAST($4 AS INTEGER[])) AS cohort_id
        ) AS into_cohort ON into_cohort.stage = pending.stage
        JOIN (
            SELECT
                unnest(CAST($6 AS INTEGER[])) AS cohort_id,
                unnest(CAST($7 AS INTEGER[])) AS place,
                unnest(CAST($8 AS INTEGER[])) AS fewer
        ) AS apart ON apart.cohort_id = into_cohort.cohort_id
        WHERE round_id IS NOT DISTINCT FROM $1 AND instrument = $2
    ) AS drawn
    JOIN (
        SELECT unnest(CAST($5 AS VARCHAR[])) AS measure, generate_subscripts(CAST($5 AS VARCHAR[]), 1) AS place
    ) AS named ON named.place = drawn.place
    GROUP BY drawn.cohort_id, named.measure, drawn.code
    """

_ADD = """
    INSERT INTO total_count
    SELECT cohort.instrument, added.total, measure, code, CAST(sum(cohort_count.people) AS INTEGER)
    FROM cohort_count
    JOIN cohort ON cohort.cohort_id = cohort_count.cohort_id
    JOIN (
        SELECT unnest(CAST($1 AS INTEGER[])) AS cohort_id, unnest(CAST($2 AS VARCHAR[])) AS total
    ) AS added ON added.cohort_id = cohort.cohort_id
    GROUP BY cohort.instrument, added.total, measure, code
    ON CONFLICT (instrument, total, measure, code) DO UPDATE SET people = total_count.people + excluded.people
    """
