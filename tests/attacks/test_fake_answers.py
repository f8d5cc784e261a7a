"""The attack of docs/anonymity.md 4.4: an organiser fills in all answers but one. Only noise could stop that; these are the frictions.

Seen to fail: with `mean_step=1` for groups below twenty (the victim's score follows from the mean); with a count in `Invitation`.
"""

from collections.abc import Iterator

import pytest

from data.database_address import Database
from data.errors import AlreadyMixed, RoundClosed
from data.groups import cohort_store, team_store
from data.groups.team_keys import TeamKeys
from data.instrument.answers import Answer
from data.instrument.instrument import CURRENT, load
from data.storage.store import Store
from data.totals import publishing
from data.totals.published import Published
from tests.databases import store_at
from tests.invented.crowd import Person, of_one_mind
from tests.invented.records import TODAY

GROWTH = load(CURRENT).items_of("growth")
_HIGH = of_one_mind(4)
# In the middle of every area, and yet not in one straight line: those who fake answers know that such a sheet is left out.
FAKE = {id: (low, _HIGH[id])[place % 2] for place, (id, low) in enumerate(of_one_mind(2).items())}
# Keyed answers of the victim to growth, from all against to all in favour: seventeen scores in all, of which these are nine.
VICTIMS: list[tuple[Answer, ...]] = [
    (1, 1, 1, 1), (1, 1, 2, 2), (2, 2, 2, 2), (2, 2, 3, 3), (3, 3, 3, 3), (3, 3, 4, 4), (4, 4, 4, 4), (4, 4, 5, 5), (5, 5, 5, 5),
]  # fmt: skip


@pytest.fixture
def store(database: Database) -> Iterator[Store]:
    store = store_at(database)
    yield store
    store.close()


def team(store: Store) -> TeamKeys:
    return team_store.create(store, "North", closes_on=TODAY, today=TODAY)


def published_growth(store: Store, victim: tuple[Answer, ...], fakes: int) -> int:
    keys = team(store)
    round = team_store.closable_round(store, keys.manage)
    turned: dict[Answer, Answer] = {1: 5, 2: 4, 3: 3, 4: 2, 5: 1}
    own = {item.id: turned[answer] if item.reverse else answer for item, answer in zip(GROWTH, victim, strict=True)}
    people = [Person(statements=FAKE) for _ in range(fakes)]
    people.append(Person(statements=FAKE | own))
    for person in people:
        person.finish(store)
        person.join(store, round)
    cohort_store.close_round(store, keys.manage, TODAY)
    found = publishing.round_insights(store, keys.insights).whole
    assert isinstance(found, Published)
    return found.means["growth"].value


def test_one_answer_among_five_fakes_is_blurred_to_a_few_guesses(store: Store) -> None:
    """Not a guarantee: the largest and smallest scores can still be told apart, which is what the join screen says."""
    shown = [published_growth(store, victim, fakes=5) for victim in VICTIMS]

    assert len(set(shown)) <= 5
    assert all(value % 5 == 0 for value in shown)


def test_what_an_organiser_learns_before_the_close_does_not_depend_on_who_answered(store: Store) -> None:
    keys = team(store)
    round = team_store.closable_round(store, keys.manage)
    before = (
        team_store.invitation(store, keys.join),
        publishing.round_insights(store, keys.insights),
        team_store.closable_round(store, keys.manage),
    )
    person = Person()
    person.finish(store)
    person.join(store, round)

    after = (
        team_store.invitation(store, keys.join),
        publishing.round_insights(store, keys.insights),
        team_store.closable_round(store, keys.manage),
    )

    assert before == after


def test_somebody_who_came_too_late_cannot_be_added_to_a_closed_round(store: Store) -> None:
    keys = team(store)
    round = team_store.closable_round(store, keys.manage)
    cohort_store.close_round(store, keys.manage, TODAY)
    late = Person()
    late.finish(store)

    with pytest.raises(RoundClosed):
        late.join(store, round)


def test_the_same_answers_cannot_be_mixed_into_two_rounds_and_subtracted(store: Store) -> None:
    people = [Person() for _ in range(6)]
    for keys in (team(store), team(store)):
        round = team_store.closable_round(store, keys.manage)
        for person in people:
            if not person.record(store).results:
                person.finish(store)
                person.join(store, round)
            else:
                with pytest.raises(AlreadyMixed):
                    person.join(store, round)
        cohort_store.close_round(store, keys.manage, TODAY)

    assert store.read("SELECT people FROM cohort") == [(6,)]


def test_the_join_screen_is_told_since_when_the_team_exists(store: Store) -> None:
    assert team_store.invitation(store, team(store).join).team.made_on == TODAY
