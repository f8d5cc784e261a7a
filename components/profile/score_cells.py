"""A score as cells of a table, and as the numbers that a chart draws."""

from components.charts.figure import NOTHING
from components.session import resources
from data.instrument.instrument import Instrument
from data.instrument.scoring_rules import Level
from data.profile.scoring import Band, Score

# What is known of a score that has no band.
_ANYWHERE = Band(0, 100)


def value(score: Score | None) -> str:
    """With two decimals, as it was worked out."""
    return NOTHING if score is None or score.value is None else resources.numbers().exact(score.value)


def level(rules: Instrument, score: Score) -> str:
    """Low, middle or high in the words of the instrument."""
    levels = rules.notes.level
    return {Level.LOW: levels.low, Level.MID: levels.mid, Level.HIGH: levels.high, None: NOTHING}[score.level]


def ends(band: Band | None) -> str:
    """From where to where a band goes."""
    between, exact = resources.group_words().comparison.from_to, resources.numbers().exact
    return NOTHING if band is None else between.format(low=exact(band.low), high=exact(band.high))


def bands(score: Score, axis: str = "") -> dict[str, float]:
    """The ends of both bands as low80, high80, low95 and high95, each with the axis before it."""
    band80, band95 = score.band80 or _ANYWHERE, score.band95 or _ANYWHERE
    return {f"{axis}low80": band80.low, f"{axis}high80": band80.high, f"{axis}low95": band95.low, f"{axis}high95": band95.high}
