import random
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from statistics import fmean, stdev

import pytest

from data.database_address import Database
from data.errors import BadKey
from data.groups import cohort_store, team_store
from data.groups.agreements import agreement_store
from data.groups.agreements.happened import Happened, Happenings
from data.groups.team_keys import TeamKeys
from data.instrument.advice import Stage
from data.instrument.answers import Answers, StageSelf
from data.instrument.instrument import CURRENT, load
from data.profile import profile
from data.record.record import Result
from data.storage.store import Store
from data.totals import publishing
from data.totals.published import Agreements, Bound, Mean, Outcome, Percentage, Published, Reason, StandingOut, Withheld
from data.totals.reliability.shown import Reliability
from tests.databases import store_at
from tests.invented import waiting
from tests.invented.crowd import Person, anybody, of_one_mind
from tests.invented.records import TODAY

TOO_FEW = Withheld("team", Reason.TOO_FEW)


@pytest.fixture
def store(database: Database) -> Iterator[Store]:
    store = store_at(database)
    yield store
    store.close()


def shown(outcome: Outcome | Reliability) -> Published:
    assert isinstance(outcome, Published)
    return outcome


def everybody_waits(store: Store, people: int, stage: StageSelf | None = None) -> None:
    dice = random.Random(people)
    for _ in range(people):
        person = anybody(dice)
        person.stage = stage or person.stage
        person.wait(store)


def a_round(store: Store, people: Sequence[Person], keys: TeamKeys | None = None) -> TeamKeys:
    """A closed round of these people."""
    keys = keys or team_store.create(store, "North", closes_on=TODAY, today=TODAY)
    round = team_store.closable_round(store, keys.manage)
    for person in people:
        person.finish(store)
        person.join(store, round)
    cohort_store.close_round(store, keys.manage, TODAY)
    return keys


def all_answering(favourable: int, people: int, stage: StageSelf = StageSelf.EARLY) -> list[Person]:
    return [Person(statements=of_one_mind(favourable), stage=stage) for _ in range(people)]


def sure_of_their_purpose(people: int) -> list[Person]:
    """Like anybody but for one area."""
    dice, sure = random.Random(people), of_one_mind(5)
    found = [anybody(dice) for _ in range(people)]
    for person in found:
        person.statements = {**person.statements, **{item.id: sure[item.id] for item in load(CURRENT).items_of("purpose")}}
    return found


@pytest.mark.parametrize("people", [0, 49])
def test_everyone_below_fifty_is_withheld_like_nobody(store: Store, people: int) -> None:
    everybody_waits(store, people)
    cohort_store.run_daily(store, TODAY)

    assert publishing.reference_group(store) == Withheld("everyone", Reason.TOO_FEW)


def test_everyone_from_fifty_has_distributions(store: Store) -> None:
    for person in all_answering(4, 50):
        person.wait(store)
    cohort_store.run_daily(store, TODAY)

    found = shown(publishing.reference_group(store))

    assert (found.label, found.n_band, found.instrument) == ("everyone", "50+", CURRENT)
    assert found.bars.keys() == {of.id for of in load(CURRENT).dimensions}
    # Nothing but how scores lie (docs/anonymity.md 3.15).
    assert found == Published("everyone", "50+", CURRENT, {}, bars=found.bars)


def test_a_life_stage_that_is_large_enough_is_used(store: Store) -> None:
    everybody_waits(store, 50, StageSelf.MID)
    cohort_store.run_daily(store, TODAY)

    found = publishing.stage_group(store, Stage.MID)

    assert (shown(found.shown).label, found.asked) == ("mid", None)


def test_a_life_stage_that_is_too_small_gives_way_to_everyone_and_says_so(store: Store) -> None:
    everybody_waits(store, 60, StageSelf.MID)
    everybody_waits(store, 20, StageSelf.LATER)
    cohort_store.run_daily(store, TODAY)

    found = publishing.stage_group(store, Stage.LATER)

    assert (shown(found.shown).label, found.asked) == ("everyone", Stage.LATER)


