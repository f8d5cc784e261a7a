"""What the numbers mean that one finished assessment gives to the totals: the names of measures, and their codes."""

from data.groups.cohorts import UNKNOWN
from data.instrument.advice import Stage
from data.instrument.answers import Area

# A score is a quotient by 12, 16 or 20: in 240ths of the scale every one of them is a whole number, so that means stay exact.
SCORE_UNITS = 240
# What is not there: too few answers for a score, hours not entered, a page without a time.
MISSING = -1
# Beside these an answer is its own code, 1 to 5 as it was given.
SKIPPED, DOES_NOT_APPLY = 0, 6
# The week is counted in bins of this many points; the last one holds 100 as well.
WEEK_BIN = 10
# Longer means that the tab was left open.
MAX_MINUTES = 120
# From so many signs of hurry on, a sheet stays out of the figures on reliability (docs/instrument.md 6.6).
HURRIED = 2

# The place in this list is the code.
STAGES = (UNKNOWN, *Stage)

_WHOLE = "complete."

ORIENTATION, QUADRANT, PATTERN, STAGE, FLAGS, MINUTES = "orientation", "quadrant", "pattern", "stage", "flags", "minutes"


def answer_to(statement: str) -> str:
    """The measure of the raw answer to a statement."""
    return f"answer.{statement}"


def score_of(dimension: str) -> str:
    """The measure of a score, in `SCORE_UNITS`."""
    return f"score.{dimension}"


def sum_of(dimension: str) -> str:
    """The measure of the sum of keyed answers, of those who rated every statement of the dimension."""
    return f"sum.{dimension}"


def whole_answer_to(statement: str) -> str:
    """A place of rk-1.0 that is kept empty: less these counts, those of answers were one person's, word for word, where one left a gap."""
    return f"{_WHOLE}{statement}"


def is_counted(measure: str) -> bool:
    """Whether the code at the place of a measure is counted; rows that an older Rekindle wrote hold more than that."""
    return not measure.startswith(_WHOLE)


def obstacle_is(obstacle: str) -> str:
    """The measure of whether an obstacle was ticked: 0 or 1, of those who ticked any."""
    return f"obstacle.{obstacle}"


def week_of(part: str, area: Area) -> str:
    """The measure of an area's share of the hours now, the hours wished for, or the energy."""
    return f"week.{part}.{area}"
