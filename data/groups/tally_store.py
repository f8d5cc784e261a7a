"""Writes the counts of people who become cohorts, inside the transaction of the mixing. It writes counts and reads none."""

from collections.abc import Sequence

from data.groups import codebook
from data.groups.tally import Counted
from data.storage.store import Cursor


def write(cursor: Cursor, cohort_id: int, counted: Counted) -> None:
    """Write the counts of a cohort."""
    rows = [(measure, code, people) for measure, codes in counted.items() for code, people in codes.items() if people]
    measures, codes, people = (list(column) for column in zip(*rows, strict=True))
    cursor.execute(_WRITE, [cohort_id, measures, codes, people])


def add(cursor: Cursor, cohorts: Sequence[tuple[int, str]]) -> None:
    """Add cohorts by id to the totals of those names, but for what means something in one round alone."""
    ids, totals = [cohort_id for cohort_id, _ in cohorts], [total for _, total in cohorts]
    cursor.execute(_ADD, [ids, totals, codebook.happened("%")])


_WRITE = """
    INSERT INTO cohort_count
    SELECT CAST($1 AS INTEGER), unnest(CAST($2 AS VARCHAR[])), unnest(CAST($3 AS SMALLINT[])), unnest(CAST($4 AS INTEGER[]))
    """

_ADD = """
    INSERT INTO total_count
    SELECT cohort.instrument, added.total, measure, code, CAST(sum(cohort_count.people) AS INTEGER)
    FROM cohort_count
    JOIN cohort ON cohort.cohort_id = cohort_count.cohort_id
    JOIN (
        SELECT unnest(CAST($1 AS INTEGER[])) AS cohort_id, unnest(CAST($2 AS VARCHAR[])) AS total
    ) AS added ON added.cohort_id = cohort.cohort_id
    WHERE measure NOT LIKE $3
    GROUP BY cohort.instrument, added.total, measure, code
    ON CONFLICT (instrument, total, measure, code) DO UPDATE SET people = total_count.people + excluded.people
    """
