"""A score as cells of a table, and as the numbers that a chart draws."""

from components.charts.figure import NOTHING
from components.session import resources
from data.instrument.instrument import Instrument
from data.profile import rules as versions
from data.profile.scoring import Band, Score, rounded

# What is known of a score that has no band.
_ANYWHERE = Band(0, 100)


def points(number: float) -> str:
    """A whole number: a decimal would claim more than a few statements can tell. Files of figures are exact."""
    return str(rounded(number))


def value(score: Score | None) -> str:
    """The score, where there is one."""
    return NOTHING if score is None or score.value is None else points(score.value)


def level(rules: Instrument, score: Score) -> str:
    """Low, middle or high, and what it is close to where its version says so."""
    return NOTHING if score.level is None else versions.of(rules).level_said(score.level, score.neighbours)


def ends(band: Band | None) -> str:
    """From where to where a band goes."""
    between = resources.group_words().comparison.from_to
    return NOTHING if band is None else between.format(low=points(band.low), high=points(band.high))


def bands(score: Score, axis: str = "") -> dict[str, float]:
    """The ends of both bands as low80, high80, low95 and high95, each with the axis before it."""
    band80, band95 = score.band80 or _ANYWHERE, score.band95 or _ANYWHERE
    return {f"{axis}low80": band80.low, f"{axis}high80": band80.high, f"{axis}low95": band95.low, f"{axis}high95": band95.high}
