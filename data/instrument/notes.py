"""What is said around a result, and before it, as content."""

from collections.abc import Mapping
from typing import Annotated, Literal

from pydantic import Field

from data.content.files import Content, Sentence, Text, with_placeholders
from data.instrument.answers import Area
from data.instrument.scoring_rules import Level


class OrientationWords(Content):
    """`within` is the name inside a sentence."""

    name: Text
    within: Text
    line: Text


class OrientationNotes(Content):
    """Blends and mixed have no line of their own: they show the line of each part."""

    note: Text
    joined: Annotated[str, Field(min_length=1)]
    mixed: Text
    job: OrientationWords
    career: OrientationWords
    calling: OrientationWords
    unsettled: OrientationWords


class QuadrantNotes(Content):
    both: Text
    job_only: Text
    outside_only: Text
    neither: Text


class ShiftNotes(Content):
    """How much of the week would have to move."""

    small: Text
    medium: Text
    large: Text
    sentence: Annotated[Sentence, with_placeholders("points", "size")]


class WeekNotes(Content):
    """One line for the area that is missed most, one when none is, and one for an area that takes more energy than time."""

    missed: Mapping[Area, Annotated[Sentence, with_placeholders("points")]]
    close: Text
    tilt: Annotated[Sentence, with_placeholders("area")]


class LevelNames(Content):
    low: Text
    mid: Text
    high: Text

    def name(self, level: Level) -> str:
        """As people read it, such as "Middle"."""
        return {Level.LOW: self.low, Level.MID: self.mid, Level.HIGH: self.high}[level]


class LevelNotes(LevelNames):
    """`within` are the names inside a sentence."""

    within: LevelNames
    # Where levels meet, for versions that say it.
    ranges: Text | None = None
    missing: Annotated[Sentence, with_placeholders("answered", "asked")]


class BandNotes(Content):
    """What the two bands round a score mean (docs/instrument.md 2.2), and what they are called in a table."""

    words: Text
    thick: Text
    thin: Text
    thick_name: Text
    thin_name: Text


class FigureNotes(Content):
    """How exact figures are shown, and what stands beside those of all dimensions together, of the map and of two people."""

    overall: Annotated[Sentence, with_placeholders("score", "margin", "count")]
    map: Text
    side_by_side: Text


class CareLink(Content):
    text: Text
    url: Annotated[str, Field(pattern=r"^https://")]


class CareNotes(Content):
    """Shown above the scores when things look heavy; the links are for everyone (docs/instrument.md 8.1)."""

    text: Text
    see_result: Text
    not_now: Text
    links_title: Text
    links: Annotated[tuple[CareLink, ...], Field(alias="link", min_length=1)]


class Notes(Content):
    footer: Text
    adverse_use: Text
    goal: Text
    orientation: OrientationNotes
    quadrant: QuadrantNotes
    shift: ShiftNotes
    week: WeekNotes
    level: LevelNotes
    band: BandNotes
    figures: FigureNotes
    care: CareNotes


class ConsentBox(Content):
    """One unticked box; the id is the field of `data.record.record.Consents` that it fills."""

    id: Literal["take_part", "count_in_reference"]
    label: Text
    optional: bool = False


class Consent(Content):
    """What somebody agrees to. `wording` names these very words, so that a record says which ones were on the screen."""

    wording: Annotated[str, Field(pattern=r"^consent-[0-9]+$")]
    intro: Text
    boxes: Annotated[tuple[ConsentBox, ...], Field(alias="box", min_length=2, max_length=2)]
    optional: Text
    private: Text
    change_of_mind: Text
