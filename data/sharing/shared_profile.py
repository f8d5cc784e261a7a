"""What a viewer link shows: a copy of the chosen parts of one result. Scores, sets and ids; no answer, no word, no key of its owner."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Annotated, Literal

from pydantic import Field

from data.instrument.answers import FrozenValue
from data.instrument.instrument import Instrument, load
from data.instrument.norms import Norms, label
from data.instrument.scoring_rules import Level
from data.profile import guidance
from data.profile.findings import PatternFound, StandsOut
from data.profile.job_and_work import ACROSS, UP, MapPlace, Orientation
from data.profile.profile import Profile
from data.profile.scoring import Score
from data.profile.week import WeekSplit, in_whole_points
from data.record.viewer_link import Section
from data.sharing.percentile_ranges import compare
from data.totals.published import Outcome, Published


class Summary(FrozenValue):
    """Pattern and what stands out, as ids. No pattern where its owner was not shown one either (docs/instrument.md 8.1)."""

    pattern: str | None
    also: tuple[str, ...]
    near: tuple[str, ...]
    strongest: tuple[str, ...]
    lowest: tuple[str, ...]
    borderline: tuple[str, ...]
    # What follows is of rk-1.1 on: the second of two patterns, how to call both lists, and the levels across a line that is near.
    other: str | None = None
    higher_is_strong: bool = True
    lower_needs_care: bool = True
    compared: bool = True
    neighbours: Mapping[str, tuple[Level, ...]] = Field(default_factory=dict)

    @property
    def stands_out(self) -> StandsOut:
        return StandsOut(self.strongest, self.lowest, self.higher_is_strong, self.lower_needs_care, self.compared)

    @property
    def close(self) -> Mapping[str, tuple[Level, ...]]:
        """The dimensions that are close to a line, with the levels across it as far as the copy tells them."""
        return {dimension: self.neighbours.get(dimension, ()) for dimension in self.borderline}

    def pattern_found(self, rules: Instrument) -> PatternFound | None:
        """The pattern with what was named beside it; None where none is shown."""
        if self.pattern is None:
            return None
        also, near = (tuple(map(rules.patterns.named, ids)) for ids in (self.also, self.near))
        return PatternFound(rules.patterns.named(self.pattern), also, near, other=rules.patterns.named(self.other) if self.other else None)


class JobWorkMap(FrozenValue):
    """The two scores that make the map, the place on it, and the orientation."""

    across: Score
    up: Score
    place: MapPlace
    orientation: Orientation | None


class SharedStep(FrozenValue):
    """What to try in one dimension: ids of actions. Those for a life stage stay out, because a stage is an answer."""

    dimension: str
    level: Level
    actions: tuple[str, ...]
    neighbouring: tuple[str, ...]


class ComparedScore(FrozenValue):
    """How many in 100 are lower than either end of its 80% band, rounded as it is on the owner's screen."""

    dimension: str
    # Of a copy that was made while one figure was told, among 50 people or more.
    percentile: int | None = None
    low: int
    high: int


class Compared(FrozenValue):
    """Where scores stood among everyone on one day, and how many those were, as it may be told.

    Never beside a life stage, which is an answer, nor beside a team, in which nobody has a place.
    """

    people: str
    as_of: date
    scores: tuple[ComparedScore, ...]

    @property
    def told(self) -> tuple[ComparedScore, ...]:
        """Those to be shown: a copy with one figure may have been made among fewer people than a place among them needs now."""
        return tuple(score for score in self.scores if score.percentile is None)


