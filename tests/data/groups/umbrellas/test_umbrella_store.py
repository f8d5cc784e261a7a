"""Several small teams hold a round together: what waits, what is counted, and what is never told of one of them."""

import random
from collections.abc import Iterator, Sequence
from datetime import timedelta
from itertools import product

import pytest

from data.database_address import Database
from data.errors import AlreadyMixed, BadClosingDay, BadKey, NotATeamName
from data.groups import cohort_store, contribution_store, more_time_store, team_keys, team_store
from data.groups.contribution_store import ContributionState
from data.groups.team_keys import TeamKeys
from data.groups.umbrellas import umbrella_store
from data.keys import Kind
from data.storage.store import Store
from data.totals import publishing
from data.totals.published import Published, Reason, Withheld
from tests.databases import store_at
from tests.invented import waiting
from tests.invented.crowd import Person, of_one_mind
from tests.invented.records import NEXT_YEAR, TODAY

NAMES = ("R&D (North)", "South #2", "東京", "West + East")
ENDED, LATER = TODAY + timedelta(days=2), TODAY + timedelta(days=800)


@pytest.fixture
def store(database: Database) -> Iterator[Store]:
    store = store_at(database)
    yield store
    store.close()


def made(store: Store, teams: Sequence[str] = NAMES, *, more_weeks: int = 0) -> TeamKeys:
    return team_store.create(store, "Four together", closes_on=TODAY, today=TODAY, teams=teams, more_weeks=more_weeks)


def join(store: Store, person: Person, join_key: str) -> None:
    invited = team_store.invitation(store, join_key)
    contribution_store.join_round(store, person.key, invited.round, today=TODAY, keep_until=NEXT_YEAR, place=invited.place)


def somebody_joins(store: Store, join_key: str, favourable: int = 4) -> Person:
    person = Person(statements=of_one_mind(favourable))
    person.finish(store)
    join(store, person, join_key)
    return person


def come(store: Store, keys: TeamKeys, sizes: Sequence[int]) -> None:
    """So many people of each team, whose rows are what the doors would have laid down."""
    round_id = team_store.invitation(store, keys.joins[0]).round.round_id
    for place, people in enumerate(sizes, 1):
        waiting.wait(store, waiting.crowd(people, place), round_id=round_id, place=place)


def cohorts(store: Store, keys: TeamKeys) -> dict[int | None, int]:
    """How many people each cohort of the newest round holds, by the place of its team."""
    round_id = team_store.invitation(store, keys.joins[0]).round.round_id
    return {place: people for place, people in store.read("SELECT place, people FROM cohort WHERE round_id = $1", [round_id])}


def shown(store: Store, keys: TeamKeys) -> dict[int, Published]:
    return dict(publishing.round_insights(store, keys.insights).teams)


def test_each_team_gets_a_join_key_of_its_own_and_all_of_them_follow_from_the_manage_key(store: Store) -> None:
    keys = made(store)

    invited = [team_store.invitation(store, key) for key in keys.joins]

    assert [(one.place, one.teams) for one in invited] == [(place, NAMES) for place in (1, 2, 3, 4)]
    assert len({one.round.round_id for one in invited}) == 1
    assert len({*keys.joins, keys.insights, keys.manage}) == 6
    assert team_keys.from_manage(keys.manage, 4) == keys
    assert [team_store.kind_of(store, key) for key in (*keys.joins, keys.insights, keys.manage)] == [
        *([Kind.JOIN] * 4),
        Kind.INSIGHTS,
        Kind.MANAGE,
    ]
    # Nobody would know in which team they were counted.
    with pytest.raises(BadKey):
        team_store.invitation(store, keys.join)


def test_names_are_checked_before_anything_is_made(store: Store) -> None:
    for names in (["North"], ["North", "north"], ["North", "=1+1"]):
        with pytest.raises(NotATeamName):
            made(store, names)
    with pytest.raises(BadClosingDay):
        team_store.create(store, "Two", closes_on=TODAY - timedelta(days=1), today=TODAY, teams=["North", "South"])

    assert store.read("SELECT count(*) FROM team UNION ALL SELECT count(*) FROM umbrella_team") == [(0,), (0,)]


