import pytest

from data.instrument.instrument import load
from data.instrument.scoring_rules import Level
from data.totals import highlights
from data.totals.published import Agreement, Bound, Mean, Percentage, Published

RK = load()


def means(*values: int) -> dict[str, Mean]:
    return {f"d{place}": Mean(value) for place, value in enumerate(values)}


def shares(*points: int) -> dict[str, Percentage]:
    return {f"d{place}": Percentage(value) for place, value in enumerate(points)}


def apart(*ends: tuple[int, int]) -> dict[str, dict[Level, Percentage]]:
    levels = [{Level.LOW: Percentage(low), Level.HIGH: Percentage(high)} for low, high in ends]
    return {f"d{place}": found for place, found in enumerate(levels)}


def published(levels: dict[str, dict[Level, Percentage]], agreement: dict[str, Agreement]) -> Published:
    return Published("team", "20-49", RK.version, {}, levels=levels, agreement=agreement)


def test_means_less_than_five_points_apart_stand_out_together() -> None:
    assert highlights.highest(means(70, 66, 65, 40)) == ("d0", "d1")
    assert highlights.lowest(means(70, 66, 44, 40)) == ("d2", "d3")


def test_means_that_lie_close_together_name_nobody() -> None:
    assert highlights.highest(means(60, 55, 51)) == ()
    assert highlights.lowest(means(60, 55, 51)) == ()
    assert highlights.highest({}) == ()


def test_more_than_three_at_the_top_are_too_many_to_name() -> None:
    assert highlights.highest(means(70, 70, 70, 70, 40)) == ()
    assert highlights.lowest(means(70, 70, 70, 70, 40)) == ("d4",)


def test_the_largest_shares_are_named_together_and_in_their_order() -> None:
    assert highlights.most(shares(20, 40, 40)) == ("d1", "d2")
    assert highlights.least(shares(20, 40, 40)) == ("d0",)


@pytest.mark.parametrize("points", [(), (30,), (30, 30)])
def test_shares_that_are_all_alike_name_none(points: tuple[int, ...]) -> None:
    assert highlights.most(shares(*points)) == ()


def test_at_most_so_many_is_less_than_about_as_many() -> None:
    bound = {"a": Percentage(10, Bound.AT_MOST), "b": Percentage(10), "c": Percentage(10, Bound.AT_MOST)}

    assert highlights.most(bound) == ("b",)


def test_people_are_far_apart_where_many_are_low_and_many_high() -> None:
    levels = apart((30, 30), (10, 90), (20, 40))

    assert highlights.most_spread(published(levels, {})) == ("d0",)


def test_where_views_differ_widely_comes_before_where_they_do_not() -> None:
    levels = apart((40, 40), (30, 30))

    assert highlights.most_spread(published(levels, {"d1": Agreement.WIDE, "d0": Agreement.MIXED})) == ("d1",)


def test_nobody_is_far_apart_where_few_are_at_one_end() -> None:
    assert highlights.most_spread(published(apart((10, 60), (10, 50)), {})) == ()
    assert highlights.most_spread(published({}, {})) == ()


@pytest.mark.parametrize(("mean", "level"), [(35, Level.LOW), (50, Level.MID), (65, Level.HIGH)])
def test_what_to_try_fits_the_level_of_the_mean(mean: int, level: Level) -> None:
    found = highlights.first_action(RK, "balance", Mean(mean))

    assert (found.dimension, found.level) == ("balance", level)


@pytest.mark.parametrize(("band", "points"), [("6-9", 41), ("10-19", 31), ("20-49", 22), ("50+", 14)])
def test_chance_moves_a_percentage_of_fewer_people_further(band: str, points: int) -> None:
    """By the formula of any textbook."""
    assert highlights.reach_of_percentages(band) == points
