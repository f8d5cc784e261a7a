"""The one place that knows which rules a version goes by. A result is always scored, described and compared by its own."""

from collections.abc import Mapping, Sequence
from typing import Protocol

from data.instrument.answers import Answer, Answers
from data.instrument.instrument import Instrument
from data.instrument.norms import Norms
from data.instrument.rk_1_1 import MigrationWords, SecondRules, TeamWords
from data.instrument.scoring_rules import Level
from data.profile.findings import (
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
from data.profile.rk_1_0.rules import Rk10
from data.profile.rk_1_1.rules import Rk11
from data.profile.scoring import Score


class Rules(Protocol):
    """What every version finds in a sheet, and says of it. What ends in `said` is words ready to show; days in them are given as words."""

    @property
    def instrument(self) -> Instrument: ...

    @property
    def assumed_norms(self) -> Norms | None:
        """What a new result is made with until norms are measured; None where the version has no norms."""

    def score(self, statements: Mapping[str, Answer], norms: Norms | None = None) -> dict[str, Score]:
        """One score per dimension, in the instrument's order of dimensions."""

    def stands_out(self, scores: Mapping[str, Score]) -> StandsOut: ...

    def pattern(self, scores: Mapping[str, Score]) -> PatternFound: ...

    def place(self, scores: Mapping[str, Score]) -> MapPlace | None: ...

    def drift(self, scores: Mapping[str, Score], answers: Answers) -> str | None: ...

    def suggested(self, scores: Mapping[str, Score], picked: Sequence[str], most: int) -> list[str]:
        """The dimensions to suggest a step for, at most so many."""

    def changes(self, before: Measured, after: Measured, worked: str | None = None) -> Changes: ...

    def apart(self, one: Measured, other: Measured) -> dict[str, Change]:
        """The dimensions on which two people clearly differ."""

    def signs(self, answers: Answers) -> Signs: ...

    def level_said(self, level: Level, neighbours: Sequence[Level] = ()) -> str: ...

    def close_said(self, close: Mapping[str, Sequence[Level]]) -> str | None:
        """Which dimensions lie close to a line, given with the levels across it; None where none does."""

    def norms_said(self, norms: Norms | None, *, day: str | None = None) -> str | None:
        """What the bands rest on, where that can change; `day` is that of the norms."""

    def stands_out_said(self, found: StandsOut) -> StandsOutSaid: ...

    def pattern_said(self, found: PatternFound, *, emphasis: str = "{}") -> PatternSaid:
        """Further titles are set as `emphasis` says."""

    def place_said(self, place: MapPlace, *, emphasis: str = "{}") -> str: ...

    def change_said(self, changes: Changes, dimension: str) -> str: ...

    def changes_said(self, changes: Changes, before: Measured, after: Measured, *, day: str) -> ChangesSaid: ...

    def other_version_said(self, *, day: str) -> str:
        """Why a result of another version, of that day, is not compared."""

    def side_by_side_said(self, *, is_apart: bool) -> str:
        """What is said before the differences of two people, or instead of them."""

    @property
    def too_small_to_tell(self) -> str: ...

    def remark(self, signs: Signs) -> Remark | None: ...

    def worked_on_asked(self, *, day: str) -> WorkedOnAsked | None:
        """What is asked before a retake of a result of that day; None where the version does not ask it."""

    @property
    def team_words(self) -> TeamWords | None:
        """What is said of a team beside people in general; None where the version compares no spread."""

    @property
    def taken_up(self) -> MigrationWords | None:
        """What somebody half way through an older version is asked; None for the first version."""


def of(instrument: Instrument) -> Rules:
    # By the kind that the content says of itself, so that a version that changes only words needs no line here.
    own = instrument.rules
    return Rk11(instrument, own) if isinstance(own, SecondRules) else Rk10(instrument, own)