def test_an_open_round_shows_nothing_and_says_that_it_is_open(store: Store) -> None:
    keys = team_store.create(store, "North", closes_on=TODAY, today=TODAY)

    found = publishing.round_insights(store, keys.insights)

    assert (found.team, found.closed_on, found.whole) == ("North", None, Withheld("team", Reason.ROUND_OPEN))
    assert publishing.round_totals(store, team_store.closable_round(store, keys.manage).round_id) == Withheld("team", Reason.ROUND_OPEN)


def test_six_people_are_shown_by_their_means_alone(store: Store) -> None:
    keys = a_round(store, all_answering(4, 6))

    found = shown(publishing.round_insights(store, keys.insights).whole)

    assert set(found.means.values()) == {Mean(75)}
    assert found == Published("team", "6-9", CURRENT, found.means)


def test_five_people_and_nobody_at_all_look_the_same(store: Store) -> None:
    five, nobody = a_round(store, all_answering(4, 5)), a_round(store, [])

    assert publishing.round_insights(store, five.insights) == publishing.round_insights(store, nobody.insights)
    assert publishing.round_insights(store, five.insights).whole == TOO_FEW


def test_the_newest_closed_round_is_shown_while_the_next_is_open(store: Store) -> None:
    keys = a_round(store, all_answering(4, 6))
    team_store.open_round(store, keys.manage, closes_on=TODAY, today=TODAY)
    assert shown(publishing.round_insights(store, keys.insights).whole).means["spark"] == Mean(75)

    a_round(store, all_answering(2, 6), keys)

    assert shown(publishing.round_insights(store, keys.insights).whole).means["spark"] == Mean(25)


def test_beside_a_round_stands_where_half_of_everyone_are_as_their_own_bars_tell_it(store: Store) -> None:
    """Seen to fail: with the lower end of everyone's middle half."""
    alone = publishing.round_insights(store, a_round(store, all_answering(4, 6)).insights)
    everybody_waits(store, 120)
    cohort_store.run_daily(store, TODAY)
    beside = publishing.round_insights(store, a_round(store, all_answering(4, 6)).insights)

    bars = shown(publishing.reference_group(store)).bars
    below = {id: sum(bar.percentage.points for bar in found if bar.high <= beside.everyone[id]) for id, found in bars.items()}
    above = {id: sum(bar.percentage.points for bar in found if bar.low >= beside.everyone[id]) for id, found in bars.items()}
    whole = {id: sum(bar.percentage.points for bar in found) for id, found in bars.items()}
    assert (alone.everyone, beside.everyone.keys()) == ({}, bars.keys())
    assert all(below[id] <= whole[id] / 2 and above[id] <= whole[id] / 2 for id in bars)


def test_a_round_that_is_too_small_hides_no_earlier_one(store: Store) -> None:
    """Seen to fail: with the newest closed round, whatever may be shown of it."""
    keys = a_round(store, all_answering(5, 7))
    for people in (0, 5):
        team_store.open_round(store, keys.manage, closes_on=TODAY, today=TODAY)
        a_round(store, all_answering(1, people), keys)

        seen = publishing.round_insights(store, keys.insights)

        assert (seen.number, seen.over_time.too_few_on) == (1, TODAY)
        assert shown(seen.whole).means["spark"] == Mean(90)


def test_rounds_stand_side_by_side_with_the_means_of_their_own_pages(store: Store) -> None:
    keys = a_round(store, all_answering(5, 7))
    for favourable, people in ((3, 5), (1, 24)):
        team_store.open_round(store, keys.manage, closes_on=TODAY, today=TODAY)
        a_round(store, all_answering(favourable, people), keys)

    pages = [publishing.round_insights(store, keys.insights, number) for number in (1, 3)]

    assert [page.number for page in pages] == [1, 3]
    assert pages[0].over_time == pages[1].over_time == publishing.round_insights(store, keys.insights).over_time
    assert [(one.number, one.means, one.n_band) for one in pages[0].over_time.rounds] == [
        (page.number, shown(page.whole).means, shown(page.whole).n_band) for page in pages
    ]
    assert pages[0].over_time.too_few_on is None
    # A round that may not be shown opens no more than one that never was.
    assert publishing.round_insights(store, keys.insights, 2) == publishing.round_insights(store, keys.insights, 99) == pages[1]


