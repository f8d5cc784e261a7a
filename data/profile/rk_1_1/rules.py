"""The rules of rk-1.1 as one value: everything that a result of that version may say, and in which words."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from data.instrument.answers import Answer, Answers
from data.instrument.instrument import Instrument
from data.instrument.norms import Norms
from data.instrument.rk_1_1 import MigrationWords, SecondRules, TeamWords
from data.instrument.scoring_rules import Level
from data.profile import job_and_work
from data.profile.findings import (
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
    WorkedOnAsked,
)
from data.profile.job_and_work import MapPlace
from data.profile.rk_1_1 import careless_responding, patterns, retake, retake_words, scoring, standing_out
from data.profile.scoring import Score, rating


@dataclass(frozen=True)
class Rk11:
    """Where no norms are given, the assumed ones hold: a result of this version without any was made with them."""

    instrument: Instrument
    own: SecondRules

    @cached_property
    def assumed_norms(self) -> Norms:
        return scoring.assumed(self.instrument, self.own)

    def score(self, statements: Mapping[str, Answer], norms: Norms | None = None) -> dict[str, Score]:
        return scoring.score(self.instrument, self.own, statements, norms or self.assumed_norms)

    def stands_out(self, scores: Mapping[str, Score]) -> StandsOut:
        return standing_out.found(self.instrument, self.own.certainty, scores)

    def pattern(self, scores: Mapping[str, Score]) -> PatternFound:
        return patterns.found(self.instrument, self.own.certainty, scores)

    def place(self, scores: Mapping[str, Score]) -> MapPlace | None:
        return job_and_work.place_on_map(self.instrument, scores)

    def drift(self, scores: Mapping[str, Score], answers: Answers) -> str | None:
        """Never against one's own score, and of a promotion only to somebody in a new role."""
        rule, own = self.instrument.scoring.drift, self.own.drift
        value = scores[own.dimension].value
        if (rating(answers.statements, rule.item) or 0) < rule.agrees or (value is not None and value >= own.below):
            return None
        words = self.own.words.drift
        return words.after_new_role if answers.life_stage.transition == own.transition else words.plain

    def suggested(self, scores: Mapping[str, Score], picked: Sequence[str], most: int) -> list[str]:
        return patterns.suggested(self.pattern(scores), self.stands_out(scores).lower, scores, picked, most)

    def changes(self, before: Measured, after: Measured, worked: str | None = None) -> Changes:
        enough = self.instrument.scoring.overall_dimensions
        return retake.changes(self.own.retake, self._by_norms(before), self._by_norms(after), enough=enough, worked=worked)

    def apart(self, one: Measured, other: Measured) -> dict[str, Change]:
        return retake.apart(self.own.retake, self._by_norms(one), self._by_norms(other))

    def signs(self, answers: Answers) -> Signs:
        return careless_responding.signs(self.instrument, self.own.signs, answers)

    def level_said(self, level: Level, neighbours: Sequence[Level] = ()) -> str:
        return ", ".join([self.instrument.notes.level.name(level), *self._close(neighbours)])

    def close_said(self, close: Mapping[str, Sequence[Level]]) -> str | None:
        names, one = {dimension: self.instrument.names((dimension,)) for dimension in close}, self.own.words.level.close_of
        return " ".join(one.format(name=names[d], close=", ".join(self._close(levels))) for d, levels in close.items()) or None

    def norms_said(self, norms: Norms | None, *, day: str | None = None) -> str:
        own, measured = self.own.words.band, norms is not None and norms.people is not None and day is not None
        return own.measured.format(people=norms.people, day=day) if norms and measured else own.assumed

    def stands_out_said(self, found: StandsOut) -> StandsOutSaid:
        return standing_out.said(self.own.words.stands_out, found)

    def pattern_said(self, found: PatternFound, *, emphasis: str = "{}") -> PatternSaid:
        return patterns.said(self.instrument, self.own.words.pattern, found, emphasis=emphasis)

    def place_said(self, place: MapPlace, *, emphasis: str = "{}") -> str:
        """A corner by its name only where both scores lie clear of the line."""
        words, name = self.own.words.quadrant, job_and_work.corner_name(self.instrument, place.quadrant)
        across = job_and_work.across_the_line(place)
        if across:
            name = words.between.format(one=name, other=job_and_work.corner_name(self.instrument, across))
        return emphasis.format(name if across or place.is_sure else words.middle)

    def change_said(self, changes: Changes, dimension: str) -> str:
        words = self.own.words.retake
        return words.clear if changes.each[dimension].certainty is Certainty.CLEAR else words.other

    def changes_said(self, changes: Changes, before: Measured, after: Measured, *, day: str) -> ChangesSaid:
        return retake_words.said(self.instrument, self.own.words.retake, changes, (before, after), day)

    def other_version_said(self, *, day: str) -> str:
        return self.own.words.retake.version.format(day=day)

    def side_by_side_said(self, *, is_apart: bool) -> str:
        return self.own.words.side_by_side.apart if is_apart else self.own.words.side_by_side.alike

    @property
    def too_small_to_tell(self) -> str:
        return self.own.words.retake.other

    def remark(self, signs: Signs) -> Remark | None:
        return careless_responding.remark(self.own.words.signs, signs)

    def worked_on_asked(self, *, day: str) -> WorkedOnAsked:
        words = self.own.words.retake
        return WorkedOnAsked(words.ask.format(day=day), words.ask_none)

    @property
    def team_words(self) -> TeamWords:
        return self.own.words.team

    @property
    def taken_up(self) -> MigrationWords:
        return self.own.words.migration

    def _close(self, neighbours: Sequence[Level]) -> list[str]:
        """Of two lines that are near the lower one is named first."""
        names = self.instrument.notes.level.within
        return [self.own.words.level.close.format(level=names.name(level)) for level in neighbours]

    def _by_norms(self, measured: Measured) -> Measured:
        return Measured(measured.scores, measured.norms or self.assumed_norms)
