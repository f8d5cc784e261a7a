"""A round that would be too small goes on by itself, once, where its organiser chose so."""

from collections.abc import Iterator
from datetime import date, timedelta

import pytest

from data import privacy_limits
from data.database_address import Database
from data.errors import BadClosingDay
from data.groups import cohort_store, more_time_store, team_store
from data.groups.team_keys import TeamKeys
from data.groups.team_store import Round
from data.storage.store import Store
from tests.databases import store_at
from tests.invented.crowd import Person
from tests.invented.records import TODAY

LAST = TODAY + timedelta(days=5)
# A last day has ended everywhere two mixings later.
DUE = timedelta(days=2)


@pytest.fixture
def store(database: Database) -> Iterator[Store]:
    store = store_at(database)
    yield store
    store.close()


def opened(store: Store, *, more_weeks: int, people: int, closes_on: date = LAST) -> TeamKeys:
    keys = team_store.create(store, "North", closes_on=closes_on, today=TODAY, more_weeks=more_weeks)
    for _ in range(people):
        person = Person()
        person.finish(store)
        person.join(store, newest(store, keys))
    return keys


def newest(store: Store, keys: TeamKeys) -> Round:
    return team_store.invitation(store, keys.join).round


@pytest.mark.parametrize("weeks", [1, 2, 3])
def test_a_round_of_five_goes_on_by_the_weeks_that_were_chosen_and_then_closes(store: Store, weeks: int) -> None:
    """Seen to fail: with the weeks left in place."""
    keys, longer = opened(store, more_weeks=weeks, people=5), LAST + timedelta(weeks=weeks)

    cohort_store.run_daily(store, LAST + DUE - timedelta(days=1))
    assert newest(store, keys).closes_on == LAST
    cohort_store.run_daily(store, LAST + DUE)
    gone_on = newest(store, keys)
    assert (gone_on.closes_on, gone_on.closed_on, gone_on.more_weeks) == (longer, None, 0)
    assert gone_on.takes_answers(longer)

    cohort_store.run_daily(store, longer + DUE)
    assert newest(store, keys).closed_on == longer + DUE


def test_a_round_of_six_closes_on_its_day_and_so_does_one_that_was_given_no_more_time(store: Store) -> None:
    enough, plain = opened(store, more_weeks=3, people=6), opened(store, more_weeks=0, people=5)

    cohort_store.run_daily(store, LAST + DUE)

    assert [newest(store, keys).closed_on for keys in (enough, plain)] == [LAST + DUE, LAST + DUE]


def test_no_round_goes_on_beyond_the_longest_time(store: Store) -> None:
    longest = TODAY + timedelta(days=privacy_limits.MAX_OPEN_DAYS)
    keys = opened(store, more_weeks=3, people=0, closes_on=longest - timedelta(days=4))

    cohort_store.run_daily(store, longest - timedelta(days=4) + DUE)

    assert newest(store, keys).closes_on == longest


def test_more_time_counts_from_the_day_that_was_moved_to(store: Store) -> None:
    keys, moved = opened(store, more_weeks=1, people=2), LAST + timedelta(days=10)
    team_store.move_last_day(store, keys.manage, closes_on=moved, lasting=TODAY)

    assert more_time_store.give(store, LAST + timedelta(days=1)) == 0
    assert more_time_store.give(store, moved + timedelta(days=1)) == 1
    assert newest(store, keys).closes_on == moved + timedelta(weeks=1)


def test_an_organiser_who_closes_by_hand_ends_it_for_good(store: Store) -> None:
    keys = opened(store, more_weeks=3, people=2)
    cohort_store.close_round(store, keys.manage, TODAY)

    cohort_store.run_daily(store, LAST + DUE)

    assert (newest(store, keys).closed_on, newest(store, keys).closes_on) == (TODAY, LAST)


@pytest.mark.parametrize("weeks", [-1, privacy_limits.MAX_MORE_WEEKS + 1])
def test_more_weeks_than_are_offered_make_no_team(store: Store, weeks: int) -> None:
    with pytest.raises(BadClosingDay):
        team_store.create(store, "North", closes_on=LAST, today=TODAY, more_weeks=weeks)


def test_what_the_database_holds_of_the_round_is_the_same_for_nobody_as_for_five(store: Store) -> None:
    rounds = [opened(store, more_weeks=2, people=people) for people in range(6)]

    cohort_store.run_daily(store, LAST + DUE)

    rows = {(one.number, one.opened_on, one.closes_on, one.closed_on, one.more_weeks) for one in (newest(store, keys) for keys in rounds)}
    assert rows == {(1, TODAY, LAST + timedelta(weeks=2), None, 0)}
