"""The numbers that scoring goes by, as content: a result is always shown by the numbers of its own version."""

from enum import StrEnum
from typing import Annotated

from pydantic import Field

from data.content.files import Content
from data.instrument.answers import Rating

Points = Annotated[float, Field(ge=0, le=100)]
Share = Annotated[float, Field(gt=0, lt=1)]
Count = Annotated[int, Field(ge=1)]


class Level(StrEnum):
    """Where a score lies between the two outer cuts; in order, so that neighbours are next to each other."""

    LOW = "low"
    MID = "mid"
    HIGH = "high"


class Cuts(Content):
    """Instrument 2.1: a mean answer of 2.5, 3 and 3.5 on the 0 to 100 scale."""

    low: Points
    mid: Points
    high: Points


class WeekRules(Content):
    """Instrument 1.6 and 2.5: points of the week, and hours beyond which the total is worth a second look."""

    medium_shift: Points
    large_shift: Points
    missed: Points
    tilt: Points
    few_hours: Count
    many_hours: Count


class CarelessRules(Content):
    """Instrument 3.4: from where on each sign of hurried answers counts."""

    seconds_per_item: Annotated[float, Field(gt=0)]
    fast_pages: Count
    long_run: Count
    spread: Annotated[float, Field(gt=0)]
    spread_answers: Count
    antonym_gap: Annotated[float, Field(gt=0)]
    antonym_pairs: Count


class CareRules(Content):
    """Instrument 5.3: heavy on its own with the named statement, or `together` of the watched dimensions at once."""

    at_most: Points
    alone: str
    item: str
    agrees: Rating
    watched: tuple[str, ...]
    together: Count
    action: str


class DriftRule(Content):
    """Instrument 2.5: the raw answer to one statement that shows the promotion-drift note."""

    item: str
    agrees: Rating


class RetakeRules(Content):
    """Instrument 2.4: how many standard errors a change must be, alone or as a headline among eight."""

    possible: Annotated[float, Field(gt=0)]
    clear: Annotated[float, Field(gt=0)]
    headline: Annotated[float, Field(gt=0)]
    together: Count


class Scoring(Content):
    """Everything scoring takes from the content (instrument 2.1, 2.2, 2.5)."""

    cuts: Cuts
    sd: Annotated[float, Field(gt=0)]
    inter_item: Share
    answered_share: Share
    overall_dimensions: Count
    z80: Annotated[float, Field(gt=0)]
    z95: Annotated[float, Field(gt=0)]
    portrait_fits: Annotated[int, Field(ge=0, le=3)]
    week: WeekRules
    careless: CarelessRules
    care: CareRules
    drift: DriftRule
    retake: RetakeRules
