"""Giving a finished assessment to the totals, taking it back while it waits, and moving it into a team's round.

The row that waits and what the sealed record remembers of it change together or not at all.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from functools import partial
from typing import Any, NamedTuple, TypeAlias
from uuid import UUID

from data import days
from data.errors import AlreadyMixed, AnswerAfresh, RoundClosed, WaitsElsewhere
from data.groups import submission, waiting_store
from data.groups.agreements.happened import NOTHING_ASKED, Happenings
from data.groups.team_store import Round
from data.groups.waiting_store import Given, Place
from data.privacy_limits import COUNTED_ONCE_IN, LATER_WITHIN, MAX_RESULT_AGE
from data.profile import profile
from data.record import record_store
from data.record.record import Contribution, Record, Result
from data.storage.sealing import row_id
from data.storage.store import Cursor, Store

Read: TypeAlias = Callable[[str, Sequence[object]], list[tuple[Any, ...]]]


class ContributionState(StrEnum):
    """What became of a contribution: it waits and may be withdrawn, is part of a total, or was never counted.

    Never counted: erased because its round was too small, lapsed after the longest wait, or withdrawn through a copy of the record. Of a
    round that came to nothing, whoever agreed to be counted among everyone waits there later, from one of their visits on.
    """

    WAITING = "waiting"
    MIXED = "mixed"
    ERASED = "erased"
    LAPSED = "lapsed"
    LATER = "later"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True)
class ContributionStatus:
    """One thing that a record gave to the totals, and what became of it; `in_round`: in the round it was given to, not among everyone."""

    contribution: Contribution
    state: ContributionState
    in_round: bool


def may_join_everyone(record: Record, today: date) -> bool:
    """Whether the latest result may wait for the weekly mixing: with consent, and once in 12 months, rounds included."""
    consented = record.consents is not None and record.consents.count_in_reference
    return consented and bool(record.results) and not _lately(record.contributions, today)


def join_everyone(store: Store, key: str, *, today: date, keep_until: date, network: str = "") -> Record:
    """The record with its latest result waiting among everyone in place of one that waited there; none waits where it may not join.

    Safe to call after every finished assessment.
    """

    def join(record: Record, cursor: Cursor) -> Record:
        # What waits gives way before anything is asked: it would else count as counted lately, and nothing would wait at all.
        kept = tuple(given for given in record.contributions if not _makes_room(cursor, given))
        cleared = record.model_copy(update={"contributions": kept})
        return _add(_Joining(store, key, None, today, network), cursor, cleared) if may_join_everyone(cleared, today) else cleared

    return record_store.change_in_transaction(store, key, join, keep_until=keep_until)


def join_later(store: Store, key: str, record: Record, *, today: date, keep_until: date, network: str = "") -> Record:
    """The record, waiting among everyone where its round came to nothing, its person had agreed, and a random day since has come.

    By a row of its own, made from what only its key opens: nothing is passed on from the round (docs/anonymity.md 2.4).
    """
    if not any(_later_from(store, given) <= today for given in record.contributions):
        return record
    return join_everyone(store, key, today=today, keep_until=keep_until, network=network)


def join_round(
    store: Store,
    key: str,
    round: Round,
    *,
    today: date,
    keep_until: date,
    place: int | None = None,
    happenings: Happenings = NOTHING_ASKED,
) -> Record:
    """The record with its latest result waiting in the round, in place of one that waited there or among everyone: it is moved.

    With what its person says of the team's agreements, which no record remembers. `place`: that of their team in an umbrella; who waited
    there in another team of it waits in this one alone from now on. Only for somebody who agreed on the join screen.
    Raises RoundClosed; AnswerAfresh where there is no result of the last 30 days, AlreadyMixed where it is part of a total;
    WaitsElsewhere where it waits in another round.
    """

    def join(record: Record, cursor: Cursor) -> Record:
        _check_open(cursor, round.round_id, today)
        result = _latest(record, round, today)
        kept = tuple(given for given in record.contributions if not _makes_room(cursor, given, round.round_id))
        same = [given for given in kept if given.taken_on == result.taken_on and given.number >= len(record.results)]
        _refuse_twice(cursor, same)
        joining = _Joining(store, key, round.round_id, today, place=place, happenings=happenings)
        return _add(joining, cursor, record.model_copy(update={"contributions": kept}))

    return record_store.change_in_transaction(store, key, join, keep_until=keep_until)


def withdraw(store: Store, key: str, contribution: Contribution, *, keep_until: date) -> Record:
    """The record without a contribution that waited; it is never counted. Raises AlreadyMixed where it does not wait any more."""

    def forget(record: Record, cursor: Cursor) -> Record:
        if contribution in record.contributions and not _erase(cursor, [contribution]):
            raise AlreadyMixed("already_mixed")
        kept = tuple(given for given in record.contributions if given != contribution)
        return record.model_copy(update={"contributions": kept})

    return record_store.change_in_transaction(store, key, forget, keep_until=keep_until)


def standings(store: Store, record: Record) -> tuple[ContributionStatus, ...]:
    """Everything that the record gave to the totals, in the order of joining."""
    return tuple(_standing(store.read, given) for given in record.contributions)


def erase_waiting(cursor: Cursor, record: Record) -> int:
    """How many contributions of a record that is about to be deleted were waiting; they are never counted."""
    return _erase(cursor, record.contributions)


def _lately(contributions: Iterable[Contribution], today: date) -> bool:
    # Whoever joined a round and was not to be counted among everyone is not (docs/anonymity.md 2.6).
    return any(given.for_everyone and today - given.joined_on < COUNTED_ONCE_IN for given in contributions)


class _Joining(NamedTuple):
    """Who joins what, and from which network: the round, for one of its teams where it is an umbrella's, or everyone without one."""

    store: Store
    key: str
    round_id: UUID | None
    today: date
    network: str = ""
    place: int | None = None
    happenings: Happenings = NOTHING_ASKED