def test_a_breakdown_is_as_coarse_as_its_smallest_part(store: Store) -> None:
    keys = a_round(store, [*all_answering(4, 14), *all_answering(2, 7, StageSelf.MID)])

    found = publishing.round_insights(store, keys.insights)

    assert shown(found.whole).statements
    early, mid = (shown(found.stages[stage]) for stage in (Stage.EARLY, Stage.MID))
    assert (early.n_band, mid.n_band) == ("10-19", "6-9")
    assert (early.levels, mid.levels) == ({}, {})
    assert (early.means["purpose"], mid.means["purpose"]) == (Mean(75), Mean(25))


def test_a_small_stage_is_hidden_together_with_another(store: Store) -> None:
    keys = a_round(store, [*all_answering(4, 9), *all_answering(2, 6, StageSelf.MID), *all_answering(1, 1, StageSelf.LATER)])

    assert set(publishing.round_insights(store, keys.insights).stages) == {Stage.EARLY}


def test_only_sure_and_large_differences_from_everyone_are_told(store: Store) -> None:
    dice = random.Random(12)
    everybody_waits(store, 60)
    cohort_store.run_daily(store, TODAY)

    same, apart = a_round(store, [anybody(dice) for _ in range(12)]), a_round(store, sure_of_their_purpose(12))

    assert publishing.round_insights(store, same.insights).standing_out.differences == {}
    assert publishing.round_insights(store, apart.insights).standing_out.differences["purpose"] in range(35, 60, 5)


def test_nine_people_have_no_differences_told(store: Store) -> None:
    everybody_waits(store, 60)
    cohort_store.run_daily(store, TODAY)

    found = a_round(store, sure_of_their_purpose(9))

    assert publishing.round_insights(store, found.insights).standing_out.differences == {}


def test_only_the_insights_key_opens_insights(store: Store) -> None:
    keys = a_round(store, all_answering(4, 6))

    for key in (keys.join, keys.manage):
        with pytest.raises(BadKey):
            publishing.round_insights(store, key)


def test_somebody_who_took_part_reads_the_round_from_their_record(store: Store) -> None:
    people = all_answering(4, 6)
    keys = a_round(store, people)
    (given,) = people[0].record(store).contributions

    assert given.round_id is not None
    assert publishing.round_totals(store, given.round_id) == publishing.round_insights(store, keys.insights).whole


@pytest.mark.parametrize(("people", "told"), [(99, False), (100, True)])
def test_reliability_is_told_of_a_hundred_people(store: Store, people: int, told: bool) -> None:
    everybody_waits(store, people)
    cohort_store.run_daily(store, TODAY)

    assert isinstance(publishing.reliability(store), Reliability) == told


def test_nothing_of_another_version_is_shown(store: Store) -> None:
    everybody_waits(store, 50)
    cohort_store.run_daily(store, TODAY + timedelta(days=1))
    store.write("UPDATE total_count SET instrument = 'rk-0.9'")

    assert publishing.reference_group(store) == Withheld("everyone", Reason.TOO_FEW)


def counted(store: Store, sheets: Sequence[Answers], day: date) -> None:
    waiting.wait(store, sheets, day=day)
    waiting.mix(store, day)


def test_until_two_hundred_have_answered_everything_the_bands_rest_on_assumed_figures(store: Store) -> None:
    counted(store, waiting.crowd(199), TODAY)

    assert publishing.measure_norms(store, "rk-1.1", day=TODAY) is None
    found = publishing.newest_norms(store, "rk-1.1")
    assert found and (found.name, found.day, found.people) == ("norms-0", None, None)


