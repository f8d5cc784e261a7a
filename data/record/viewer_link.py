"""What can be shown to somebody else, and the owner's own list of what was."""

from datetime import date
from enum import StrEnum
from typing import Annotated

from pydantic import Field, StringConstraints

from data.instrument.answers import FrozenValue
from data.keys import KEY_FORM

MAX_LABEL = 60
# A list that can still be looked through before withdrawing one.
MAX_SHARES = 20


class Section(StrEnum):
    """A part of a profile that can be shown. Free words are none of them, so they can never be chosen."""

    SUMMARY = "summary"
    DIMENSIONS = "dimensions"
    MAP = "map"
    WEEK = "week"
    NEXT_STEPS = "next_steps"
    COMPARISON = "comparison"


class Share(FrozenValue):
    """One viewer link in its owner's list. The label is for the owner alone; `until` is the last day it opens, None for no end."""

    # Kept out of every repr, and so out of every log.
    key: Annotated[str, StringConstraints(pattern=f"^{KEY_FORM}$"), Field(repr=False)]
    label: Annotated[str, StringConstraints(max_length=MAX_LABEL)] = ""
    sections: Annotated[tuple[Section, ...], Field(min_length=1)]
    made_on: date
    until: date | None = None

    def is_over(self, today: date) -> bool:
        return self.until is not None and self.until < today
