"""What stands out in published totals, for the sentence that opens a section and for questions. Pure; sees only what is published."""

import math
from collections.abc import Mapping

from data.instrument.advice import Action
from data.instrument.instrument import Instrument
from data.instrument.scoring_rules import Level
from data.profile.scoring import level_of
from data.totals.published import Agreement, Bound, Mean, Percentage, Published

# A smaller difference is not worth a word (docs/instrument.md 6.5).
WORTH_A_WORD = 5
# With more names than these a sentence says nothing.
MOST_NAMES = 3
# People are far apart where so many in 100 are high and as many are low.
_MANY = 20
# Of the normal distribution, for 19 of 20 cases.
_Z = 1.96


def most(percentages: Mapping[str, Percentage]) -> tuple[str, ...]:
    """The names with the largest percentage, in their order; empty where all are alike, or too many to name."""
    return _top({name: _order(found) for name, found in percentages.items()})


def least(percentages: Mapping[str, Percentage]) -> tuple[str, ...]:
    """The same for the smallest percentage."""
    return _top({name: -_order(found) for name, found in percentages.items()})


def highest(means: Mapping[str, Mean]) -> tuple[str, ...]:
    """The dimensions whose mean cannot be told from the highest; empty where all lie close together, or too many do."""
    return _far_out({dimension: mean.value for dimension, mean in means.items()})


def lowest(means: Mapping[str, Mean]) -> tuple[str, ...]:
    """The same for the lowest mean."""
    return _far_out({dimension: -mean.value for dimension, mean in means.items()})


def most_spread(published: Published) -> tuple[str, ...]:
    """The dimensions on which many are high and many are low, above all where views differ widely; empty below 10 people."""
    apart = {dimension: _apart(levels) for dimension, levels in published.levels.items()}
    wide = {dimension for dimension, found in published.agreement.items() if found is Agreement.WIDE}
    far = {dimension: points for dimension, points in apart.items() if points >= _MANY}
    among_wide = {dimension: points for dimension, points in far.items() if dimension in wide}
    return _largest(among_wide or far)


def first_action(instrument: Instrument, dimension: str, mean: Mean) -> Action:
    """The first action for a dimension whose mean is at that level."""
    level = level_of(instrument.scoring, mean.value)
    return next(action for action in instrument.actions if action.dimension == dimension and action.level == level)


def reach_of_percentages(band: str) -> int:
    """Points that chance alone may move a percentage either way, for the fewest people of that band of sizes and the least sure one, 50."""
    people = int(band.partition("-")[0].rstrip("+"))
    return math.ceil(100 * _Z * 0.5 / math.sqrt(people))


def _apart(levels: Mapping[Level, Percentage]) -> int:
    return min(_surely(levels[Level.LOW]), _surely(levels[Level.HIGH]))


def _surely(found: Percentage) -> int:
    """What is at most so many may be nobody."""
    return 0 if found.bound is Bound.AT_MOST else found.points


def _order(found: Percentage) -> int:
    """About so many lie between at most and at least as many."""
    return 3 * found.points + {Bound.AT_MOST: -1, Bound.ABOUT: 0, Bound.AT_LEAST: 1}[found.bound]


def _far_out(values: Mapping[str, int]) -> tuple[str, ...]:
    if not values or max(values.values()) - min(values.values()) < 2 * WORTH_A_WORD:
        return ()
    return _top(values, within=WORTH_A_WORD - 1)


def _top(values: Mapping[str, int], *, within: int = 0) -> tuple[str, ...]:
    found = _largest(values, within=within)
    return found if len(found) < len(values) else ()


def _largest(values: Mapping[str, int], *, within: int = 0) -> tuple[str, ...]:
    best = max(values.values(), default=0)
    found = tuple(name for name, value in values.items() if value >= best - within)
    return found if len(found) <= MOST_NAMES else ()