def test_norms_are_measured_at_each_step_once_and_the_newest_are_those_of_new_results(store: Store) -> None:
    made = []
    for day, people in enumerate((200, 100, 150, 50)):
        counted(store, waiting.crowd(people, seed=day), TODAY + timedelta(days=day))
        made.append(publishing.measure_norms(store, "rk-1.1", day=TODAY + timedelta(days=day)))

    first, *none, second = made
    assert first and (first.name, first.day, first.people) == ("norms-1", TODAY, 200)
    assert none == [None, None]
    assert second and (second.name, second.day, second.people) == ("norms-2", TODAY + timedelta(days=3), 500)
    assert publishing.newest_norms(store, "rk-1.1") == second


def test_measured_figures_are_those_of_whoever_is_not_left_out(store: Store) -> None:
    sheets = waiting.crowd(240)
    hurried = [sheet.model_copy(update={"statements": dict.fromkeys(sheet.statements, 5)}) for sheet in waiting.crowd(60, seed=2)]
    counted(store, [*sheets, *hurried], TODAY)

    found = publishing.measure_norms(store, "rk-1.1", day=TODAY)

    assert found
    scores = [profile.from_result(Result(instrument="rk-1.1", taken_on=TODAY, answers=sheet)).scores for sheet in sheets]
    for dimension, figures in found.dimensions.items():
        values = [score.value for one in scores if (score := one[dimension]).value is not None]
        assert abs(figures.mean - fmean(values)) <= 0.5
        assert abs(figures.sd - stdev(values)) <= 0.25


def test_the_first_version_has_no_norms_and_none_are_measured_for_it(store: Store) -> None:
    waiting.wait(store, [waiting.attentive(random.Random(n), "rk-1.0") for n in range(210)], "rk-1.0")
    cohort_store.run_daily(store, TODAY)

    assert publishing.measure_norms(store, "rk-1.0", day=TODAY) is None
    assert publishing.newest_norms(store, "rk-1.0") is None


def a_round_of(store: Store, sheets: Sequence[Answers], version: str = "rk-1.1") -> TeamKeys:
    """A closed round of that version."""
    keys = team_store.create(store, "North", closes_on=TODAY, today=TODAY)
    round_id = team_store.closable_round(store, keys.manage).round_id
    store.write("UPDATE round SET instrument = $1 WHERE round_id = $2", [version, round_id])
    waiting.wait(store, sheets, version, round_id=round_id)
    cohort_store.close_round(store, keys.manage, TODAY)
    return keys


@pytest.mark.parametrize(("others", "compared"), [(49, False), (50, True)])
def test_a_team_is_compared_with_everyone_without_itself(store: Store, others: int, compared: bool) -> None:
    counted(store, waiting.crowd(others), TODAY)
    keys = a_round_of(store, waiting.crowd(30, seed=2))
    waiting.mix(store, TODAY + timedelta(days=1))

    found = publishing.round_insights(store, keys.insights).standing_out
    assert publishing.reference_group(store, "rk-1.1") != Withheld("everyone", Reason.TOO_FEW)
    assert bool(found.alike) is bool(found.no_difference) is compared
    assert found.ends is not None


def test_a_team_that_everyone_does_not_hold_yet_is_not_taken_away_from_it(store: Store) -> None:
    counted(store, waiting.crowd(50), TODAY)
    keys = a_round_of(store, waiting.crowd(20, seed=2))

    assert publishing.round_insights(store, keys.insights).standing_out.alike


def test_nothing_stands_out_of_a_round_that_is_withheld(store: Store) -> None:
    counted(store, waiting.crowd(50), TODAY)

    keys = a_round_of(store, waiting.crowd(5, seed=2))

    assert publishing.round_insights(store, keys.insights).standing_out == StandingOut()


