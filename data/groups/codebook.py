"""What the numbers mean that one finished assessment gives to the totals: the names of measures, and their codes."""

from data.groups.cohorts import UNKNOWN
from data.instrument.advice import Stage
from data.instrument.answers import Area, Outcome

# A score is a quotient by 12, 16 or 20: in 240ths of the scale every one of them is a whole number, so that means stay exact.
SCORE_UNITS = 240
# What is not there: too few answers for a score, hours not entered, a page without a time.
MISSING = -1
# So many bars of one width hold all scores.
BARS = 10
# Beside these an answer is its own code, 1 to 5 as it was given.
SKIPPED, DOES_NOT_APPLY = 0, 6
# The week is counted in bins of this many points; the last one holds 100 as well.
WEEK_BIN = 10
# Longer means that the tab was left open.
MAX_MINUTES = 120
# The minutes on statements alone.
MAX_STATEMENT_MINUTES = 60
# Agreeing whatever is asked, from -2 to 2, is counted in quarters: 0 stands for -2, and this for neither agreeing nor disagreeing.
QUARTERS, NEITHER = 4, 8
# From so many signs of hurry on, a sheet stays out of the figures on reliability (docs/instrument.md 6.6).
HURRIED = 2

# The place in this list is the code.
STAGES = (UNKNOWN, *Stage)

_WHOLE, _ANSWER, _HAPPENED = "complete.", "answer.", "happened."

# Beside the four corners of the map, and beside the patterns by their order: whatever lies between two of them (docs/rk11.md 3.4).
BETWEEN_CORNERS, BETWEEN_PATTERNS = 4, 8

ORIENTATION, QUADRANT, PATTERN, STAGE, MINUTES = "orientation", "quadrant", "pattern", "stage", "minutes"
# How many signs of hurry: under the one name in rk-1.0, under the other from rk-1.1 on.
FLAGS, SIGNS = "flags", "signs"
AGREEING, STATEMENT_MINUTES = "agreeing", "statement_minutes"
# An outcome crossed with a score, which is not counted: its place is kept empty (docs/rk11.md 3.4).
PAIR = "pair"


def answer_to(statement: str) -> str:
    """The measure of the raw answer to a statement."""
    return f"{_ANSWER}{statement}"


def is_answer(measure: str) -> bool:
    """Whether a measure is that of a raw answer, which is never missing: what was left open is skipped."""
    return measure.startswith(_ANSWER)


def score_of(dimension: str) -> str:
    """The measure of a score, in `SCORE_UNITS`."""
    return f"score.{dimension}"


def bar_of(code: int) -> int:
    """The bar that a score lies in, of ten; the last one holds 100 as well. Negative where there is no score."""
    return min(code * BARS // SCORE_UNITS, BARS - 1)


def sum_of(dimension: str) -> str:
    """The measure of the sum of keyed answers, of those who rated every statement of the dimension."""
    return f"sum.{dimension}"


def whole_answer_to(statement: str) -> str:
    """A place of rk-1.0 that is kept empty: less these counts, those of answers were one person's, word for word, where one left a gap."""
    return f"{_WHOLE}{statement}"


def is_counted(measure: str) -> bool:
    """Whether the code at the place of a measure is counted everywhere; rows that an older Rekindle wrote hold more than that."""
    return not measure.startswith((_WHOLE, _HAPPENED))


def obstacle_is(obstacle: str) -> str:
    """The measure of whether an obstacle was ticked: 0 or 1, of those who ticked any."""
    return f"obstacle.{obstacle}"


def week_of(part: str, area: Area) -> str:
    """The measure of an area's share of the hours now, the hours wished for, or the energy."""
    return f"week.{part}.{area}"


def outcome_is(outcome: Outcome) -> str:
    """The measure of how well something is going, 0 to 10."""
    return f"outcome.{outcome}"


def happened(place: int | str) -> str:
    """The measure of whether the agreement at a place, which the round asked about, has happened."""
    return f"{_HAPPENED}{place}"


def is_of_a_round(measure: str) -> bool:
    """Whether it means something in one round alone, and is no part of any total of everyone."""
    return measure.startswith(_HAPPENED)


def sign_is(sign: str) -> str:
    """The measure of whether a sign of hurry was there: 0 or 1."""
    return f"sign.{sign}"