def _add(joining: _Joining, cursor: Cursor, record: Record) -> Record:
    store, key, round_id, today, network, place, happenings = joining
    result, number = record.results[-1], len(record.results)
    # Its own label for each: what waited in another place or year cannot be recognised as the same person's.
    pending_id = row_id(key, f"pending {round_id} {number} {today}" + (f" {place}" if place else ""))
    given = submission.from_profile(profile.from_result(result), happenings)
    # May it wait for everyone's mixing where the round turns out too small? By the same consent and rule as for everyone else.
    for_everyone = round_id is None or may_join_everyone(record, today)
    place_of_it = Place(round_id, given.instrument, today, network)
    waiting_store.lay(cursor, store.secret, place_of_it, [Given(pending_id, given, for_everyone, place)])
    added = Contribution(
        joined_on=today,
        round_id=round_id,
        place=place,
        taken_on=result.taken_on,
        number=number,
        for_everyone=for_everyone,
        pending_id=pending_id,
    )
    return record.model_copy(update={"contributions": (*record.contributions, added)})


def _makes_room(cursor: Cursor, given: Contribution, round_id: UUID | None = None) -> bool:
    """Whether a former contribution is forgotten on joining there: it waits there or among everyone and is erased, or never counted."""
    here = "DELETE FROM pending WHERE pending_id = $1 AND (round_id IS NULL OR round_id = $2)"
    lapsed = "DELETE FROM lapsed WHERE pending_id = $1"
    if _rows(cursor, here, [given.pending_id, round_id]) != [(0,)] or _rows(cursor, lapsed, [given.pending_id]) != [(0,)]:
        return True
    return _standing(partial(_rows, cursor), given).state in (ContributionState.ERASED, ContributionState.WITHDRAWN)


def _refuse_twice(cursor: Cursor, same: Iterable[Contribution]) -> None:
    for given in same:
        if _standing(partial(_rows, cursor), given).state is ContributionState.WAITING:
            raise WaitsElsewhere("waits_elsewhere")
        raise AlreadyMixed("already_mixed_afresh")


def _latest(record: Record, round: Round, today: date) -> Result:
    result = record.results[-1] if record.results else None
    if result is None or today - result.taken_on > MAX_RESULT_AGE or result.instrument != round.instrument:
        raise AnswerAfresh("result_too_old", days=MAX_RESULT_AGE.days)
    return result


def _check_open(cursor: Cursor, round_id: UUID, today: date) -> None:
    # Asked inside the transaction: the tab may be older than the closing.
    open_still = "SELECT 1 FROM round WHERE round_id = $1 AND closed_on IS NULL AND closes_on >= $2"
    if not cursor.execute(open_still, [round_id, days.perhaps_lasting(today)]).fetchall():
        raise RoundClosed("round_closed")


def _later_from(store: Store, given: Contribution) -> date:
    """The day from which it may wait among everyone; never, where it is not such a one."""
    if not (given.round_id and given.for_everyone and store.read("SELECT 1 FROM lapsed WHERE pending_id = $1", [given.pending_id])):
        return date.max
    closed = store.read("SELECT closed_on FROM round WHERE round_id = $1", [given.round_id])
    # As good as random to everybody but its owner, and the same at each visit.
    return max([day for (day,) in closed if day], default=date.min) + timedelta(days=1 + given.pending_id.int % LATER_WITHIN.days)


def _erase(cursor: Cursor, contributions: Iterable[Contribution]) -> int:
    """How many of them were still waiting, or had lapsed; nothing is left of either."""
    tables = ("DELETE FROM pending WHERE pending_id = $1", "DELETE FROM lapsed WHERE pending_id = $1")
    return sum(_rows(cursor, erase, [given.pending_id])[0][0] for given in contributions for erase in tables)


def _standing(read: Read, given: Contribution) -> ContributionStatus:
    for (round_id,) in read("SELECT round_id FROM pending WHERE pending_id = $1", [given.pending_id]):
        return ContributionStatus(given, ContributionState.WAITING, in_round=round_id is not None)
    if read("SELECT 1 FROM lapsed WHERE pending_id = $1", [given.pending_id]):
        later = given.round_id and given.for_everyone
        return ContributionStatus(given, ContributionState.LATER if later else ContributionState.LAPSED, in_round=False)
    look_up = """
        SELECT counted_on IS NULL, EXISTS (SELECT 1 FROM cohort WHERE cohort.round_id = round.round_id)
        FROM round
        WHERE round_id = $1
        """
    for is_uncounted, has_cohort in read(look_up, [given.round_id]):
        if is_uncounted:
            # No row while nobody was counted: it was withdrawn through a copy of the record.
            return ContributionStatus(given, ContributionState.WITHDRAWN, in_round=True)
        if has_cohort or not given.for_everyone:
            return ContributionStatus(given, ContributionState.MIXED if has_cohort else ContributionState.ERASED, in_round=True)
    return ContributionStatus(given, ContributionState.MIXED, in_round=False)


def _rows(cursor: Cursor, sql: str, values: Sequence[object]) -> list[tuple[Any, ...]]:
    return cursor.execute(sql, values).fetchall()
