"""What somebody writes for themselves between two results: private, never shared, never counted. Days are calendar days of theirs."""

from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from typing import Annotated

from pydantic import AfterValidator, Field, StringConstraints

from data.instrument.answers import MAX_SENTENCE, Answer, FrozenValue

# A goal is a sentence or two; longer ones are plans, and nobody remembers them by the end of the month.
MAX_GOAL = 300
# What came with a suggestion; longer in some languages than in ours.
MAX_ADVICE = 600
MAX_WHEN = 400
MAX_LINE = 280
MAX_LINES = 2
MAX_MILESTONE = 280
MAX_OWN_VALUE = 40
VALUES_PICKED = 5


Line = Annotated[str, StringConstraints(min_length=1, max_length=MAX_LINE)]


def first_of_month(day: date) -> date:
    """The day by which a month is named."""
    return day.replace(day=1)


Month = Annotated[date, AfterValidator(first_of_month)]


class GoalState(StrEnum):
    """Open until its person says what became of it. Carried: the same goal goes on as a new one in a later month."""

    OPEN = "open"
    DONE = "done"
    DROPPED = "dropped"
    CARRIED = "carried"


class Plan(FrozenValue):
    """What came with a suggestion that became a goal: how to start, how long it takes, when, and why. `when` is filled in by its person."""

    how: Annotated[str, StringConstraints(max_length=MAX_ADVICE)]
    minutes: Annotated[int, Field(ge=1)]
    when: Annotated[str, StringConstraints(min_length=1, max_length=MAX_WHEN)]
    why: Annotated[str, StringConstraints(max_length=MAX_ADVICE)]


class Goal(FrozenValue):
    """A growth goal for one month, named by its first day."""

    text: Annotated[str, StringConstraints(min_length=1, max_length=MAX_GOAL)]
    month: Month
    made_on: date
    state: GoalState = GoalState.OPEN
    # What follows is of goals that were suggested.
    plan: Plan | None = None
    # The dimension that it works on.
    dimension: str | None = None
    # What was said after a week; None until then.
    started: bool | None = None


class Check(FrozenValue):
    """The statements of one dimension, answered again on a day while a goal works on it. Never a result, and never counted."""

    day: date
    # The version whose statements they are.
    instrument: str
    dimension: str
    statements: Mapping[str, Answer]


class Gratitude(FrozenValue):
    """One or two things that brought joy or satisfaction on a day."""

    day: date
    lines: Annotated[
        tuple[Annotated[str, StringConstraints(min_length=1, max_length=MAX_LINE)], ...], Field(min_length=1, max_length=MAX_LINES)
    ]


class Milestone(FrozenValue):
    """Something to celebrate, on the day it happened."""

    day: date
    text: Annotated[str, StringConstraints(min_length=1, max_length=MAX_MILESTONE)]


class ValuesPicked(FrozenValue):
    """Five values, as ids of the list or in own words, and the day they were picked."""

    picked_on: date
    values: Annotated[
        tuple[Annotated[str, StringConstraints(min_length=1, max_length=MAX_OWN_VALUE)], ...],
        Field(min_length=VALUES_PICKED, max_length=VALUES_PICKED),
    ]


class Sentences(FrozenValue):
    """ "My work is" and "My job is" as they read on one day."""

    written_on: date
    work_is: Annotated[str, StringConstraints(max_length=MAX_SENTENCE)] = ""
    job_is: Annotated[str, StringConstraints(max_length=MAX_SENTENCE)] = ""