class SharedProfile(FrozenValue):
    """The envelope of a viewer link. A part that was not chosen is not in it; one that was chosen may still have had nothing to show."""

    format: Literal[1] = 1
    instrument: str
    # What its scores were made with; None where its version has no norms.
    norms: Norms | None = None
    taken_on: date
    # The last day it opens; None for no end.
    until: date | None = None
    sections: Annotated[tuple[Section, ...], Field(min_length=1)]
    summary: Summary | None = None
    scores: tuple[Score, ...] | None = None
    map: JobWorkMap | None = None
    week: WeekSplit | None = None
    steps: tuple[SharedStep, ...] | None = None
    comparison: Compared | None = None

    @property
    def label(self) -> str:
        """The version and the norms that it was made with."""
        return label(self.instrument, self.norms)

    @property
    def known_scores(self) -> Mapping[str, Score]:
        """Every score that it shows anywhere, by dimension."""
        on_map = (self.map.across, self.map.up) if self.map else ()
        return {score.dimension: score for score in (*(self.scores or ()), *on_map) if score.value is not None}


def copy_of(profile: Profile, sections: Sequence[Section], *, until: date | None = None, compared: Compared | None = None) -> SharedProfile:
    """A copy of the chosen parts for others, in the order given; at least one must be chosen."""
    chosen = tuple(sections)
    return SharedProfile(
        instrument=profile.instrument.version,
        norms=profile.norms,
        taken_on=profile.result.taken_on,
        until=until,
        sections=chosen,
        summary=_summary(profile) if Section.SUMMARY in chosen else None,
        scores=tuple(profile.scores.values()) if Section.DIMENSIONS in chosen else None,
        map=_map(profile) if Section.MAP in chosen else None,
        week=in_whole_points(profile.instrument, profile.week) if Section.WEEK in chosen else None,
        steps=_steps(profile) if Section.NEXT_STEPS in chosen else None,
        comparison=compared if Section.COMPARISON in chosen else None,
    )


def own_copy(profile: Profile, sections: Sequence[Section]) -> SharedProfile:
    """The same for its owner, who sees their week as exactly as its version shows it."""
    return copy_of(profile, sections).model_copy(update={"week": profile.week if Section.WEEK in sections else None})


def coarse(shown: SharedProfile) -> SharedProfile:
    """A copy that was made while weeks were copied exactly, as one that is made now."""
    return shown.model_copy(update={"week": shown.week and in_whole_points(load(shown.instrument), shown.week)})


def comparison_of(profile: Profile, everyone: Outcome, *, day: date) -> Compared | None:
    """A copy of what is published today; None where that is nothing, or where nobody is compared (docs/instrument.md 8.1)."""
    if profile.care or not isinstance(everyone, Published):
        return None
    stands = ((score.dimension, compare(score, everyone)) for score in profile.scored)
    scores = tuple(ComparedScore(dimension=of, low=stand.low, high=stand.high) for of, stand in stands if stand)
    return Compared(people=everyone.n_band, as_of=day, scores=scores) if scores else None


def _summary(profile: Profile) -> Summary:
    # Without the note on duties that drifted, whatever was chosen: it tells one answer (docs/instrument.md 2.8).
    found, seen, out = profile.pattern, profile.care is None, profile.stands_out
    close = [score for score in profile.scored if score.borderline]
    return Summary(
        pattern=found.chosen.id if seen else None,
        also=tuple(pattern.id for pattern in found.also) if seen else (),
        near=tuple(pattern.id for pattern in found.near) if seen else (),
        strongest=out.higher,
        lowest=out.lower,
        borderline=tuple(score.dimension for score in close),
        other=found.other.id if found.other and seen else None,
        higher_is_strong=out.higher_is_strong,
        lower_needs_care=out.lower_needs_care,
        compared=out.compared,
        neighbours={score.dimension: score.neighbours for score in close},
    )


def _map(profile: Profile) -> JobWorkMap | None:
    if profile.place is None:
        return None
    return JobWorkMap(across=profile.scores[ACROSS], up=profile.scores[UP], place=profile.place, orientation=profile.orientation)


def _steps(profile: Profile) -> tuple[SharedStep, ...]:
    if profile.care:
        return ()
    return tuple(
        SharedStep(
            dimension=step.dimension,
            level=step.level,
            actions=tuple(action.id for action in step.actions),
            neighbouring=tuple(action.id for action in step.neighbouring),
        )
        for step in guidance.next_steps(profile.instrument, profile.scores, stage=None)
    )
