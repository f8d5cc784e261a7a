from collections.abc import Iterator
from datetime import date, timedelta
from threading import Barrier, Thread

import pytest

from data.database_address import Database
from data.errors import AlreadyMixed, AnswerAfresh, RoundClosed, WaitsElsewhere
from data.groups import cohort_store, contribution_store, submission, team_store
from data.groups.contribution_store import ContributionState, ContributionStatus
from data.groups.team_store import Round
from data.instrument.instrument import CURRENT
from data.record import record_store
from data.record.record import Record
from data.retention import erasure
from data.storage.store import Cursor, Store
from tests.databases import store_at
from tests.invented.crowd import AGREED, TEAM_ONLY, Person, of_one_mind
from tests.invented.records import NEXT_YEAR, TODAY
from tests.invented.waiting import crowd, mix, sheets, wait

TOMORROW = TODAY + timedelta(days=1)


@pytest.fixture
def store(database: Database) -> Iterator[Store]:
    store = store_at(database)
    yield store
    store.close()


@pytest.fixture
def manage(store: Store) -> str:
    """The manage key of the team whose round is open."""
    return team_store.create(store, "North", closes_on=TODAY + timedelta(days=7), today=TODAY).manage


@pytest.fixture
def round(store: Store, manage: str) -> Round:
    return team_store.closable_round(store, manage)


def a_round(store: Store, name: str) -> Round:
    keys = team_store.create(store, name, closes_on=TODAY + timedelta(days=7), today=TODAY)
    return team_store.closable_round(store, keys.manage)


def waiting(store: Store) -> list[tuple[object, ...]]:
    """Where each row waits."""
    return [row[0] for row in store.read("SELECT round_id FROM pending")]


def states(store: Store, person: Person) -> list[ContributionState]:
    return [standing.state for standing in contribution_store.standings(store, person.record(store))]


def mix_everyone(store: Store, day: date = TODAY) -> None:
    """With whoever waits already, in a bundle that is large enough."""
    wait(store, crowd(30), day=day)
    assert mix(store, day)


def withdraw(store: Store, person: Person) -> Record:
    return contribution_store.withdraw(store, person.key, person.record(store).contributions[-1], keep_until=NEXT_YEAR)


def test_without_consent_nothing_waits_to_be_counted(store: Store) -> None:
    person = Person(consents=TEAM_ONLY)

    record = person.wait(store)

    assert (record.contributions, waiting(store)) == ((), [])


def test_nobody_without_a_finished_assessment_waits(store: Store) -> None:
    person = Person()
    record_store.change(store, person.key, lambda record: record.model_copy(update={"consents": AGREED}), keep_until=NEXT_YEAR)

    contribution_store.join_everyone(store, person.key, today=TODAY, keep_until=NEXT_YEAR)

    assert waiting(store) == []


def minutes_of_the_waiting(store: Store, manage: str = "") -> list[int]:
    place = submission.measures(CURRENT).index("minutes")
    return [sheet[place] for sheet in sheets(store, manage)]


def test_a_finished_assessment_leaves_one_row_and_a_memory_in_the_record(store: Store) -> None:
    person = Person()

    person.wait(store)

    assert waiting(store) == [None]
    (given,) = person.record(store).contributions
    assert (given.joined_on, given.round_id, given.taken_on, given.number) == (TODAY, None, TODAY, 1)
    assert store.read("SELECT pending_id FROM pending") == [(given.pending_id,)]
    assert states(store, person) == [ContributionState.WAITING]


def test_a_retake_takes_the_place_of_what_still_waits(store: Store) -> None:
    person = Person(minutes=5)
    person.wait(store)
    person.minutes = 9

    person.wait(store, TOMORROW)

    assert minutes_of_the_waiting(store) == [9]
    assert [given.number for given in person.record(store).contributions] == [2]


def test_a_second_contribution_waits_for_twelve_months(store: Store) -> None:
    person = Person()
    person.wait(store)
    mix_everyone(store)

    for days, expected in ((30, []), (364, []), (365, [None])):
        person.wait(store, TODAY + timedelta(days=days))
        assert waiting(store) == expected


def test_the_twelve_months_count_across_the_versions_of_the_statements(store: Store) -> None:
    """Whoever was counted under rk-1.0 waits before they are counted under rk-1.1."""
    person, *others = (Person(version="rk-1.0", statements=of_one_mind(4, "rk-1.0")) for _ in range(30))
    for one in (person, *others):
        one.wait(store)
    assert cohort_store.run_daily(store, TODAY)
    person.version, person.statements = "rk-1.1", of_one_mind(4, "rk-1.1")

    for days, expected in ((30, []), (364, []), (365, [("rk-1.1",)])):
        person.wait(store, TODAY + timedelta(days=days))
        assert store.read("SELECT instrument FROM pending") == expected


