import pytest

from data import standing_out
from data.coarsening import Bound, Mean, Share
from data.instrument import load
from data.published import Agreement, Published
from data.scoring_rules import Level

RK = load()


def means(*values: int) -> dict[str, Mean]:
    return {f"d{place}": Mean(value) for place, value in enumerate(values)}


def shares(*points: int) -> dict[str, Share]:
    return {f"d{place}": Share(value) for place, value in enumerate(points)}


def apart(*ends: tuple[int, int]) -> dict[str, dict[Level, Share]]:
    levels = [{Level.LOW: Share(low), Level.MID: Share(100 - low - high), Level.HIGH: Share(high)} for low, high in ends]
    return {f"d{place}": found for place, found in enumerate(levels)}


def published(levels: dict[str, dict[Level, Share]], agreement: dict[str, Agreement]) -> Published:
    return Published("team", "20-49", RK.version, {}, levels=levels, agreement=agreement)


def test_means_less_than_five_points_apart_stand_out_together() -> None:
    assert standing_out.highest(means(70, 66, 65, 40)) == ("d0", "d1")
    assert standing_out.lowest(means(70, 66, 44, 40)) == ("d2", "d3")


def test_means_that_lie_close_together_name_nobody() -> None:
    assert standing_out.highest(means(60, 55, 51)) == ()
    assert standing_out.lowest(means(60, 55, 51)) == ()
    assert standing_out.highest({}) == ()


def test_more_than_three_at_the_top_are_too_many_to_name() -> None:
    assert standing_out.highest(means(70, 70, 70, 70, 40)) == ()
    assert standing_out.lowest(means(70, 70, 70, 70, 40)) == ("d4",)


def test_the_largest_shares_are_named_together_and_in_their_order() -> None:
    assert standing_out.most(shares(20, 40, 40)) == ("d1", "d2")
    assert standing_out.least(shares(20, 40, 40)) == ("d0",)


@pytest.mark.parametrize("points", [(), (30,), (30, 30)])
def test_shares_that_are_all_alike_name_none(points: tuple[int, ...]) -> None:
    assert standing_out.most(shares(*points)) == ()


def test_at_most_so_many_is_less_than_about_as_many() -> None:
    bound = {"a": Share(10, Bound.AT_MOST), "b": Share(10), "c": Share(10, Bound.AT_MOST)}

    assert standing_out.most(bound) == ("b",)


def test_people_are_far_apart_where_many_are_low_and_many_high() -> None:
    levels = apart((30, 30), (10, 90), (20, 40))

    assert standing_out.widest(published(levels, {})) == ("d0",)


def test_where_views_differ_widely_comes_before_where_they_do_not() -> None:
    levels = apart((40, 40), (30, 30))

    assert standing_out.widest(published(levels, {"d1": Agreement.WIDE, "d0": Agreement.MIXED})) == ("d1",)


def test_nobody_is_far_apart_where_few_are_at_one_end() -> None:
    assert standing_out.widest(published(apart((10, 60), (10, 50)), {})) == ()
    assert standing_out.widest(published({}, {})) == ()


@pytest.mark.parametrize(("mean", "level"), [(35, Level.LOW), (50, Level.MID), (65, Level.HIGH)])
def test_what_to_try_fits_the_level_of_the_mean(mean: int, level: Level) -> None:
    found = standing_out.to_try(RK, "balance", Mean(mean))

    assert (found.dimension, found.level) == ("balance", level)
