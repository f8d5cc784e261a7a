"""The attack of docs/anonymity.md 4.14: fakes fill everyone's bundles, so that the one person among them can be read off everyone's page.

Seen to fail: with each bar blurred by one person at most, where the best guess is right in 43 of 100 cases; with a mean told of everyone;
with nobody counted lately (96 people of 66); with as many of one network as come; with a round that enters everyone when it closes; with
the people of a failed round passed on, and fourteen enough for a bundle.
"""

import random
from collections.abc import Iterator, Sequence
from datetime import timedelta
from fractions import Fraction
from math import prod
from pathlib import Path
from uuid import UUID, uuid4

import pytest

from data.groups import cohort_store, team_store, waiting_store
from data.groups.tally_store import BLUR
from data.groups.team_keys import TeamKeys
from data.groups.waiting_store import Given, Place
from data.instrument.instrument import CURRENT
from data.retention import upkeep
from data.storage.engines.duckdb_store import DuckDBStore
from data.storage.store import Store
from data.totals import publishing, rounding
from data.totals.published import Published
from tests.invented.crowd import Person, anybody
from tests.invented.records import TODAY
from tests.invented.waiting import attentive, crowd, mix, submitted, wait

TENTHS = 10
# To know one option of three is what whoever watches everyone's page may reach at best.
AT_BEST = Fraction(1, 3)
WORLDS = 40


@pytest.fixture
def store(private_store: Path) -> Iterator[Store]:
    store = DuckDBStore(private_store)
    yield store
    store.close()


def cells(known: int, people: int) -> tuple[dict[object, Fraction], dict[object, Fraction]]:
    """How likely each thing is to be told of a bar that is known but for its blur: without the person in it, and with them."""
    found: tuple[dict[object, Fraction], dict[object, Fraction]] = ({}, {})
    for own, chances in enumerate(found):
        for off in range(-BLUR, BLUR + 1):
            told = rounding.percentage_told(max(0, known + own + off), people, rounding.precision_of_everyone(people))
            chances[told] = chances.get(told, Fraction(0)) + Fraction(1, 2 * BLUR + 1)
    return found


def best_guess(known: Sequence[int], people: int) -> Fraction:
    """How often the best guess at the person's bar is right, where they are as likely to be in any, and all others are known.

    Bars are blurred each by itself, so what is told of all of them is best read by the largest ratio of both chances of one.
    """
    certain, ratios = Fraction(0), list[dict[Fraction, Fraction]]()
    for without, within in (cells(count, people) for count in known):
        certain += sum((chance for told, chance in within.items() if told not in without), Fraction(0))
        of_bar: dict[Fraction, Fraction] = {}
        for told, chance in without.items():
            ratio = within.get(told, Fraction(0)) / chance
            of_bar[ratio] = of_bar.get(ratio, Fraction(0)) + chance
        ratios.append(of_bar)
    largest, below, expected = sorted({ratio for of_bar in ratios for ratio in of_bar}), Fraction(0), Fraction(0)
    for ratio in largest:
        up_to = prod((sum((chance for one, chance in of_bar.items() if one <= ratio), Fraction(0)) for of_bar in ratios), start=Fraction(1))
        expected += ratio * (up_to - below)
        below = up_to
    return (certain + expected) / len(known)


