"""The rules of rk-1.0 as one value: everything that a result of that version may say, and in which words."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from data.instrument.answers import Answer, Answers
from data.instrument.instrument import Instrument
from data.instrument.norms import Norms
from data.instrument.rk_1_0 import FirstRules
from data.instrument.scoring_rules import Level
from data.profile import job_and_work
from data.profile.findings import (
    Box,
    Certainty,
    Change,
    Changes,
    ChangesSaid,
    Measured,
    PatternFound,
    PatternSaid,
    Remark,
    Signs,
    StandsOut,
    StandsOutSaid,
)
from data.profile.job_and_work import MapPlace
from data.profile.rk_1_0 import careless_responding, patterns, reliable_change, scoring
from data.profile.scoring import Score, rating


@dataclass(frozen=True)
class Rk10:
    """Norms are of no account here: spread and reliability were assumed once and for all."""

    instrument: Instrument
    own: FirstRules

    @property
    def assumed_norms(self) -> Norms | None:
        return None

    def score(self, statements: Mapping[str, Answer], norms: Norms | None = None) -> dict[str, Score]:
        return scoring.score(self.instrument, self.own.uncertainty, statements)

    def stands_out(self, scores: Mapping[str, Score]) -> StandsOut:
        return StandsOut(scoring.strongest(self.instrument, scores), scoring.lowest(self.instrument, scores))

    def pattern(self, scores: Mapping[str, Score]) -> PatternFound:
        return patterns.found(self.instrument, scores)

    def place(self, scores: Mapping[str, Score]) -> MapPlace | None:
        return job_and_work.place_on_map(self.instrument, scores)

    def drift(self, scores: Mapping[str, Score], answers: Answers) -> str | None:
        """Whatever the score says; None when the statement was not agreed with."""
        rule = self.instrument.scoring.drift
        return self.own.words.drift if (rating(answers.statements, rule.item) or 0) >= rule.agrees else None

    def suggested(self, scores: Mapping[str, Score], picked: Sequence[str], most: int) -> list[str]:
        return patterns.suggested(self.instrument, scores, picked, most)

    def changes(self, before: Measured, after: Measured, worked: str | None = None) -> Changes:
        each = reliable_change.changes(self.own.retake, before.scores, after.scores)
        clear = tuple(one.dimension for one in each.values() if one.certainty is Certainty.CLEAR)
        # Named first only where there is more of it than chance brings about among eight (docs/instrument.md 5.2).
        return Changes(each, clear if reliable_change.is_headline(self.own.retake, tuple(each.values())) else ())

    def apart(self, one: Measured, other: Measured) -> dict[str, Change]:
        each = reliable_change.changes(self.own.retake, one.scores, other.scores)
        return {dimension: change for dimension, change in each.items() if change.certainty is Certainty.CLEAR}

    def signs(self, answers: Answers) -> Signs:
        flags = careless_responding.flags(self.instrument, self.own.careless, answers)
        return Signs(flags, left_out=len(flags) >= self.own.careless.leave_out)

    def level_said(self, level: Level, neighbours: Sequence[Level] = ()) -> str:
        return self.instrument.notes.level.name(level)

    def close_said(self, close: Mapping[str, Sequence[Level]]) -> str | None:
        return self.own.words.close.format(names=self.instrument.names(close)) if close else None

    def norms_said(self, norms: Norms | None, *, day: str | None = None) -> None:
        """Spread and reliability were assumed for good."""

    def stands_out_said(self, found: StandsOut) -> StandsOutSaid:
        words = self.own.words.sets
        boxes = ((words.strongest, found.higher), (words.lowest, found.lower))
        drawn = tuple(Box(title, dimensions) for title, dimensions in boxes if dimensions)
        return StandsOutSaid(drawn, words.note) if drawn else StandsOutSaid()

    def pattern_said(self, found: PatternFound, *, emphasis: str = "{}") -> PatternSaid:
        return patterns.said(self.instrument, self.own.words.pattern, found, emphasis=emphasis)

    def place_said(self, place: MapPlace, *, emphasis: str = "{}") -> str:
        name = emphasis.format(job_and_work.corner_name(self.instrument, place.quadrant))
        return f"{name} ({self.own.words.near_line}: {self.instrument.names(place.near_line)})" if place.near_line else name

    def change_said(self, changes: Changes, dimension: str) -> str:
        words = self.own.words.retake
        by_certainty = {Certainty.CLEAR: words.clear, Certainty.POSSIBLE: words.possible, Certainty.WOBBLE: words.wobble}
        return by_certainty[changes.each[dimension].certainty]

    def changes_said(self, changes: Changes, before: Measured, after: Measured, *, day: str) -> ChangesSaid:
        words = self.own.words.retake
        headline = words.headline.format(names=self.instrument.names(changes.named)) if changes.named else words.quiet
        return ChangesSaid((headline,), ())

    def other_version_said(self, *, day: str) -> str:
        return self.own.words.retake.versions

    def side_by_side_said(self, *, is_apart: bool) -> str:
        return self.own.words.side_by_side.apart if is_apart else self.own.words.side_by_side.alike

    @property
    def too_small_to_tell(self) -> str:
        return self.own.words.retake.wobble

    def remark(self, signs: Signs) -> Remark | None:
        words = self.own.words.careless
        return Remark((words.text,), words.review, words.keep) if signs.shown else None

    def worked_on_asked(self, *, day: str) -> None:
        """Asked from rk-1.1 on, whatever the day."""

    @property
    def team_words(self) -> None:
        """How alike a team is was told by itself, in words of its own."""

    @property
    def taken_up(self) -> None:
        """No version came before."""
