from collections.abc import Iterator
from datetime import date, timedelta

import pytest

from data import privacy_limits
from data.database_address import Database
from data.errors import BadClosingDay, BadKey, NotATeamName, RoundClosed, RoundStillOpen
from data.groups import cohort_store, team_keys, team_store
from data.groups.team_keys import TeamKeys
from data.instrument.instrument import CURRENT
from data.keys import Kind
from data.storage.store import Store
from tests.databases import store_at
from tests.invented.records import TODAY

FRIDAY = date(2026, 11, 27)


@pytest.fixture
def store(database: Database) -> Iterator[Store]:
    store = store_at(database)
    yield store
    store.close()


@pytest.fixture
def keys(store: Store) -> TeamKeys:
    return team_store.create(store, "R&D (North)", closes_on=FRIDAY, today=TODAY)


def close(store: Store, keys: TeamKeys) -> bool:
    return cohort_store.close_round(store, keys.manage, TODAY)


def test_each_of_the_three_keys_opens_its_own_door_and_no_other(store: Store, keys: TeamKeys) -> None:
    given = {Kind.JOIN: keys.join, Kind.INSIGHTS: keys.insights, Kind.MANAGE: keys.manage}

    assert {kind: team_store.kind_of(store, key) for kind, key in given.items()} == {kind: kind for kind in given}
    for kind, key in given.items():
        assert team_store.find(store, key, kind).name == "R&D (North)"
        for other in set(given) - {kind}:
            with pytest.raises(BadKey):
                team_store.find(store, key, other)


def test_the_manage_key_alone_leads_to_the_keys_of_its_own_team_and_of_no_other(store: Store, keys: TeamKeys) -> None:
    other = team_store.create(store, "South", closes_on=FRIDAY, today=TODAY)
    team = team_store.find(store, keys.manage, Kind.MANAGE)

    assert team_keys.from_manage(keys.manage) == keys
    assert team_store.has_derived_keys(store, team, keys)
    assert not team_store.has_derived_keys(store, team, other)


def test_a_new_round_asks_the_statements_of_the_day(store: Store, keys: TeamKeys) -> None:
    assert team_store.invitation(store, keys.join).round.instrument == CURRENT == "rk-1.1"


@pytest.mark.parametrize("key", ["B" * 21 + "A", "", "not a key", "A" * 22, "' OR 1=1 --"])
def test_a_forged_key_opens_nothing_and_says_nothing_else(store: Store, keys: TeamKeys, key: str) -> None:
    assert team_store.kind_of(store, key) is None
    with pytest.raises(BadKey, match="key_opens_nothing"):
        team_store.invitation(store, key)


def test_no_key_and_nothing_that_leads_to_one_is_stored(store: Store, keys: TeamKeys) -> None:
    rows = repr([store.read("SELECT * FROM team"), store.read("SELECT * FROM team_key"), store.read("SELECT * FROM round")])

    assert [key for key in (keys.join, keys.insights, keys.manage) if key in rows] == []
    assert repr(keys) == "TeamKeys()"


def test_an_invitation_says_what_the_team_is_and_not_who_answered(store: Store, keys: TeamKeys) -> None:
    invitation = team_store.invitation(store, keys.join)

    assert (invitation.team.name, invitation.team.made_on, invitation.floor) == ("R&D (North)", TODAY, 6)
    assert vars(invitation.round).keys() == {
        "round_id",
        "number",
        "instrument",
        "opened_on",
        "closes_on",
        "closed_on",
        "counted_on",
        "more_weeks",
    }
    assert (invitation.round.number, invitation.round.closes_on) == (1, FRIDAY)


def test_answers_come_in_through_the_closing_day(store: Store, keys: TeamKeys) -> None:
    round = team_store.invitation(store, keys.join).round

    assert [round.takes_answers(FRIDAY + timedelta(days=late)) for late in (-1, 0, 1)] == [True, True, False]


@pytest.mark.parametrize("days", [-1, privacy_limits.MAX_OPEN_DAYS + 1])
def test_a_closing_day_out_of_reach_makes_no_team(store: Store, days: int) -> None:
    with pytest.raises(BadClosingDay):
        team_store.create(store, "North", closes_on=TODAY + timedelta(days=days), today=TODAY)

    assert store.read("SELECT * FROM team") == []


def test_a_hostile_name_makes_no_team(store: Store) -> None:
    with pytest.raises(NotATeamName):
        team_store.create(store, "![x](http://127.0.0.1/x.png)", closes_on=FRIDAY, today=TODAY)

    assert store.read("SELECT * FROM team_key") == []