def test_taking_back_the_consent_takes_back_what_waits(store: Store) -> None:
    person = Person()
    person.wait(store)
    person.consents = TEAM_ONLY

    person.wait(store)

    assert (waiting(store), person.record(store).contributions) == ([], ())


def test_what_waits_can_be_withdrawn_and_given_again(store: Store) -> None:
    person = Person()
    person.wait(store)

    assert withdraw(store, person).contributions == ()
    assert waiting(store) == []
    contribution_store.join_everyone(store, person.key, today=TODAY, keep_until=NEXT_YEAR)
    assert waiting(store) == [None]


def test_what_is_part_of_a_total_stays_in_it_and_the_record_says_so(store: Store) -> None:
    person = Person()
    person.wait(store)
    mix_everyone(store)

    with pytest.raises(AlreadyMixed):
        withdraw(store, person)
    assert states(store, person) == [ContributionState.MIXED]


def test_what_waits_among_everyone_moves_into_a_round(store: Store, round: Round) -> None:
    person = Person()
    person.wait(store)

    person.join(store, round)

    assert waiting(store) == [round.round_id]
    assert [given.round_id for given in person.record(store).contributions] == [round.round_id]


def test_an_older_result_that_waits_makes_room_for_the_one_in_the_round(store: Store, round: Round) -> None:
    person = Person()
    person.wait(store)
    person.finish(store, TOMORROW)

    person.join(store, round, TOMORROW)

    assert waiting(store) == [round.round_id]


def test_joining_a_round_twice_leaves_one_row_with_the_latest_answers(store: Store, round: Round, manage: str) -> None:
    person = Person(minutes=5)
    person.finish(store)
    person.join(store, round)
    person.join(store, round)
    person.minutes = 9
    person.finish(store)

    person.join(store, round)

    assert minutes_of_the_waiting(store, manage) == [9]


def test_two_tabs_that_join_at_once_leave_one_row(store: Store, round: Round) -> None:
    person, together = Person(), Barrier(6)
    person.finish(store)

    def join() -> None:
        together.wait()
        person.join(store, round)

    tabs = [Thread(target=join) for _ in range(6)]
    for tab in tabs:
        tab.start()
    for tab in tabs:
        tab.join()

    assert waiting(store) == [round.round_id]
    assert len(person.record(store).contributions) == 1


def test_what_was_mixed_among_everyone_must_be_answered_afresh_for_a_round(store: Store, round: Round) -> None:
    person = Person()
    person.wait(store)
    mix_everyone(store)

    with pytest.raises(AlreadyMixed):
        person.join(store, round)
    person.finish(store)
    person.join(store, round)

    assert waiting(store) == [round.round_id]
    assert states(store, person) == [ContributionState.MIXED, ContributionState.WAITING]


def test_what_waits_in_another_round_stays_there(store: Store, round: Round) -> None:
    person, other = Person(), a_round(store, "South")
    person.finish(store)
    person.join(store, other)

    with pytest.raises(WaitsElsewhere):
        person.join(store, round)

    assert waiting(store) == [other.round_id]


def test_a_result_joins_a_round_for_thirty_days(store: Store, round: Round) -> None:
    person = Person()
    person.finish(store, TODAY - timedelta(days=31))

    with pytest.raises(AnswerAfresh):
        person.join(store, round)
    person.finish(store, TODAY - timedelta(days=30))
    person.join(store, round)

    assert waiting(store) == [round.round_id]


def test_nothing_at_all_joins_a_round_without_a_result(store: Store, round: Round) -> None:
    with pytest.raises(AnswerAfresh):
        Person().join(store, round)

    assert waiting(store) == []


@pytest.mark.parametrize("how", ["closed", "past its day"])
def test_a_stale_tab_cannot_join_a_round_that_is_over(store: Store, round: Round, manage: str, how: str) -> None:
    person = Person()
    person.finish(store)
    day = TODAY if how == "closed" else round.closes_on + timedelta(days=2)
    if how == "closed":
        cohort_store.close_round(store, manage, TODAY)

    with pytest.raises(RoundClosed):
        person.join(store, round, day)

    assert (waiting(store), person.record(store).contributions) == ([], ())


def test_taking_part_in_a_round_counts_as_the_contribution_of_the_year(store: Store, round: Round) -> None:
    person = Person()
    person.finish(store)
    person.join(store, round)

    person.wait(store)

    assert waiting(store) == [round.round_id]