def test_each_version_has_a_reference_of_its_own(store: Store) -> None:
    counted(store, waiting.crowd(60), TODAY)
    waiting.wait(store, [waiting.attentive(random.Random(n), "rk-1.0") for n in range(49)], "rk-1.0")
    waiting.mix(store, TODAY + timedelta(days=1))

    first, second = (publishing.reference_group(store, version) for version in ("rk-1.0", "rk-1.1"))

    assert first == Withheld("everyone", Reason.TOO_FEW)
    assert shown(second).instrument == "rk-1.1"


def agreed_on(store: Store, keys: TeamKeys, *agreements: str) -> None:
    """Agree on these after the newest round, and open the next one."""
    newest = team_store.invitation(store, keys.join).round
    for agreement in agreements:
        agreement_store.agree(store, keys.manage, newest, agreement)
    team_store.open_round(store, keys.manage, closes_on=TODAY, today=TODAY)


def all_say(store: Store, keys: TeamKeys, said: Sequence[Happenings]) -> None:
    """A round in which each says this of the agreements."""
    for happenings in said:
        person = Person()
        person.finish(store)
        person.join(store, team_store.closable_round(store, keys.manage), happenings=happenings)
    cohort_store.close_round(store, keys.manage, TODAY)


def test_what_people_say_of_agreements_equals_a_hand_calculation(store: Store) -> None:
    """Seen to fail: with the places swapped."""
    keys = a_round(store, all_answering(4, 6))
    agreed_on(store, keys, "balance.1", "support.2")
    # Of 24: 9 yes, 6 partly, 5 no, 4 cannot say; of the second place 14 answer, fewer than 20.
    first = [Happened.YES] * 9 + [Happened.PARTLY] * 6 + [Happened.NO] * 5 + [Happened.CANNOT_SAY] * 4
    second = [Happened.YES] * 2 + [Happened.PARTLY] * 3 + [Happened.NO] * 5 + [Happened.CANNOT_SAY] * 4
    all_say(store, keys, [{1: one} | ({2: second[place]} if place < 14 else {}) for place, one in enumerate(first)])
    agreement_store.agree(store, keys.manage, team_store.invitation(store, keys.join).round, "growth.3")

    found = publishing.round_insights(store, keys.insights).agreements

    assert found.agreed == ("growth.3",)
    about, few = Percentage(40), Percentage(30, Bound.AT_MOST)
    assert found.happened == {
        "balance.1": {"yes": about, "partly": few, "no": few, "cannot_say": few},
        "support.2": {"yes_or_partly": about, "no": about, "cannot_say": few},
    }
    assert publishing.round_insights(store, keys.insights, 1).agreements == Agreements(agreed=("balance.1", "support.2"))


def test_fewer_than_ten_answers_to_an_agreement_are_not_told(store: Store) -> None:
    keys = a_round(store, all_answering(4, 6))
    agreed_on(store, keys, "balance.1", "support.2")
    all_say(store, keys, [{1: Happened.YES}] * 9 + [{2: Happened.NO}] * 10)

    happened = publishing.round_insights(store, keys.insights).agreements.happened

    assert (happened["balance.1"], bool(happened["support.2"])) == ({}, True)


def test_what_is_agreed_on_after_a_round_that_came_to_nothing_stands_with_the_one_before(store: Store) -> None:
    """Seen to fail: with those of the round that is shown alone."""
    keys = a_round(store, all_answering(4, 6))
    agreed_on(store, keys, "balance.1")
    all_say(store, keys, [{1: Happened.YES}] * 2)
    agreed_on(store, keys, "support.2")

    assert publishing.round_insights(store, keys.insights).agreements == Agreements(agreed=("support.2",))

    all_say(store, keys, [{1: Happened.YES}] * 12)
    last, first = publishing.round_insights(store, keys.insights), publishing.round_insights(store, keys.insights, 1)
    assert (last.number, last.agreements.agreed, list(last.agreements.happened)) == (3, (), ["support.2"])
    assert first.agreements.agreed == ("support.2",)
