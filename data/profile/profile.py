"""Everything that one result says, worked out once by the rules of its own version."""

from collections.abc import Mapping
from dataclasses import dataclass

from data.content.language import ENGLISH, Language
from data.instrument.answers import Answers
from data.instrument.instrument import Instrument, load
from data.profile import guidance, job_and_work, scoring
from data.profile.guidance import CareNote, PatternFound
from data.profile.job_and_work import MapPlace, Orientation
from data.profile.scoring import Overall, Score
from data.profile.week import WeekSplit, split
from data.record.record import Result


@dataclass(frozen=True)
class Profile:
    """A result with its scores and what they suggest. Strongest and lowest are sets, in the instrument's order of dimensions."""

    instrument: Instrument
    result: Result
    scores: Mapping[str, Score]
    overall: Overall | None
    strongest: tuple[str, ...]
    lowest: tuple[str, ...]
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
    def scored(self) -> tuple[Score, ...]:
        """The dimensions that have a score."""
        return tuple(score for score in self.scores.values() if score.value is not None)

    @property
    def unscored(self) -> tuple[Score, ...]:
        """The dimensions with too few answers for a score."""
        return tuple(score for score in self.scores.values() if score.value is None)

    def names(self, dimensions: tuple[str, ...]) -> str:
        """Their names as people read them, with commas between."""
        return self.instrument.names(dimensions)


def of(result: Result, language: Language = ENGLISH) -> Profile:
    """The profile of a result, in words of that language. Raises BadContent for a version that this Rekindle does not have."""
    instrument, answers = load(result.instrument, language), result.answers
    scores = scoring.score(instrument, answers.statements)
    return Profile(
        instrument=instrument,
        result=result,
        scores=scores,
        overall=scoring.overall(instrument, scores),
        strongest=scoring.strongest(instrument, scores),
        lowest=scoring.lowest(instrument, scores),
        pattern=guidance.pattern(instrument, scores),
        orientation=job_and_work.orientation(instrument, answers.job_and_work.portraits),
        place=job_and_work.place_on_map(instrument, scores),
        week=split(instrument, answers.week),
        drift=guidance.drift_note(instrument, answers.statements),
        care=guidance.care_note(instrument, scores, answers.statements),
    )
