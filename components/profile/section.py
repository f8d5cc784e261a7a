"""One section of a profile. The page, the shared view, the report and the card are made of these; their order stands in all_sections."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from components.charts.figure import Figure
from components.charts.theme import Palette
from components.exports.report import Block
from components.session import language, resources
from data.instrument.instrument import Instrument
from data.profile import history
from data.profile.history import Comparison
from data.profile.profile import Profile
from data.record.record import Record
from data.record.viewer_link import Section
from data.sharing.shared_profile import SharedProfile


class Place(StrEnum):
    """Where the menu of the page leads, by the anchor of the heading there."""

    OVERVIEW = "overview"
    AREAS = "areas"
    JOB_AND_WEEK = "job-and-week"
    OVER_TIME = "over-time"
    NEXT_STEP = "next-step"
    KEEP = "keep-and-share"


@dataclass(frozen=True)
class Owner:
    """What only the owner of a profile is told. with_words: whether a file may hold what they wrote."""

    profile: Profile
    record: Record
    with_words: bool = False

    @cached_property
    def compared(self) -> Comparison | None:
        """The last two results of the record, worked out once for all sections; None with fewer than two."""
        return history.of_record(self.record, language.current())


@dataclass(frozen=True)
class View:
    """A profile as it is to be drawn: the parts that somebody else could see as well, and what only its owner sees beside them."""

    shown: SharedProfile
    owner: Owner | None = None

    @property
    def rules(self) -> Instrument:
        """What it was answered and is told by: the version of its result, in the words of this visit."""
        return resources.instrument(self.shown.instrument)


def _is_never_there(_: SharedProfile) -> bool:
    return False


def _is_drawn(_: View) -> bool:
    return True


def _without_blocks(_: View) -> Iterable[Block]:
    return ()


@dataclass(frozen=True)
class ProfileSection:
    """A section by what it does; each leaves itself out where it has nothing to show.

    Attributes:
        show: draws it on a screen.
        blocks: says it in a report.
        share_as: the choice by which its owner shows it to somebody else; None for what nobody else ever sees.
        is_there: whether a copy has something of it to show.
        figure: makes its chart from a copy; None for a section without one.
        place: where the menu of the page leads to it; None for what stands below another one's heading.
        is_drawn: whether a screen has something of it to draw.
    """

    show: Callable[[View], None]
    blocks: Callable[[View], Iterable[Block]] = _without_blocks
    share_as: Section | None = None
    is_there: Callable[[SharedProfile], bool] = _is_never_there
    figure: Callable[[SharedProfile, Palette], Figure | None] | None = None
    place: Place | None = None
    is_drawn: Callable[[View], bool] = _is_drawn
