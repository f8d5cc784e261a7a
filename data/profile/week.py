"""How the week divides: shares of hours and energy, and what would have to move (docs/instrument.md 1.7 and 2.7)."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TypeAlias

from data.instrument.answers import Area, Week
from data.instrument.instrument import Instrument
from data.instrument.scoring_rules import WeekRules
from data.profile.scoring import rounded

Shares: TypeAlias = Mapping[Area, float]

# Who is missed first when two areas are missed alike: what gives way first in a full week.
_TIES = (Area.REST, Area.PASSIONS, Area.CARE, Area.CAREER)
# Shares are quotients, so what is equal on paper may differ in the last bit.
_SAME = 1e-9


class Shift(StrEnum):
    """How much of the week would have to move to make it the one wished for."""

    SMALL = "small"
    MEDIUM = "medium"
    LARGE = "large"


@dataclass(frozen=True)
class WeekSplit:
    """Shares in points of 100, None where nothing was entered. `gap` is wish less now, `tilt` energy less hours."""

    now: Shares | None
    wish: Shares | None
    energy: Shares | None
    gap: Shares | None
    shift: float | None
    size: Shift | None
    # None also when no area is missed by much: then `gap` is there and this is not.
    most_missed: Area | None
    tilt: Shares | None
    # In whole points, which are too coarse to tell: the areas that clearly take more energy than time.
    tilted: tuple[Area, ...] | None = None


def split(instrument: Instrument, week: Week) -> WeekSplit:
    """Everything the week's answers say; an area left out counts as no time."""
    rules = instrument.scoring.week
    now, wish, energy = _shares(week.now), _shares(week.wish), _shares(week.energy)
    gap = _less(wish, now)
    shift = None if gap is None else sum(abs(points) for points in gap.values()) / 2
    size = None if shift is None else _size(rules, shift)
    missed = None if gap is None else _most_missed(rules, gap)
    return WeekSplit(now, wish, energy, gap, shift, size, missed, _less(energy, now))


def in_whole_points(instrument: Instrument, week: WeekSplit) -> WeekSplit:
    """The week as others may see it: exact shares would tell the hours. What is said of it in words stays what its owner is told."""
    exact = (week.now, week.wish, week.energy, week.gap, week.tilt)
    now, wish, energy, gap, tilt = (whole and {area: float(rounded(points)) for area, points in whole.items()} for whole in exact)
    shift = None if week.shift is None else float(rounded(week.shift))
    return replace(week, now=now, wish=wish, energy=energy, gap=gap, tilt=tilt, shift=shift, tilted=tilted(instrument, week))


def tilted(instrument: Instrument, week: WeekSplit) -> tuple[Area, ...]:
    """The areas that clearly take more energy than time."""
    if week.tilt is None:
        return ()
    if week.tilted is not None:
        return week.tilted
    return tuple(area for area, points in week.tilt.items() if _reaches(points, instrument.scoring.week.tilt))


def _shares(amounts: Mapping[Area, int]) -> Shares | None:
    total = sum(amounts.values())
    # All zeros mean that nobody answered, not a week without anything (docs/instrument.md 1.7).
    return {area: 100 * amounts.get(area, 0) / total for area in Area} if total else None


def _less(one: Shares | None, other: Shares | None) -> Shares | None:
    return None if one is None or other is None else {area: one[area] - other[area] for area in Area}


def _size(rules: WeekRules, shift: float) -> Shift:
    if not _reaches(shift, rules.medium_shift):
        return Shift.SMALL
    return Shift.LARGE if _reaches(shift, rules.large_shift) else Shift.MEDIUM


def _most_missed(rules: WeekRules, gap: Shares) -> Area | None:
    most = max(gap.values())
    return next(area for area in _TIES if _reaches(gap[area], most)) if _reaches(most, rules.missed) else None


def _reaches(points: float, cut: float) -> bool:
    return points >= cut - _SAME
