"""Writes the counts of people who become cohorts, inside the transaction of the mixing. It writes counts and reads none."""

import secrets
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from data.groups import codebook
from data.groups.cohorts import EVERYONE
from data.groups.tally import Counted
from data.instrument.instrument import load
from data.storage.store import Cursor

# Each count of a cohort that is shown of everyone is so much off at most, drawn once and for ever (docs/anonymity.md 3.15). With one,
# whoever knows all others guesses the last one's bar in two cases of five.
BLUR = 2


class Off(NamedTuple):
    """By how much the count of a bar is off, wherever its cohort is added."""

    measure: str
    bar: int
    off: int


def write(cursor: Cursor, cohort_id: int, counted: Counted) -> None:
    """Write the counts of a cohort."""
    cursor.execute(_WRITE, [cohort_id, *_columns(_rows(counted))])


def add(cursor: Cursor, instrument: str, counted: Counted, totals: Sequence[str]) -> None:
    """Add the counts of a cohort that keeps none to totals, and the same blurred to what is shown of them."""
    blurred = [(one.measure, one.bar, one.off + _in_bar(counted[one.measure], one.bar)) for one in _drawn(instrument)]
    for total in totals:
        cursor.execute(_ADD, [instrument, total, *_columns(_rows(counted))])
        cursor.execute(_SHOW, [instrument, total, *_columns(blurred)])


def add_kept(cursor: Cursor, instrument: str, cohort_id: int) -> None:
    """The same of a cohort of a round, which keeps its counts, and is added to everyone alone.

    But for what means something in one round alone.
    """
    cursor.execute(_ADD_KEPT, [instrument, EVERYONE, cohort_id, codebook.happened("%")])
    cursor.execute(_SHOW_KEPT, [instrument, EVERYONE, *_columns(_drawn(instrument)), cohort_id])


def drop_all_but(cursor: Cursor, cohort_id: int, kept: Sequence[str]) -> None:
    """Drop the counts of a cohort but for measures of these patterns."""
    cursor.execute(_DROP, [cohort_id, list(kept)])


def keep_sums_alone(cursor: Cursor, cohort_id: int) -> None:
    """Let nothing be left of the scores and stages of a cohort but how many there are, and their sum.

    A sum is kept as the scores of people who all have the same, or as near to it as whole units allow.
    """
    for statement in (_LEVEL, _DROP_SCORES, _TAKE_LEVELLED, _DROP_LEVELLED):
        cursor.execute(statement, [cohort_id])


def _rows(counted: Counted) -> list[tuple[str, int, int]]:
    return [(measure, code, people) for measure, codes in counted.items() for code, people in codes.items() if people]


def _drawn(instrument: str) -> list[Off]:
    scores = [codebook.score_of(dimension.id) for dimension in load(instrument).dimensions]
    return [Off(measure, bar, secrets.randbelow(2 * BLUR + 1) - BLUR) for measure in scores for bar in range(codebook.BARS)]


def _in_bar(scores: Mapping[int, int], bar: int) -> int:
    return sum(people for code, people in scores.items() if codebook.bar_of(code) == bar)


def _columns(rows: Sequence[tuple[str, int, int]]) -> list[list[object]]:
    return [list(column) for column in zip(*rows, strict=True)]


_WRITE = """
    INSERT INTO cohort_count
    SELECT CAST($1 AS INTEGER), unnest(CAST($2 AS VARCHAR[])), unnest(CAST($3 AS SMALLINT[])), unnest(CAST($4 AS INTEGER[]))
    """

_ADD = """
    INSERT INTO total_count
    SELECT
        CAST($1 AS VARCHAR),
        CAST($2 AS VARCHAR),
        unnest(CAST($3 AS VARCHAR[])),
        unnest(CAST($4 AS SMALLINT[])),
        unnest(CAST($5 AS INTEGER[]))
    ON CONFLICT (instrument, total, measure, code) DO UPDATE SET people = total_count.people + excluded.people
    """

_SHOW = """
    INSERT INTO shown_count
    SELECT
        CAST($1 AS VARCHAR),
        CAST($2 AS VARCHAR),
        unnest(CAST($3 AS VARCHAR[])),
        unnest(CAST($4 AS SMALLINT[])),
        unnest(CAST($5 AS INTEGER[]))
    ON CONFLICT (instrument, total, measure, bar) DO UPDATE SET people = shown_count.people + excluded.people
    """

_ADD_KEPT = """
    INSERT INTO total_count
    SELECT CAST($1 AS VARCHAR), CAST($2 AS VARCHAR), measure, code, people
    FROM cohort_count
    WHERE cohort_id = $3 AND measure NOT LIKE $4
    ON CONFLICT (instrument, total, measure, code) DO UPDATE SET people = total_count.people + excluded.people
    """

_SHOW_KEPT = """
    INSERT INTO shown_count
    SELECT CAST($1 AS VARCHAR), CAST($2 AS VARCHAR), drawn.measure, bar, CAST(blur + coalesce(sum(people), 0) AS INTEGER)
    FROM (
        SELECT unnest(CAST($3 AS VARCHAR[])) AS measure, unnest(CAST($4 AS SMALLINT[])) AS bar, unnest(CAST($5 AS INTEGER[])) AS blur
    ) AS drawn
    LEFT JOIN cohort_count
        ON cohort_id = $6 AND cohort_count.measure = drawn.measure AND code >= 0 AND least(floor(code / 24.0), 9) = bar
    GROUP BY drawn.measure, bar, blur
    ON CONFLICT (instrument, total, measure, bar) DO UPDATE SET people = shown_count.people + excluded.people
    """

_DROP = """
    DELETE FROM cohort_count
    WHERE cohort_id = $1 AND NOT EXISTS (SELECT 1 FROM (SELECT unnest(CAST($2 AS VARCHAR[])) AS pattern) AS kept WHERE measure LIKE pattern)
    """

_LEVEL = """
    INSERT INTO cohort_count
    SELECT cohort_id, 'levelled.' || measure, least_code + place, CASE WHEN place = 0 THEN people - above ELSE above END
    FROM (
        SELECT
            cohort_id,
            measure,
            CAST(sum(people) AS INTEGER) AS people,
            CASE WHEN measure = 'stage' THEN 0 ELSE CAST(floor(sum(code * people) / CAST(sum(people) AS DOUBLE PRECISION)) AS INTEGER) END
                AS least_code,
            CASE WHEN measure = 'stage' THEN 0 ELSE CAST(sum(code * people) % sum(people) AS INTEGER) END AS above
        FROM cohort_count
        WHERE cohort_id = $1 AND code >= 0
        GROUP BY cohort_id, measure
    ) AS summed
    CROSS JOIN generate_series(0, 1) AS places (place)
    WHERE CASE WHEN place = 0 THEN people - above ELSE above END > 0
    """

_DROP_SCORES = "DELETE FROM cohort_count WHERE cohort_id = $1 AND measure NOT LIKE 'levelled.%'"

_TAKE_LEVELLED = """
    INSERT INTO cohort_count
    SELECT cohort_id, substr(measure, 10), code, people
    FROM cohort_count
    WHERE cohort_id = $1
    """

_DROP_LEVELLED = "DELETE FROM cohort_count WHERE cohort_id = $1 AND measure LIKE 'levelled.%'"