def test_teams_of_nine_seven_four_and_two_show_the_nine_and_the_seven_and_mix_the_others(store: Store) -> None:
    keys = made(store)
    come(store, keys, (9, 7, 4, 2))

    cohort_store.close_round(store, keys.manage, TODAY)

    assert cohorts(store, keys) == {1: 9, 2: 7, None: 6}
    assert store.read("SELECT DISTINCT stage FROM cohort") == [(None,)]
    insights = publishing.round_insights(store, keys.insights)
    assert isinstance(insights.whole, Published) and insights.whole.n_band == "20-49"
    assert {place: (one.label, one.n_band) for place, one in insights.teams.items()} == {1: (NAMES[0], "6+"), 2: (NAMES[1], "6+")}
    # One breakdown: no life stage, and of a team no more than its means.
    assert insights.stages == {}
    assert all((one.levels, one.obstacles, one.bars, one.statements, one.week) == ({}, {}, {}, {}, {}) for one in insights.teams.values())


def rule(sizes: Sequence[int], floor: int = 6) -> set[int]:
    """The places that may be shown by themselves, as teams.md 2 words it: slow and plain."""
    if sum(sizes) < floor:
        return set()
    alone = {place for place, people in enumerate(sizes, 1) if people >= floor}
    while len(alone) < len(sizes) and sum(people for place, people in enumerate(sizes, 1) if place not in alone) < floor:
        alone.remove(min(alone, key=lambda place: sizes[place - 1]))
    return alone


WORLDS: list[tuple[int, ...]] = [
    *product((0, 2, 6, 7), repeat=3),
    (5, 1),
    (6, 5),
    (12, 0),
    (20, 20),
    (1,) * 12,
    (6,) * 12,
    (6,) * 11 + (1,),
]


def test_a_team_is_shown_by_itself_only_where_it_and_all_who_are_not_reach_six(store: Store) -> None:
    """Seen to fail: with teams that nobody joined left out of the sizes."""
    for sizes in WORLDS:
        keys = made(store, [f"Team {number}" for number in range(len(sizes))])
        come(store, keys, sizes)

        cohort_store.close_round(store, keys.manage, TODAY)

        found = cohorts(store, keys)
        # Of teams that are equally small any may be the one that is mixed.
        alone = {place for place in found if place}
        assert sorted(sizes[place - 1] for place in alone) == sorted(sizes[place - 1] for place in rule(sizes)), sizes
        assert alone == set(shown(store, keys))
        assert sum(found.values()) == (sum(sizes) if sum(sizes) >= 6 else 0)
        assert all(people >= 6 for people in found.values())


@pytest.mark.parametrize("others", [(9, 7), (9,), (6, 8, 7)])
def test_insights_are_the_same_whether_nobody_or_up_to_five_of_the_smallest_team_took_part(store: Store, others: tuple[int, ...]) -> None:
    """But for the figures that these people are part of: what is shown, and how coarse it is."""
    pages = set()
    for few in range(6):
        keys = made(store, [f"Team {number}" for number in range(len(others) + 1)])
        come(store, keys, (*others, few))
        cohort_store.close_round(store, keys.manage, TODAY)
        insights = publishing.round_insights(store, keys.insights)
        assert isinstance(insights.whole, Published)
        pages.add(tuple((place, one.label, one.n_band, tuple(one.means)) for place, one in insights.teams.items()))

    assert len(pages) == 1


def test_of_teams_that_are_equally_small_chance_decides_which_is_mixed(store: Store) -> None:
    """By a rule, a page could tell that somebody of a team that it does not show took part. Odds that one is never drawn: 1 in 5e11."""
    seen = set()
    for _ in range(40):
        keys = made(store, NAMES[:3])
        come(store, keys, (6, 6, 0))
        cohort_store.close_round(store, keys.manage, TODAY)
        seen |= set(shown(store, keys))

    assert seen == {1, 2}


@pytest.mark.parametrize("people", [6, 20, 50])
def test_of_a_team_no_more_is_told_than_of_six_however_many_it_are(store: Store, people: int) -> None:
    keys = made(store, NAMES[:2])
    come(store, keys, (people, 20))
    cohort_store.close_round(store, keys.manage, TODAY)

    told = shown(store, keys)
    assert [one.n_band for one in told.values()] == ["6+", "6+"]
    assert {(mean.low, mean.high, mean.value % 5) for one in told.values() for mean in one.means.values()} == {(None, None, 0)}


def test_with_one_person_in_each_of_five_teams_nothing_is_shown_and_with_six_the_whole(store: Store) -> None:
    for many, said in ((5, Withheld("team", Reason.TOO_FEW)), (6, Published)):
        keys = made(store, [f"Team {number}" for number in range(many)])
        come(store, keys, (1,) * many)
        cohort_store.close_round(store, keys.manage, TODAY)
        insights = publishing.round_insights(store, keys.insights)
        assert insights.teams == {}
        assert insights.whole == said if isinstance(said, Withheld) else isinstance(insights.whole, said)


