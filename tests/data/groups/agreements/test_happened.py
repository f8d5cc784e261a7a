"""What people say of their team's agreements: sealed in the row of their scores, counted with the round, and with nothing else."""

from collections.abc import Iterator, Sequence

import pytest

from data.database_address import Database
from data.groups import cohort_store, contribution_store, submission, team_store
from data.groups.agreements import agreement_store
from data.groups.agreements.happened import NOTHING_ASKED, PLACES, Happened, Happenings
from data.groups.codebook import MISSING
from data.groups.team_keys import TeamKeys
from data.groups.team_store import Round
from data.instrument.instrument import CURRENT
from data.privacy_limits import BUNDLE_FLOOR
from data.storage.store import Store
from tests.databases import store_at
from tests.invented import rk_1_1, waiting
from tests.invented.crowd import Person
from tests.invented.records import NEXT_YEAR, TODAY

# Where a sheet says what happened: at its end, because the order of measures is for ever.
PLACES_IN_SHEET = [submission.measures(CURRENT).index(f"happened.{place}") for place in PLACES]
HURRIED = next(rk_1_1.sheet(one).statements for one in rk_1_1.examples() if one["id"] == "agree_to_everything")


@pytest.fixture
def store(database: Database) -> Iterator[Store]:
    store = store_at(database)
    yield store
    store.close()


def asking(store: Store) -> TeamKeys:
    """A team whose second round asks about two agreements."""
    keys = team_store.create(store, "North", closes_on=TODAY, today=TODAY)
    cohort_store.close_round(store, keys.manage, TODAY)
    for agreement in ("balance.1", "support.2"):
        agreement_store.agree(store, keys.manage, newest(store, keys), agreement)
    team_store.open_round(store, keys.manage, closes_on=TODAY, today=TODAY)
    return keys


def newest(store: Store, keys: TeamKeys) -> Round:
    return team_store.invitation(store, keys.join).round


def joined(store: Store, keys: TeamKeys, said: Happenings = NOTHING_ASKED, person: Person | None = None) -> Person:
    person = person or Person()
    person.finish(store)
    person.join(store, newest(store, keys), happenings=said)
    return person


def all_join(store: Store, keys: TeamKeys, said: Sequence[Happenings]) -> None:
    for happenings in said:
        joined(store, keys, happenings)


def in_cohorts(store: Store) -> list[tuple[object, ...]]:
    counts = "SELECT measure, code, sum(people) FROM cohort_count WHERE measure LIKE 'happened.%' GROUP BY measure, code"
    return sorted(store.read(counts))


def test_rows_have_one_length_whatever_is_said_and_hold_it(store: Store) -> None:
    """Seen to fail: with rows that are as long as what they hold."""
    keys = asking(store)
    said = [NOTHING_ASKED, {1: Happened.YES}, {2: Happened.CANNOT_SAY}, *({1: one, 2: other} for one in Happened for other in Happened)]

    all_join(store, keys, said)
    Person().wait(store)

    codes = [tuple(tuple(Happened).index(each[place]) if place in each else MISSING for place in PLACES) for each in said]
    found = [tuple(sheet[place] for place in PLACES_IN_SHEET) for sheet in waiting.sheets(store, keys.manage)]
    assert sorted(found) == sorted([*codes, (MISSING, MISSING)])
    assert store.read("SELECT DISTINCT octet_length(sealed) FROM pending") == [(320 + 48,)]


def test_a_hurried_sheet_says_nothing_of_agreements_either(store: Store) -> None:
    """Seen to fail: with the codes beside those that are left out."""
    keys = asking(store)

    joined(store, keys, {1: Happened.YES, 2: Happened.NO}, Person(statements=HURRIED))

    (sheet,) = waiting.sheets(store, keys.manage)
    assert {sheet[place] for place in PLACES_IN_SHEET} == {MISSING}


def test_what_ten_people_say_is_counted_with_the_round_and_never_of_everyone(store: Store) -> None:
    """Seen to fail: with all counts of a cohort added to everyone."""
    keys = asking(store)
    all_join(store, keys, [{1: Happened.YES, 2: Happened.NO}] * 7 + [{1: Happened.PARTLY}] * 3)

    cohort_store.close_round(store, keys.manage, TODAY)

    assert in_cohorts(store) == [("happened.1", 0, 7), ("happened.1", 1, 3), ("happened.2", -1, 3), ("happened.2", 2, 7)]
    # A round enters everyone with a bundle.
    waiting.wait(store, waiting.crowd(BUNDLE_FLOOR))
    waiting.mix(store)
    of_everyone = "SELECT coalesce(sum(people), 0) FROM total_count WHERE total = 'everyone' AND measure LIKE $1"
    assert [store.read(of_everyone, [name]) for name in ("stage", "happened.%")] == [[(10 + BUNDLE_FLOOR,)], [(0,)]]


def test_of_nine_people_nothing_of_it_is_counted(store: Store) -> None:
    """Seen to fail: with the floor of a round in place of that of percentages."""
    keys = asking(store)
    all_join(store, keys, [{1: Happened.YES, 2: Happened.NO}] * 9)

    cohort_store.close_round(store, keys.manage, TODAY)

    assert store.read("SELECT sum(people) FROM cohort") == [(9,)]
    assert in_cohorts(store) == []


def test_whoever_withdraws_has_said_nothing_and_may_say_it_anew(store: Store) -> None:
    keys = asking(store)
    all_join(store, keys, [{1: Happened.YES}] * 9)
    person = joined(store, keys, {1: Happened.YES, 2: Happened.YES})
    (given,) = person.record(store).contributions

    contribution_store.withdraw(store, person.key, given, keep_until=NEXT_YEAR)
    assert len(waiting.sheets(store, keys.manage)) == 9

    person.join(store, newest(store, keys), happenings={1: Happened.NO})
    cohort_store.close_round(store, keys.manage, TODAY)
    assert in_cohorts(store) == [("happened.1", 0, 9), ("happened.1", 2, 1), ("happened.2", -1, 10)]