def test_a_new_round_opens_only_after_the_last_was_closed(store: Store, keys: TeamKeys) -> None:
    with pytest.raises(RoundStillOpen):
        team_store.open_round(store, keys.manage, closes_on=FRIDAY, today=TODAY)
    close(store, keys)

    opened = team_store.open_round(store, keys.manage, closes_on=FRIDAY, today=TODAY)

    assert opened.number == 2
    assert [round.number for round in team_store.rounds(store, team_store.find(store, keys.join, Kind.JOIN))] == [1, 2]
    assert team_store.invitation(store, keys.join).round == opened


def test_a_closed_round_cannot_be_closed_again(store: Store, keys: TeamKeys) -> None:
    assert close(store, keys)

    with pytest.raises(RoundClosed):
        team_store.closable_round(store, keys.manage)


def test_the_last_day_moves_to_later_and_the_invitation_says_the_new_one(store: Store, keys: TeamKeys) -> None:
    moved = FRIDAY + timedelta(days=10)

    assert team_store.move_last_day(store, keys.manage, closes_on=moved, lasting=TODAY).closes_on == moved

    round = team_store.invitation(store, keys.join).round
    assert (round.closes_on, round.takes_answers(moved), round.takes_answers(moved + timedelta(days=1))) == (moved, True, False)
    assert team_store.rounds_due(store, moved) == ()
    assert team_store.rounds_due(store, moved + timedelta(days=1)) == (round.round_id,)


def test_the_last_day_moves_neither_back_nor_beyond_the_longest_time(store: Store, keys: TeamKeys) -> None:
    """Counted from the opening, however often it is moved. Seen to fail: with the longest time counted from the day of the move."""
    longest = TODAY + timedelta(days=privacy_limits.MAX_OPEN_DAYS)
    team_store.move_last_day(store, keys.manage, closes_on=longest - timedelta(days=1), lasting=TODAY)

    for closes_on in (TODAY - timedelta(days=1), FRIDAY, longest - timedelta(days=1), longest + timedelta(days=1)):
        with pytest.raises(BadClosingDay):
            team_store.move_last_day(store, keys.manage, closes_on=closes_on, lasting=FRIDAY)
    assert team_store.move_last_day(store, keys.manage, closes_on=longest, lasting=FRIDAY).closes_on == longest
    assert team_store.latest_last_day(team_store.invitation(store, keys.join).round) == longest


def test_a_round_that_takes_no_more_answers_is_not_opened_again_by_moving_its_day(store: Store, keys: TeamKeys) -> None:
    """Whoever was told that it had ended must not be counted with people who came later."""
    later = FRIDAY + timedelta(days=10)

    with pytest.raises(RoundClosed):
        team_store.move_last_day(store, keys.manage, closes_on=later, lasting=FRIDAY + timedelta(days=1))
    close(store, keys)
    with pytest.raises(RoundClosed):
        team_store.move_last_day(store, keys.manage, closes_on=later, lasting=TODAY)
    for key in (keys.join, keys.insights):
        with pytest.raises(BadKey):
            team_store.move_last_day(store, key, closes_on=later, lasting=TODAY)


def test_only_the_manage_key_opens_and_closes_rounds(store: Store, keys: TeamKeys) -> None:
    for key in (keys.join, keys.insights):
        with pytest.raises(BadKey):
            team_store.closable_round(store, key)
        with pytest.raises(BadKey):
            team_store.open_round(store, key, closes_on=FRIDAY, today=TODAY)


def test_a_round_is_due_the_day_after_it_closes(store: Store, keys: TeamKeys) -> None:
    round_id = team_store.invitation(store, keys.join).round.round_id

    assert team_store.rounds_due(store, FRIDAY) == ()
    assert team_store.rounds_due(store, FRIDAY + timedelta(days=1)) == (round_id,)


def test_a_team_without_an_open_round_for_two_years_is_forgotten(store: Store, keys: TeamKeys) -> None:
    other = team_store.create(store, "South", closes_on=FRIDAY, today=TODAY)
    close(store, keys)

    assert team_store.drop_unused(store, FRIDAY + privacy_limits.TEAM_KEPT) == 0
    assert team_store.drop_unused(store, FRIDAY + privacy_limits.TEAM_KEPT + timedelta(days=1)) == 1
    assert team_store.kind_of(store, keys.join) is None
    assert team_store.kind_of(store, other.join) is Kind.JOIN