def test_a_round_that_failed_erases_its_people_and_any_of_them_may_join_another(store: Store, round: Round, manage: str) -> None:
    person, team_only = Person(), Person(consents=TEAM_ONLY)
    for one in (person, team_only):
        one.finish(store)
        one.join(store, round)

    cohort_store.close_round(store, manage, TODAY)

    assert waiting(store) == []
    assert (states(store, person), states(store, team_only)) == ([ContributionState.LATER], [ContributionState.ERASED])
    again = a_round(store, "South")
    for one in (person, team_only):
        one.join(store, again)
    assert waiting(store) == [again.round_id, again.round_id]


def test_a_copy_of_a_record_withdraws_for_both_and_neither_is_stuck(store: Store, round: Round) -> None:
    person, copy = Person(), Person()
    person.finish(store)
    record = person.join(store, round)
    record_store.change(store, copy.key, lambda _: record, keep_until=NEXT_YEAR)

    withdraw(store, copy)

    assert states(store, person) == [ContributionState.WITHDRAWN]
    person.join(store, round)
    assert waiting(store) == [round.round_id]


def test_what_waited_too_long_is_said_to_have_lapsed_and_can_be_given_again(store: Store) -> None:
    """Seen to fail: with what lapsed taken for mixed, as it was before its id was kept."""
    person, late = Person(), TODAY + timedelta(days=91)
    person.wait(store)

    cohort_store.run_daily(store, late)

    assert (waiting(store), states(store, person)) == ([], [ContributionState.LAPSED])
    # A total that is formed later holds others, and does not change what is said.
    Person().wait(store, late + timedelta(days=1))
    mix_everyone(store, late + timedelta(days=1))
    assert states(store, person) == [ContributionState.LAPSED]
    person.wait(store, late + timedelta(days=1))
    assert waiting(store) == [None]
    assert states(store, person) == [ContributionState.WAITING]


@pytest.mark.parametrize("how", ["withdrawn", "deleted"])
def test_nothing_is_left_of_what_lapsed_once_its_owner_wants_it_gone(store: Store, how: str) -> None:
    person = Person()
    person.wait(store)
    cohort_store.run_daily(store, TODAY + timedelta(days=91))
    assert store.read("SELECT count(*) FROM lapsed") == [(1,)]

    if how == "withdrawn":
        withdraw(store, person)
    else:
        erasure.delete_everything(store, person.key)

    assert store.read("SELECT count(*) FROM lapsed") == [(0,)]


def test_whoever_agreed_waits_among_everyone_from_a_visit_in_the_fortnight_after_a_failed_round(
    store: Store, round: Round, manage: str
) -> None:
    """Seen to fail: with the rows of a failed round passed on at its close, as it was, which told that somebody had taken part."""
    people = [Person() for _ in range(5)]
    for one in people:
        one.finish(store)
        one.join(store, round)
    cohort_store.close_round(store, manage, TODAY)

    def visit(one: Person, days: int) -> ContributionStatus:
        today = TODAY + timedelta(days=days)
        record = contribution_store.join_later(store, one.key, one.record(store), today=today, keep_until=NEXT_YEAR)
        return contribution_store.standings(store, record)[0]

    found = [[visit(one, days).state for days in range(16)] for one in people]

    assert [states[0] for states in found] == [ContributionState.LATER] * 5
    assert [states[14:] for states in found] == [[ContributionState.WAITING] * 2] * 5
    assert len({states.index(ContributionState.WAITING) for states in found}) > 1
    assert waiting(store) == [None] * 5
    assert store.read("SELECT count(*) FROM lapsed") == [(0,)]


def test_the_record_and_the_row_change_together_or_not_at_all(store: Store) -> None:
    person = Person()
    person.wait(store)

    def forget_and_fail(record: Record, cursor: Cursor) -> Record:
        cursor.execute("DELETE FROM pending")
        raise AlreadyMixed("The block failed after its first write.")

    with pytest.raises(AlreadyMixed):
        record_store.change_in_transaction(store, person.key, forget_and_fail, keep_until=NEXT_YEAR)

    assert waiting(store) == [None]
    assert states(store, person) == [ContributionState.WAITING]


def test_no_two_rows_of_a_person_can_be_told_to_be_the_same_ones(store: Store, round: Round) -> None:
    person = Person()
    ids = {person.wait(store).contributions[-1].pending_id}
    ids.add(person.join(store, round).contributions[-1].pending_id)
    person.finish(store)
    ids.add(person.join(store, round).contributions[-1].pending_id)

    assert len(ids) == 3


def test_a_record_from_before_there_were_totals_still_opens() -> None:
    assert Record.model_validate_json('{"format": 1, "results": []}').contributions == ()
