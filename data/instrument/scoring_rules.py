"""The numbers that scoring goes by, as content: a result is always shown by the numbers of its own version."""

from enum import StrEnum
from typing import Annotated

from pydantic import Field

from data.content.files import Content
from data.instrument.answers import Rating

Points = Annotated[float, Field(ge=0, le=100)]
Share = Annotated[float, Field(gt=0, lt=1)]
Count = Annotated[int, Field(ge=1)]
Positive = Annotated[float, Field(gt=0)]


class Level(StrEnum):
    """Where a score lies between the two outer cuts; in order, so that neighbours are next to each other."""

    LOW = "low"
    MID = "mid"
    HIGH = "high"


class Cuts(Content):
    """Where a mean answer is 2.5, 3 and 3.5, on the 0 to 100 scale (docs/instrument.md 2.1)."""

    low: Points
    mid: Points
    high: Points


class WeekRules(Content):
    """Points of the week, and hours beyond which the total is worth a second look (docs/instrument.md 1.7 and 2.7)."""

    medium_shift: Points
    large_shift: Points
    missed: Points
    tilt: Points
    few_hours: Count
    many_hours: Count


class CareRules(Content):
    """Heavy on its own with the named statement, or `together` of the watched dimensions at once (docs/instrument.md 8.1)."""

    at_most: Points
    alone: str
    item: str
    agrees: Rating
    watched: tuple[str, ...]
    together: Count
    action: str


class DriftRule(Content):
    """The raw answer to one statement that may show the note on drift (docs/instrument.md 2.8)."""

    item: str
    agrees: Rating


class Scoring(Content):
    """What every version's scoring takes from the content (docs/instrument.md 2)."""

    cuts: Cuts
    answered_share: Share
    overall_dimensions: Count
    z80: Positive
    z95: Positive
    portrait_fits: Annotated[int, Field(ge=0, le=3)]
    week: WeekRules
    care: CareRules
    drift: DriftRule
