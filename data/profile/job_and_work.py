"""The two indices beside the scores: orientation, and the place on the map of job and work (docs/instrument.md 2.5 and 2.6)."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from data.instrument.answers import Likeness, Portrait
from data.instrument.instrument import Instrument
from data.profile.scoring import Score

# The two axes of the map: how far the job carries the work, and how much room the work has outside it.
ACROSS = "alignment"
UP = "outlet"
# Standard errors are roots and quotients, so what is equal on paper may differ in the last bits.
_SAME = 1e-9


class Orientation(StrEnum):
    """Which portrait fits best. No orientation is better than another."""

    JOB = "job"
    CAREER = "career"
    CALLING = "calling"
    JOB_CAREER = "job+career"
    JOB_CALLING = "job+calling"
    CAREER_CALLING = "career+calling"
    MIXED = "mixed"
    UNSETTLED = "unsettled"

    @property
    def parts(self) -> tuple[Portrait, ...]:
        """The portraits it is made of: none for unsettled, all three for mixed."""
        if self is Orientation.MIXED:
            return tuple(Portrait)
        return tuple(portrait for portrait in Portrait if portrait in self.split("+"))


class Quadrant(StrEnum):
    """Where the work that matters has a home."""

    BOTH = "both"
    JOB_ONLY = "job_only"
    OUTSIDE_ONLY = "outside_only"
    NEITHER = "neither"


@dataclass(frozen=True)
class MapPlace:
    """A place on the map, and the dimensions whose score lies within one standard error of the dividing line."""

    quadrant: Quadrant
    near_line: tuple[str, ...]

    @property
    def is_sure(self) -> bool:
        """Whether the corner may be named alone where names go by certainty (docs/rk11.md 2.5)."""
        return not self.near_line


def orientation(instrument: Instrument, portraits: Mapping[Portrait, Likeness]) -> Orientation | None:
    """The portrait or portraits with the highest rating; None while one of the three is unrated."""
    if any(portrait not in portraits for portrait in Portrait):
        return None
    best = max(portraits.values())
    fitting = [portrait for portrait in Portrait if portraits[portrait] == best]
    # Before the blends: three portraits that all fit badly are no mixture of three (docs/instrument.md 2.5).
    if best < instrument.scoring.portrait_fits:
        return Orientation.UNSETTLED
    return Orientation.MIXED if len(fitting) == len(Portrait) else Orientation("+".join(fitting))


def place_on_map(instrument: Instrument, scores: Mapping[str, Score]) -> MapPlace | None:
    """None while alignment or outlets has no score; a score on the line counts as the upper side."""
    across, up = scores[ACROSS], scores[UP]
    if across.value is None or up.value is None:
        return None
    line = instrument.scoring.cuts.mid
    in_job, outside = across.value >= line, up.value >= line
    quadrant = _QUADRANTS[in_job, outside]
    return MapPlace(quadrant, tuple(score.dimension for score in (across, up) if _is_near(score, line)))


def corner_name(instrument: Instrument, quadrant: Quadrant) -> str:
    """As people read it, such as "In the job"."""
    names = instrument.notes.quadrant
    by_quadrant = {
        Quadrant.BOTH: names.both,
        Quadrant.JOB_ONLY: names.job_only,
        Quadrant.OUTSIDE_ONLY: names.outside_only,
        Quadrant.NEITHER: names.neither,
    }
    return by_quadrant[quadrant]


def across_the_line(place: MapPlace) -> Quadrant | None:
    """The corner across the one line that is near; None where none or both are."""
    if len(place.near_line) != 1:
        return None
    in_job, outside = next(sides for sides, quadrant in _QUADRANTS.items() if quadrant is place.quadrant)
    near = place.near_line[0]
    return _QUADRANTS[in_job != (near == ACROSS), outside != (near == UP)]


_QUADRANTS = {
    (True, True): Quadrant.BOTH,
    (True, False): Quadrant.JOB_ONLY,
    (False, True): Quadrant.OUTSIDE_ONLY,
    (False, False): Quadrant.NEITHER,
}


def _is_near(score: Score, line: float) -> bool:
    return score.value is not None and score.sem is not None and abs(score.value - line) < score.sem - _SAME