def test_who_opens_two_join_links_is_counted_once_and_in_the_team_that_they_chose_last(store: Store) -> None:
    keys = made(store)
    come(store, keys, (8, 5, 0, 7))
    person = somebody_joins(store, keys.joins[0])

    join(store, person, keys.joins[1])

    (given,) = person.record(store).contributions
    assert (given.place, store.read("SELECT count(*) FROM pending")) == (2, [(21,)])
    cohort_store.close_round(store, keys.manage, TODAY)
    # Theirs is the smallest of those that reach six, and so laid together with the one that nobody joined.
    assert cohorts(store, keys) == {1: 8, 4: 7, None: 6}
    with pytest.raises(AlreadyMixed):
        contribution_store.withdraw(store, person.key, given, keep_until=NEXT_YEAR)


def test_who_withdraws_is_in_no_team(store: Store) -> None:
    keys = made(store, NAMES[:2])
    come(store, keys, (6, 5))
    person = somebody_joins(store, keys.joins[1])

    contribution_store.withdraw(store, person.key, person.record(store).contributions[0], keep_until=NEXT_YEAR)
    cohort_store.close_round(store, keys.manage, TODAY)

    assert cohorts(store, keys) == {None: 11}
    assert person.record(store).contributions == ()


def test_no_row_of_the_database_tells_how_many_of_a_team_wait(store: Store) -> None:
    keys = made(store)
    come(store, keys, (3, 1, 0, 2))

    (column,) = store.read("SELECT count(*) FROM information_schema.columns WHERE table_name = 'pending' AND column_name = 'place'")
    lengths = {len(sealed) for (sealed,) in store.read("SELECT sealed FROM pending")}

    assert (column, len(lengths)) == ((0,), 1)


def test_an_umbrella_gets_more_time_where_fewer_than_six_wait_in_all(store: Store) -> None:
    few, enough = (made(store, more_weeks=1) for _ in range(2))
    come(store, few, (2, 1, 1, 1))
    come(store, enough, (2, 2, 1, 1))

    more_time_store.give(store, ENDED)

    assert [team_store.invitation(store, keys.joins[3]).round.closes_on for keys in (few, enough)] == [TODAY + timedelta(days=7), TODAY]


def test_the_next_round_of_an_umbrella_opens_by_the_same_links(store: Store) -> None:
    keys = made(store, NAMES[:2])
    come(store, keys, (6, 6))
    cohort_store.close_round(store, keys.manage, TODAY)

    team_store.open_round(store, keys.manage, closes_on=TODAY, today=TODAY)
    come(store, keys, (7, 7))
    cohort_store.run_daily(store, ENDED)

    # The insights link alone opens what waited.
    assert cohort_store.count_rounds(store, keys.insights, Kind.INSIGHTS, ENDED) == 1
    assert [publishing.round_insights(store, keys.insights, number).teams.keys() for number in (1, 2)] == [{1, 2}, {1, 2}]


def test_a_forgotten_umbrella_takes_the_names_of_its_teams_along(store: Store) -> None:
    keys = made(store)
    cohort_store.close_round(store, keys.manage, TODAY)

    team_store.drop_unused(store, LATER)

    assert [store.read(f"SELECT count(*) FROM {table}") for table in ("team", "team_key", "umbrella_team")] == [[(0,)]] * 3


def test_a_round_of_a_team_by_itself_has_no_teams(store: Store) -> None:
    keys = team_store.create(store, "North", closes_on=TODAY, today=TODAY)
    invited = team_store.invitation(store, keys.join)

    assert (invited.teams, invited.place, umbrella_store.places(store, invited.round.round_id), keys.joins) == ((), None, (), ())


def test_what_became_of_a_contribution_is_told_as_in_any_round(store: Store) -> None:
    keys = made(store, NAMES[:2])
    person = somebody_joins(store, keys.joins[0])
    dice = random.Random(3)

    before = contribution_store.standings(store, person.record(store))[0].state
    come(store, keys, (dice.randrange(3), 6))
    cohort_store.close_round(store, keys.manage, TODAY)

    assert (before, contribution_store.standings(store, person.record(store))[0].state) == (
        ContributionState.WAITING,
        ContributionState.MIXED,
    )