def filled(dice: random.Random, people: int) -> list[int]:
    """Bars that somebody has filled: at random, and each then moved to where one person more or less changes most."""
    left, counts = people - 1, list[int]()
    for place in range(TENTHS - 1):
        counts.append(dice.randrange(max(1, 2 * left // (TENTHS - place))))
        left -= counts[-1]
    return [max(range(max(0, count - 6), count + 7), key=lambda known: _told_apart(known, people)) for count in [*counts, left]]


def _told_apart(known: int, people: int) -> Fraction:
    without, within = cells(known, people)
    return sum((abs(without.get(told, Fraction(0)) - within.get(told, Fraction(0))) for told in {*without, *within}), Fraction(0))


@pytest.mark.parametrize("people", [60, 100, 199, 200, 399, 400, 1_000])
def test_who_knows_all_others_and_fills_every_bar_guesses_the_one_person_in_no_more_than_one_case_of_three(people: int) -> None:
    dice = random.Random(people)

    best = max(best_guess(filled(dice, people), people) for _ in range(WORLDS))

    print(f"{people:5} people: the bar of the last one is guessed right in {float(best):.0%}")
    assert best <= AT_BEST


def test_fakes_of_one_network_never_choose_the_company_of_the_next_person(store: Store) -> None:
    person = Person()
    with store.transaction() as cursor:
        waiting_store.lay(cursor, store.secret, Place(None, CURRENT, TODAY, "203.0.113.0/24"), fakes(99))
    person.wait(store)

    for week in range(4):
        mix(store, TODAY + timedelta(days=7 * week))

    assert store.read("SELECT count(*) FROM cohort") == [(0,)]


def fakes(many: int) -> list[Given]:
    return [Given(uuid4(), submitted(sheet), True) for sheet in crowd(many)]


def test_of_everyone_nothing_is_told_but_how_scores_lie(store: Store) -> None:
    dice = random.Random(3)
    for _ in range(60):
        anybody(dice).wait(store)
    mix(store)

    found = publishing.reference_group(store)

    assert isinstance(found, Published)
    assert found == Published("everyone", "50+", CURRENT, {}, bars=found.bars)


def test_one_team_with_ten_rounds_is_six_people(store: Store) -> None:
    team = [Person(minutes=number) for number in range(6)]
    wait(store, crowd(60))
    keys = team_store.create(store, "North", closes_on=TODAY, today=TODAY)
    for month in range(10):
        day = TODAY + timedelta(days=30 * month)
        if month:
            team_store.open_round(store, keys.manage, closes_on=day, today=day)
        for person in team:
            person.finish(store, day)
            person.join(store, team_store.closable_round(store, keys.manage), day)
        cohort_store.close_round(store, keys.manage, day)
        mix(store, day)

    # With their first round alone, and at the earliest with others.
    assert everybody(store) in (60, 66)
    assert store.read("SELECT count(*) FROM cohort WHERE round_id IS NOT NULL AND for_everyone") == [(1,)]


@pytest.mark.parametrize("people", [5, 6, 30])
def test_whoever_watches_everyones_page_does_not_see_a_round_close(store: Store, people: int) -> None:
    wait(store, crowd(120))
    mix(store)
    before = seen(store)

    keys = a_round(store, people)
    during = seen(store)
    cohort_store.close_round(store, keys.manage, TODAY)

    assert seen(store) == during == before


def test_whether_somebody_took_part_in_a_round_that_failed_is_not_to_be_told(private_store: Path) -> None:
    """With nine fakes that wait among everyone, and every page looked at through the two weeks after it."""
    told = []
    for took_part in (False, True):
        store = DuckDBStore(private_store.with_name(f"{took_part}.duckdb"))
        wait(store, crowd(120))
        mix(store)
        wait(store, crowd(9, seed=2))
        keys = a_round(store, 4, invited=Person() if took_part else None)
        cohort_store.close_round(store, keys.manage, TODAY)
        pages = []
        for day in range(1, 15):
            mix(store, TODAY + timedelta(days=day))
            pages.append((everybody(store), publishing.round_insights(store, keys.insights).whole))
        told.append(pages)
        store.close()

    assert told[0] == told[1]


def test_fakes_in_everyone_do_not_move_what_sets_a_team_apart(store: Store) -> None:
    """Seen to fail: with nothing kept."""
    wait(store, crowd(60))
    mix(store)
    keys = a_round(store, 0)
    wait(store, [attentive(random.Random(number), mood=4.6) for number in range(20)], round_id=newest(store, keys))
    cohort_store.close_round(store, keys.manage, TODAY)
    told = [publishing.round_insights(store, keys.insights).standing_out]

    for day, mood in enumerate((4.6, 4.6, 1.4), 1):
        wait(store, [attentive(random.Random(number), mood=mood) for number in range(100)], day=TODAY)
        store.write("UPDATE mixing SET everyone_from = $1", [TODAY])
        assert upkeep.mix(store, day=TODAY + timedelta(days=day))
        told.append(publishing.round_insights(store, keys.insights).standing_out)

    assert everybody(store) > 300
    assert told[0].differences
    assert told == told[:1] * 4


def newest(store: Store, keys: TeamKeys) -> UUID:
    return team_store.closable_round(store, keys.manage).round_id


def a_round(store: Store, people: int, invited: Person | None = None) -> TeamKeys:
    keys = team_store.create(store, "North", closes_on=TODAY, today=TODAY)
    for person in [*(Person() for _ in range(people)), *([invited] if invited else [])]:
        person.finish(store)
        person.join(store, team_store.closable_round(store, keys.manage))
    return keys


def seen(store: Store) -> object:
    return publishing.reference_group(store), publishing.reliability(store)


def everybody(store: Store) -> int:
    people = "SELECT coalesce(sum(people), 0) FROM total_count WHERE measure = 'stage' AND total = 'everyone'"
    return int(store.read(people)[0][0])
