import pytest

from data.totals.middle_half import MiddleHalf, middle_half
from data.totals.published import Bar, Bound, Percentage


def bars(*points: int) -> list[Bar]:
    width = 100 // len(points)
    return [Bar(place * width, (place + 1) * width, Percentage(of, Bound.ABOUT)) for place, of in enumerate(points)]


@pytest.mark.parametrize(
    ("given", "half"),
    [
        ((20, 20, 20, 20, 20), MiddleHalf(25, 50, 75)),
        ((0, 100, 0, 0, 0), MiddleHalf(25, 30, 35)),
        ((50, 0, 0, 0, 50), MiddleHalf(10, 20, 90)),
        ((10, 15, 40, 35), MiddleHalf(50, 66, 82)),
    ],
)
def test_the_middle_half_and_the_middle_are_read_off_bars_as_if_each_were_even(given: tuple[int, ...], half: MiddleHalf) -> None:
    """Seen to fail: with the bars below a place counted twice."""
    assert middle_half(bars(*given)) == half


def test_bars_that_hold_nobody_have_no_middle() -> None:
    assert middle_half(bars(0, 0, 0, 0, 0)) is None
