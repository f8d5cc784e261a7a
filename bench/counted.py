"""Databases in which many wait or were counted: a thousand mixed for real, more of them by arithmetic on their cohorts."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from functools import cache
from uuid import UUID, uuid4

from data.groups import cohort_store, submission, team_store, waiting_store
from data.groups.submission import Submission
from data.groups.team_keys import TeamKeys
from data.groups.waiting_store import Given, Place
from data.instrument.instrument import CURRENT
from data.profile import profile
from data.record.record import Result
from data.storage.store import Store
from demo.people import People

DAY = date(2026, 1, 1)
# People who are all different; larger crowds are these several times over.
_DIFFERENT = 1_000
# What a week brings: small, so that there are many cohorts for the people, which is the harder case.
_IN_A_DAY = 100
# As many times are laid down by one statement: nobody waits for one that takes longer than ten seconds (decisions 48).
_AT_ONCE = 1_000
_TEAM = 32


def wait(store: Store, people: int) -> None:
    """Let so many wait among everyone: each sealed by itself, as it would be."""
    different = _invented()
    _insert(store, [different[number % _DIFFERENT] for number in range(people)])


def count_a_thousand(store: Store) -> None:
    """Mix a thousand people without a team in ten weekly mixings."""
    for days in range(_DIFFERENT // _IN_A_DAY):
        _insert(store, _invented()[days * _IN_A_DAY : (days + 1) * _IN_A_DAY])
        # In the coming week at the latest is the next day on which everyone is mixed.
        cohort_store.run_daily(store, DAY + timedelta(days=14 * days))


def multiply(store: Store, times: int) -> None:
    """As if so many times the people had been counted in so many times the cohorts, one after another. Before any team."""
    cohorts = """
        INSERT INTO cohort (cohort_id, round_id, instrument, stage, people, mixed_on, in_totals)
        SELECT cohort_id + again * $2, NULL, instrument, stage, people, mixed_on, TRUE
        FROM cohort, generate_series(CAST($1 AS INTEGER), CAST($3 AS INTEGER) - 1) AS later(again)
        WHERE cohort_id <= $2
        ORDER BY again, cohort_id
        """
    ((latest,),) = store.read("SELECT max(cohort_id) FROM cohort")
    with store.transaction() as cursor:
        for first in range(1, times, _AT_ONCE):
            cursor.execute(cohorts, [first, latest, min(first + _AT_ONCE, times)])
        cursor.execute("UPDATE total_count SET people = people * $1", [times])
        cursor.execute("UPDATE shown_count SET people = people * $1", [times])


def close_a_team(store: Store) -> TeamKeys:
    """Mix a team's round; its keys."""
    keys = team_store.create(store, "Bench", closes_on=DAY, today=DAY)
    newest = team_store.closable_round(store, keys.manage)
    _insert(store, _invented()[:_TEAM], newest.round_id)
    cohort_store.close_round(store, keys.manage, DAY)
    return keys


def close_umbrella(store: Store, *, teams: int, rounds: int) -> TeamKeys:
    """Mix rounds of so many teams that hold them together, each as large as a team's above; its keys."""
    keys = team_store.create(store, "Bench", closes_on=DAY, today=DAY, teams=[f"Team {place}" for place in range(teams)])
    for number in range(rounds):
        newest = team_store.open_round(store, keys.manage, closes_on=DAY, today=DAY) if number else None
        round_id = (newest or team_store.closable_round(store, keys.manage)).round_id
        for place in range(teams):
            _insert(store, _invented()[place * _TEAM : (place + 1) * _TEAM], round_id, place + 1)
        cohort_store.close_round(store, keys.manage, DAY)
    return keys


def end_a_team(store: Store) -> TeamKeys:
    """The keys of a team whose round is closed, and waits for somebody with a link to be counted."""
    today = datetime.now(UTC).date()
    keys = team_store.create(store, "Bench", closes_on=today, today=today)
    newest = team_store.closable_round(store, keys.manage)
    _insert(store, _invented()[:_TEAM], newest.round_id)
    team_store.end_round(store, newest.round_id, today)
    return keys


def _insert(store: Store, given: Sequence[Submission], round_id: UUID | None = None, place: int | None = None) -> None:
    # Straight into the table: nobody here has a record, and only what comes of waiting is measured.
    with store.transaction() as cursor:
        waiting_store.lay(cursor, store.secret, Place(round_id, CURRENT, DAY), [Given(uuid4(), one, True, place) for one in given])


@cache
def _invented() -> tuple[Submission, ...]:
    people = People(1)
    sheets = (people.sheet() for _ in range(_DIFFERENT))
    return tuple(submission.from_profile(profile.from_result(Result(instrument=CURRENT, taken_on=DAY, answers=sheet))) for sheet in sheets)
