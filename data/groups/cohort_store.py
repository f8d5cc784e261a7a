"""Counting: people who wait become cohorts and counts, and their rows are erased, in one transaction. Once, and irrevocably.

Rows are opened and counted in memory before that transaction, so that nobody's save waits for it. A crash at any point leaves either
everything waiting or everything counted, and whoever comes second finds nothing left to do.
"""

import logging
import secrets
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from data import days
from data.errors import MixedMeanwhile
from data.groups import more_time_store, tally_store, team_store, waiting_store
from data.groups.cohorts import EVERYONE
from data.groups.everyone import bundle, bundle_store, cohort_forming
from data.groups.everyone.cohort_forming import Cohort
from data.groups.umbrellas import umbrella_store
from data.groups.waiting_store import SERVER, Opened, Progress, Wraps, nobody
from data.keys import Kind
from data.privacy_limits import LONGEST_WAIT, POOL_FLOOR
from data.storage.store import Cursor, Store
from data.storage.waiting.waiting_seal import KeyWrap

# UTC. At an hour when few people finish an assessment, so that being counted tells little about when it was finished.
MIXING_HOUR = 3
_DAY = timedelta(days=1)
# Whoever comes or goes meanwhile makes a counting begin anew; after so many times it is done with everybody else held up.
_TRIES = 3

_log = logging.getLogger(__name__)


def day_of(now: datetime) -> date:
    """The day whose mixing is due at that moment: before the hour it is still yesterday's."""
    return (now - timedelta(hours=MIXING_HOUR)).date()


def run_daily(store: Store, day: date) -> bool:
    """Whether the mixing of that day was still to be done, and is done now: rounds past their closing day end, and on one day of the week
    everybody else is mixed.

    Call it as often as you like. A clock that jumps makes it run once more, which mixes only whole cohorts as ever. Where the next day's
    is done, another process is ahead by less than a day, and the two would else take turns until the slower one has caught up.
    """
    if store.read("SELECT 1 FROM mixing WHERE done_for = $1 OR done_for = $2", [day, day + _DAY]):
        return False
    more_time_store.give(store, days.perhaps_lasting(day))
    past = team_store.rounds_due(store, days.perhaps_lasting(day))
    for round_id in past:
        team_store.end_round(store, round_id, day)
        # Its people were told that it opens by itself, before any link could open it: only rounds of an older Rekindle do.
        _count_round(store, round_id, {SERVER: store.secret.wrapping}, day)
    mixed = _patiently(store, lambda: _mix_pool(store, day))
    if mixed is None:
        return False
    forgotten = team_store.drop_unused(store, day)
    _log.info("The mixing of the day is done; it mixed %s cohorts, closed %s rounds and forgot %s teams.", mixed, len(past), forgotten)
    return True


def close_round(store: Store, manage_key: str, day: date) -> bool:
    """Whether the newest round of the team was open and is closed now, for good, and counted. Raises BadKey and RoundClosed.

    One transaction, but for a round that this link does not open, which ends and waits for one that does.
    """
    round_id, wraps = team_store.closable_round(store, manage_key).round_id, _wraps(store, manage_key, Kind.MANAGE)
    return _count_round(store, round_id, wraps, day, closes=True) or team_store.end_round(store, round_id, day)


def count_rounds(store: Store, key: str, kind: Kind, day: date, watch: Progress = nobody) -> int:
    """How many closed rounds of a team are counted now, by an insights or a manage key that opens them. Raises BadKey.

    A round of fewer than six people is erased, and nothing is counted.
    """
    team = team_store.find(store, key, kind)
    closed = [one.round_id for one in team_store.rounds(store, team) if one.closed_on and not one.counted_on]
    if not closed:
        return 0
    wraps = _wraps(store, key, kind)
    return sum(_count_round(store, round_id, wraps, day, watch) for round_id in closed)


def count_people(store: Store) -> int:
    """How many were counted so far, in all."""
    return int(store.read("SELECT coalesce(sum(people), 0) FROM cohort")[0][0])


def _wraps(store: Store, key: str, kind: Kind) -> Wraps:
    return {str(kind): KeyWrap.of_link(key, kind), SERVER: store.secret.wrapping}


def _count_round(store: Store, round_id: UUID, wraps: Wraps, day: date, watch: Progress = nobody, *, closes: bool = False) -> bool:
    return bool(_patiently(store, lambda: _count_once(store, round_id, wraps, day, watch, closes)))


def _patiently(store: Store, attempt: Callable[[], int | None]) -> int | None:
    for _ in range(_TRIES):
        with suppress(MixedMeanwhile):
            return attempt()
    with store.write_lock():
        return attempt()


