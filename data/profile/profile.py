"""Everything that one result says, worked out once by the rules of its own version."""

from collections.abc import Mapping
from dataclasses import dataclass

from data.content.language import ENGLISH, Language
from data.instrument.answers import Answers
from data.instrument.instrument import Instrument, load
from data.instrument.norms import Norms
from data.profile import guidance, job_and_work, scoring
from data.profile import rules as versions
from data.profile.findings import Measured, PatternFound, StandsOut
from data.profile.guidance import CareNote
from data.profile.job_and_work import MapPlace, Orientation
from data.profile.rules import Rules
from data.profile.scoring import Overall, Score
from data.profile.week import WeekSplit, split
from data.record.record import Result


@dataclass(frozen=True)
class Profile:
    """A result with its scores and what they suggest, by the rules of its version and the norms it was made with."""

    instrument: Instrument
    # None where its version has no norms.
    norms: Norms | None
    result: Result
    scores: Mapping[str, Score]
    overall: Overall | None
    stands_out: StandsOut
    pattern: PatternFound
    orientation: Orientation | None
    place: MapPlace | None
    week: WeekSplit
    drift: str | None
    care: CareNote | None

    @property
    def answers(self) -> Answers:
        return self.result.answers

    @property
    def rules(self) -> Rules:
        """The rules of its version, which also put it into words."""
        return versions.of(self.instrument)

    @property
    def measured(self) -> Measured:
        """What it is compared by."""
        return Measured(self.scores, self.norms)

    @property
    def strongest(self) -> tuple[str, ...]:
        return self.stands_out.higher

    @property
    def lowest(self) -> tuple[str, ...]:
        return self.stands_out.lower

    @property
    def scored(self) -> tuple[Score, ...]:
        return tuple(score for score in self.scores.values() if score.value is not None)

    @property
    def unscored(self) -> tuple[Score, ...]:
        """The dimensions with too few answers for a score."""
        return tuple(score for score in self.scores.values() if score.value is None)

    def names(self, dimensions: tuple[str, ...]) -> str:
        """Their names as people read them, with commas between."""
        return self.instrument.names(dimensions)


def from_result(result: Result, language: Language = ENGLISH) -> Profile:
    """The profile of a result, in words of that language. Raises BadContent for a version that this Rekindle does not have."""
    instrument, answers = load(result.instrument, language), result.answers
    rules = versions.of(instrument)
    # Always by those it was first shown with, however many people have been measured since (docs/rk11.md 2.2).
    norms = result.norms or rules.assumed_norms
    scores = rules.score(answers.statements, norms)
    return Profile(
        instrument=instrument,
        norms=norms,
        result=result,
        scores=scores,
        overall=scoring.overall(instrument, scores),
        stands_out=rules.stands_out(scores),
        pattern=rules.pattern(scores),
        orientation=job_and_work.orientation(instrument, answers.job_and_work.portraits),
        place=rules.place(scores),
        week=split(instrument, answers.week),
        drift=rules.drift(scores, answers),
        care=guidance.care_note(instrument, scores, answers.statements),
    )
