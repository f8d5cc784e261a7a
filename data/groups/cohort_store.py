"""Mixing: people who wait become cohorts and counts, and their rows are erased, in one transaction. Once, and irrevocably.

Whole cohorts are counted by the database itself inside that transaction, so no single row passes through here: 100,000 people take little
memory, a crash at any point leaves either everything waiting or everything mixed, and whoever comes second finds nothing left to do.
"""

import logging
from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta
from uuid import UUID

from data import days
from data.errors import StoreTrouble
from data.groups import tally_store, team_store
from data.groups.cohorts import EVERYONE, CohortPlan, partition
from data.groups.tally_store import Mixed
from data.privacy_limits import LONGEST_WAIT, POOL_FLOOR, ROUND_FLOOR
from data.storage.store import Cursor, Store

# UTC. At an hour when few people finish an assessment, so that being counted tells little about when it was finished.
MIXING_HOUR = 3

_log = logging.getLogger(__name__)


def day_of(now: datetime) -> date:
    """The day whose mixing is due at that moment: before the hour it is still yesterday's."""
    return (now - timedelta(hours=MIXING_HOUR)).date()


def run_daily(store: Store, day: date) -> bool:
    """Whether the mixing of that day was still to be done, and is done now: rounds past their closing day, then everybody in the pool.

    Call it as often as you like. A clock that jumps makes it run once more, which mixes only whole cohorts as ever.
    """
    if store.read("SELECT 1 FROM mixing WHERE done_for = $1", [day]):
        return False
    # Rounds first, so that what a failed one lets go is mixed with the pool of the same day.
    past = team_store.rounds_due(store, days.perhaps_lasting(day))
    for round_id in past:
        close_round(store, round_id, day)
    with store.transaction() as cursor:
        # Whoever comes second changes no row here, and so mixes nobody.
        claimed = _touched(cursor, "UPDATE mixing SET done_for = $1 WHERE done_for <> $1", [day])
        mixed = _mix_pool(cursor, day) if claimed else 0
    forgotten = team_store.drop_unused(store, day)
    _log.info("The mixing of the day is done; it mixed %s cohorts, closed %s rounds and forgot %s teams.", mixed, len(past), forgotten)
    return bool(claimed)


def close_round(store: Store, round_id: UUID, day: date) -> bool:
    """Whether the round was open and is closed now, for good: mixed where at least six took part, else let go.

    Let go means: rows that may be counted among everyone wait for the daily mixing, all others are erased.
    """
    with store.transaction() as cursor:
        claimed = _touched(cursor, "UPDATE round SET closed_on = $1 WHERE round_id = $2 AND closed_on IS NULL", [day, round_id])
        if claimed:
            _mix_round(cursor, round_id, day)
    return bool(claimed)


def _mix_pool(cursor: Cursor, day: date) -> int:
    mixed = 0
    for instrument, sizes in _waiting(cursor, None).items():
        cohorts = _mix(cursor, None, instrument, partition(sizes, POOL_FLOOR), day)
        totals = [(cohort_id, EVERYONE) for cohort_id in cohorts]
        tally_store.add(cursor, totals + [(cohort_id, plan.stage) for cohort_id, plan in cohorts.items() if plan.stage])
        mixed += len(cohorts)
    _let_lapse(cursor, day)
    return mixed


def _let_lapse(cursor: Cursor, day: date) -> None:
    """Whoever waited for so long is erased uncounted; an id that only its owner can know again stays, so that they can be told."""
    since: list[object] = [day - LONGEST_WAIT]
    _touched(cursor, "INSERT INTO lapsed SELECT pending_id FROM pending WHERE round_id IS NULL AND arrived_on < $1", since)
    lapsed = _touched(cursor, "DELETE FROM pending WHERE round_id IS NULL AND arrived_on < $1", since)
    if lapsed:
        _log.info("Erased uncounted after the longest wait: %s submissions.", lapsed)


def _mix_round(cursor: Cursor, round_id: UUID, day: date) -> None:
    for instrument, sizes in _waiting(cursor, round_id).items():
        _mix(cursor, round_id, instrument, partition(sizes, ROUND_FLOOR), day)
        _add_rounds(cursor, instrument)
    _touched(cursor, "DELETE FROM pending WHERE round_id = $1 AND NOT for_everyone", [round_id])
    _touched(cursor, "UPDATE pending SET round_id = NULL WHERE round_id = $1", [round_id])


def _waiting(cursor: Cursor, round_id: UUID | None) -> Mapping[str, Mapping[str, int]]:
    """How many wait there, by instrument and life stage."""
    sizes = """
        SELECT instrument, stage, count(*)
        FROM pending
        WHERE round_id IS NOT DISTINCT FROM $1
        GROUP BY instrument, stage
        ORDER BY instrument, stage
        """
    waiting: dict[str, dict[str, int]] = {}
    for instrument, stage, people in cursor.execute(sizes, [round_id]).fetchall():
        waiting.setdefault(instrument, {})[stage] = people
    return waiting


def _mix(cursor: Cursor, round_id: UUID | None, instrument: str, plans: Sequence[CohortPlan], day: date) -> dict[int, CohortPlan]:
    """The new cohorts by id. Everybody who waits there is in one of them, so all rows go, and as many as were announced."""
    (latest,) = cursor.execute("SELECT coalesce(max(cohort_id), 0) FROM cohort").fetchall()[0]
    cohorts = dict(enumerate(plans, latest + 1))
    if not cohorts:
        return cohorts
    for cohort_id, plan in cohorts.items():
        is_pool = round_id is None
        row = [cohort_id, round_id, instrument, plan.stage, plan.people, day, is_pool]
        cursor.execute("INSERT INTO cohort VALUES ($1, $2, $3, $4, $5, $6, $7)", row)
    tally_store.count(cursor, Mixed(round_id, instrument, cohorts))
    # As many rows go as were counted, or none of all this has happened.
    if _touched(cursor, _ERASE, [round_id, instrument]) != sum(plan.people for plan in plans):
        raise StoreTrouble("mixed_meanwhile")
    return cohorts


_ERASE = """
    DELETE FROM pending
    WHERE round_id IS NOT DISTINCT FROM $1 AND instrument = $2
    """


def _add_rounds(cursor: Cursor, instrument: str) -> None:
    """Add closed rounds to everyone: each whole, and those below ten people only together with others below ten.

    Two states of everyone can be subtracted, so what they differ by must never be fewer than ten people (docs/anonymity.md 2.6). A round
    is added as a whole and to no life stage, and small ones only to each other, so that what is shown of any of them leaves no smaller
    rest.
    """
    rounds = """
        SELECT round_id, sum(people)
        FROM cohort
        WHERE round_id IS NOT NULL AND NOT in_totals AND instrument = $1
        GROUP BY round_id
        """
    sizes = dict(cursor.execute(rounds, [instrument]).fetchall())
    small = [round_id for round_id, people in sizes.items() if people < POOL_FLOOR]
    ready = [round_id for round_id, people in sizes.items() if people >= POOL_FLOOR]
    if sum(sizes[round_id] for round_id in small) >= POOL_FLOOR:
        ready += small
    for round_id in ready:
        cohorts = cursor.execute("SELECT cohort_id FROM cohort WHERE round_id = $1", [round_id]).fetchall()
        tally_store.add(cursor, [(cohort_id, EVERYONE) for (cohort_id,) in cohorts])
        cursor.execute("UPDATE cohort SET in_totals = TRUE WHERE round_id = $1", [round_id])


def _touched(cursor: Cursor, sql: str, values: list[object]) -> int:
    return int(cursor.execute(sql, values).fetchall()[0][0])
