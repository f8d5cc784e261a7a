"""The middle half of a group, read off its published bars: no figure that is not published goes into it."""

from collections.abc import Sequence
from typing import NamedTuple

from data.profile.scoring import rounded
from data.totals.published import Bar


class MiddleHalf(NamedTuple):
    """Between which points the middle half of a group lies, and where half are above and half below; whole points."""

    low: int
    middle: int
    high: int


def middle_half(bars: Sequence[Bar]) -> MiddleHalf | None:
    """Read off published bars, as if those in a bar were spread evenly over it; None of bars that hold nobody."""
    people = sum(bar.percentage.points for bar in bars)
    return MiddleHalf(*(_passed_by(bars, people * part) for part in (0.25, 0.5, 0.75))) if people else None


def _passed_by(bars: Sequence[Bar], below: float) -> int:
    """At which points so many lie below."""
    for bar in bars:
        if 0 < below <= bar.percentage.points:
            return rounded(bar.low + (bar.high - bar.low) * below / bar.percentage.points)
        below -= bar.percentage.points
    return bars[-1].high
