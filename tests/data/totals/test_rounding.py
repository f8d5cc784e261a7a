from math import exp

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.instrument.scoring_rules import Level
from data.sharing.percentile_ranges import rank_of
from data.totals import rounding
from data.totals.published import Bound, Mean, Percentage
from data.totals.tally_statistics import Interval, Sample


@pytest.mark.parametrize(("people", "band"), [(6, "6-9"), (9, "6-9"), (10, "10-19"), (20, "20-49"), (49, "20-49"), (9999, "50+")])
def test_a_size_is_told_as_a_band(people: int, band: str) -> None:
    assert rounding.size_band(people) == band


@pytest.mark.parametrize(
    ("people", "band"),
    [
        (100, "100-199"),
        (199, "100-199"),
        (200, "200-499"),
        (731, "500-999"),
        (1000, "1,000-1,999"),
        (2000, "2,000-4,999"),
        (50000, "50,000-99,999"),
    ],
)
def test_a_large_size_is_told_as_a_wide_band(people: int, band: str) -> None:
    assert rounding.wide_size_band(people) == band


def test_below_twenty_a_mean_is_a_multiple_of_five_between_ten_and_ninety_without_an_interval() -> None:
    shown = {rounding.mean(Sample(people, value, 20), size=people) for people in (6, 9, 10, 19) for value in range(101)}

    assert shown == {Mean(value) for value in range(10, 91, 5)}


def test_from_twenty_a_mean_has_an_interval_as_wide_to_either_side_and_as_coarse() -> None:
    assert rounding.mean(Sample(25, 61.4, 20), size=25) == Mean(60, 50, 70)
    assert rounding.mean(Sample(199, 61.4, 20), size=199) == Mean(60, 55, 65)
    assert rounding.mean(Sample(200, 61.4, 20), size=200) == Mean(62, 58, 66)
    assert rounding.mean(Sample(1_000, 61.4, 20), size=1_000) == Mean(61, 59, 63)


def test_a_mean_is_as_coarse_as_the_smaller_of_its_people_and_its_group() -> None:
    assert rounding.mean(Sample(25, 61.4, 20), size=9) == rounding.mean(Sample(9, 61.4, 20), size=25) == Mean(60)


def test_a_group_of_one_mind_has_an_interval_like_any_other() -> None:
    assert rounding.mean(Sample(30, 100, 0), size=30) == Mean(95, 90, 95)
    assert rounding.mean(Sample(30, 60, 0), size=30) == Mean(60, 55, 65)


@given(st.integers(10, 39), st.data())
def test_percentages_of_ten_to_thirty_nine_come_in_four_steps(people: int, data: st.DataObject) -> None:
    some = data.draw(st.integers(0, people))

    found = rounding.percentage(some, people, size=people)

    assert found.points in (30, 40, 60, 70)
    assert (found.bound is Bound.AT_MOST) == (found.points == 30) == (some / people <= 0.3)
    assert (found.bound is Bound.AT_LEAST) == (found.points == 70) == (some / people >= 0.7)


def test_a_unanimous_answer_looks_like_one_that_three_people_did_not_give() -> None:
    assert rounding.percentages({"yes": 10, "no": 0}, size=10) == rounding.percentages({"yes": 7, "no": 3}, size=10)
    assert rounding.percentages({"yes": 10, "no": 0}, size=10) == {
        "yes": Percentage(70, Bound.AT_LEAST),
        "no": Percentage(30, Bound.AT_MOST),
    }


def test_fewer_than_ten_answers_give_no_percentages_however_large_the_group() -> None:
    assert rounding.percentages({"yes": 5, "no": 4}, size=300) == {}


@given(st.integers(10, 1_200), st.data())
def test_one_more_who_is_neither_low_nor_high_moves_one_of_the_two_figures_at_most(people: int, data: st.DataObject) -> None:
    """Seen to fail: with both told as of as many people as there are."""
    low = data.draw(st.integers(0, people))
    before = {"low": low, "mid": 0, "high": data.draw(st.integers(0, people - low))}
    before["mid"] = people - before["low"] - before["high"]

    shown, then = (rounding.ends(levels, size=people) for levels in (before, before | {"mid": before["mid"] + 1}))

    assert shown.keys() == {Level.LOW, Level.HIGH}
    assert sum(shown[level] != then[level] for level in shown) <= 1


@given(st.integers(10, 1_200), st.data())
def test_how_many_are_low_or_high_is_told_like_any_percentage_of_as_many_or_of_one_more(people: int, data: st.DataObject) -> None:
    some = data.draw(st.integers(0, people))
    coarse = rounding.precision_for(people)

    for end in (Level.LOW, Level.HIGH):
        told = rounding.ends({"low": 0, "mid": people - some, "high": 0} | {end: some}, size=people)[end]
        assert told in {rounding.percentage_told(some, of, coarse) for of in (people, people + 1)}


def test_a_distribution_has_wide_bars_for_few_and_narrow_ones_for_many() -> None:
    tenths = [0, 0, 0, 0, 0, 4, 0, 0, 0, 1]
    few, many = (rounding.bars_of_everyone([times * people for people in tenths], size=5 * times) for times in (10, 200))

    assert [tuple(bar[:2]) for bar in few] == [(0, 20), (20, 40), (40, 60), (60, 80), (80, 100)]
    assert [bar.percentage.points for bar in few] == [10, 10, 80, 10, 20]
    assert [bar.percentage.points for bar in many] == [1, 1, 1, 1, 1, 80, 1, 1, 1, 20]


@given(st.lists(st.integers(0, 60), min_size=10, max_size=10).filter(any), st.integers(3, 6))
def test_a_rank_is_the_percentile_of_whoever_is_spread_evenly_over_each_tenth(tenths: list[int], statements: int) -> None:
    """Half of those who have the very same score lie below it, so a score reaches half way to the next."""
    ranks = rounding.percentile_steps(tenths, statements=statements)

    for points in range(0, 101, 5):
        reached = min(100.0, points + 12.5 / statements)
        below = 100 * sum(people * min(1.0, max(0.0, reached / 10 - place)) for place, people in enumerate(tenths)) / sum(tenths)
        assert abs(rank_of(points, ranks) - min(95, max(5, below))) <= 2.5 + 1e-6


def test_a_rank_is_near_the_percentile_of_the_manual() -> None:
    """Of four statements, each of its scores as frequent as a bell has it: never off by more than two steps."""
    scores = {6.25 * step: round(400 * exp(-(((step - 9) / 4) ** 2) / 2)) for step in range(17)}
    tenths = [sum(people for points, people in scores.items() if min(9, int(points // 10)) == place) for place in range(10)]
    ranks = rounding.percentile_steps(tenths, statements=4)

    for own in scores:
        below = sum(people for points, people in scores.items() if points < own) + scores[own] / 2
        assert abs(rank_of(own, ranks) - min(95, max(5, 100 * below / sum(scores.values())))) <= 10


@pytest.mark.parametrize(
    ("apart", "interval", "told"),
    [
        (12.4, Interval(3, 22), 10),
        (4.9, Interval(1, 9), None),
        (12, Interval(-1, 25), None),
        (-7.6, Interval(-14, -1), -10),
        (9, None, None),
    ],
)
def test_a_difference_is_told_only_where_it_is_sure_and_large(apart: float, interval: Interval | None, told: int | None) -> None:
    assert rounding.difference(apart, interval, size=14) == told


def test_the_mean_share_of_a_week_is_told_to_the_nearest_five() -> None:
    assert (rounding.week_points({5.0: 10, 15.0: 10}), rounding.week_points({65.0: 20, 75.0: 3})) == (10, 65)