def _count_once(store: Store, round_id: UUID, wraps: Wraps, day: date, watch: Progress, closes: bool) -> bool:
    opened = waiting_store.open_round(store, round_id, wraps, watch)
    if opened is None:
        return False
    places = umbrella_store.places(store, round_id)
    # Of teams that are equally small chance decides which is mixed: by a rule, a page would tell that others were not empty.
    cohorts = cohort_forming.of_round(opened, secrets.SystemRandom().sample(places, len(places)))
    with store.transaction() as cursor:
        # Whoever comes second changes no row here, and so counts nobody.
        if not _touched(cursor, _ONCE, [day, round_id, closes]):
            return False
        waiting_store.erase(cursor, opened)
        waiting_store.erase_round_key(cursor, round_id)
        _write(cursor, round_id, cohorts, day)
        counted = {cohort.instrument for cohort in cohorts}
        waiting_store.remember(cursor, [one.pending_id for one in opened if one.for_everyone and one.instrument not in counted])
    return True


_ONCE = """
    UPDATE round
    SET counted_on = $1, closed_on = coalesce(closed_on, $1)
    WHERE round_id = $2 AND counted_on IS NULL AND (closed_on IS NOT NULL OR $3)
    """


def _mix_pool(store: Store, day: date) -> int | None:
    """How many cohorts came of it; None where it was done before."""
    due = bundle_store.is_due(store, day)
    bundles = _bundles(store) if due else []
    with store.transaction() as cursor:
        # Whoever comes second changes no row here, and so mixes nobody.
        if not _touched(cursor, "UPDATE mixing SET done_for = $1 WHERE done_for <> $1 AND done_for <> $2", [day, day + _DAY]):
            return None
        if due:
            bundle_store.draw_next(cursor, day)
        for one in bundles:
            # As many rows go as were counted, or none of all this has happened.
            waiting_store.erase(cursor, one.people)
            written = _write(cursor, None, one.cohorts, day)
            for cohort in written.values():
                tally_store.add(cursor, one.instrument, cohort.counted, [total for total in (EVERYONE, cohort.plan.stage) if total])
            for cohort_id in one.of_rounds:
                tally_store.add_kept(cursor, one.instrument, cohort_id)
            bundle_store.enter(cursor, [*written, *one.of_rounds])
        longest = day - LONGEST_WAIT
        lapsed = waiting_store.let_lapse(cursor, everyone_before=longest, rounds_before=longest)
        waiting_store.erase_unused_keys(cursor)
    if lapsed:
        _log.info("Erased uncounted after the longest wait: %s submissions.", lapsed)
    return sum(len(one.cohorts) for one in bundles)


@dataclass(frozen=True)
class _Bundle:
    """What everyone moves by under one version: people who waited, in cohorts, and cohorts of rounds by id."""

    instrument: str
    people: Sequence[Opened]
    cohorts: Sequence[Cohort]
    of_rounds: Sequence[int]


def _bundles(store: Store) -> list[_Bundle]:
    """Whoever may enter everyone now, by version; nobody of one that too few wait for (docs/anonymity.md 2.3)."""
    opened, of_rounds = waiting_store.open_everyone(store), bundle_store.of_rounds(store)
    found = []
    for instrument in sorted({*of_rounds, *(one.instrument for one in opened)}):
        rounds = of_rounds.get(instrument, {})
        waiting = [one for one in opened if one.instrument == instrument]
        kept = bundle.apart([one.network for one in waiting], sum(rounds.values()))
        people = [waiting[place] for place in kept] if len(kept) >= POOL_FLOOR else []
        if len(people) + sum(rounds.values()) >= bundle.fewest(bundle_store.counted(store, instrument)):
            found.append(_Bundle(instrument, people, cohort_forming.of_everyone(people), tuple(rounds)))
    return found


def _write(cursor: Cursor, round_id: UUID | None, cohorts: Sequence[Cohort], day: date) -> dict[int, Cohort]:
    """The new cohorts by id."""
    (latest,) = cursor.execute("SELECT coalesce(max(cohort_id), 0) FROM cohort").fetchall()[0]
    numbered = dict(enumerate(cohorts, latest + 1))
    for cohort_id, cohort in numbered.items():
        stage = cohort.plan.stage if cohort.place is None else None
        row = [cohort_id, round_id, cohort.instrument, stage, cohort.plan.people, day, cohort.place, cohort.for_everyone]
        cursor.execute(_INSERT, row)
        # One without a round is added to the totals at once, and keeps nothing beside them.
        if round_id:
            tally_store.write(cursor, cohort_id, cohort.counted)
    return numbered


_INSERT = """
    INSERT INTO cohort (cohort_id, round_id, instrument, stage, people, mixed_on, in_totals, place, for_everyone)
    VALUES ($1, $2, $3, $4, $5, $6, FALSE, $7, $8)
    """


def _touched(cursor: Cursor, sql: str, values: list[object]) -> int:
    return int(cursor.execute(sql, values).fetchall()[0][0])
