"""What a result suggests, in words ready to show: next steps and the lines beside the scores (docs/instrument.md 4 and 8.1)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from data.instrument.advice import Action, Advice, Stage
from data.instrument.answers import Answer, Area, LifeStage, Obstacles, Portrait, Responsibility, StageSelf, YearsBand
from data.instrument.instrument import Instrument
from data.instrument.notes import CareNotes, OrientationWords
from data.instrument.scoring_rules import Level
from data.profile import rules
from data.profile.job_and_work import Orientation
from data.profile.scoring import Score, rating, rounded
from data.profile.week import Shares, WeekSplit, tilted

# More than three would be a list to feel guilty about (docs/instrument.md 4.1).
MAX_STEPS = 3


@dataclass(frozen=True)
class NextStep:
    """What to try in one dimension: two actions for its level, one for the life stage, and a neighbouring level's if borderline."""

    dimension: str
    name: str
    level: Level
    actions: tuple[Action, ...]
    for_stage: Action | None
    neighbouring: tuple[Action, ...]


@dataclass(frozen=True)
class ObstacleAdvice:
    """What to try about something that stands in the way."""

    id: str
    label: str
    action: Advice


@dataclass(frozen=True)
class WeekLines:
    """One line on what is missed, and one for each area that takes more energy than time."""

    missed: str
    tilts: tuple[str, ...]


@dataclass(frozen=True)
class CareNote:
    """Shown above the scores, with one action to rest and nothing else to work on."""

    words: CareNotes
    rest_first: Action


def stage(life_stage: LifeStage) -> Stage | None:
    """The life stage advice is given for: one's own word first, then years and responsibilities; None when nothing is known."""
    # Before everything that can be counted: stages come back at any age (docs/instrument.md 1.5).
    if life_stage.stage_self not in (None, StageSelf.UNSURE):
        return Stage(life_stage.stage_self)
    load, years = responsibility_load(life_stage), life_stage.years_band
    if years in (YearsBand.UP_TO_2, YearsBand.FROM_3) and load <= 1:
        return Stage.EARLY
    if years == YearsBand.FROM_25 or load >= 3:
        return Stage.LATER
    return None if years is None else Stage.MID


def responsibility_load(life_stage: LifeStage) -> int:
    """How many responsibilities somebody carries (0 to 7)."""
    return len(set(life_stage.responsibilities) - {Responsibility.NONE})


def next_steps(
    instrument: Instrument, scores: Mapping[str, Score], stage: Stage | None, *, picked: Sequence[str] = ()
) -> tuple[NextStep, ...]:
    """At most three dimensions: where the pattern starts, the lower areas, and what the person picked; picks push out lower areas."""
    suggested = rules.of(instrument).suggested(scores, picked, MAX_STEPS)
    chosen = [(dimension, scores[dimension].level) for dimension in suggested]
    return tuple(_step(instrument, scores[dimension], level, stage) for dimension, level in chosen if level is not None)


def obstacle_advice(instrument: Instrument, obstacles: Obstacles) -> tuple[ObstacleAdvice, ...]:
    """The ticked obstacles that have an action, starred ones first; none when "none of these" is ticked."""
    # Somebody who says that nothing weighs on them is given nothing to work on (docs/instrument.md 4.4).
    if "none" in obstacles.ticked:
        return ()
    ticked = [one for one in instrument.obstacles if one.id in obstacles.ticked]
    starred_first = sorted(ticked, key=lambda one: one.id not in obstacles.starred)
    return tuple(ObstacleAdvice(one.id, one.label, one.action) for one in starred_first if one.action)


def orientation_name(instrument: Instrument, orientation: Orientation) -> str:
    """Its name, such as "Career and calling"."""
    notes = instrument.notes.orientation
    if orientation is Orientation.MIXED:
        return notes.mixed
    first, *others = _orientation_words(instrument, orientation)
    return notes.joined.join([first.name, *(words.within for words in others)])


def orientation_lines(instrument: Instrument, orientation: Orientation) -> tuple[str, ...]:
    """One line for a single orientation, the line of each part for blends and mixed."""
    return tuple(words.line for words in _orientation_words(instrument, orientation))


def week_lines(instrument: Instrument, week: WeekSplit) -> WeekLines | None:
    """None while hours now or hours wished for are missing."""
    if week.gap is None:
        return None
    notes, names = instrument.notes.week, {area.id: area.name for area in instrument.areas}
    missed = _missed_line(instrument, week.gap, week.most_missed)
    return WeekLines(missed, tuple(notes.tilt.format(area=names[area]) for area in tilted(instrument, week)))


def shift_sentence(instrument: Instrument, week: WeekSplit) -> str | None:
    """How much of the week would have to move, in words; None while hours now or wished for are missing."""
    if week.shift is None or week.size is None:
        return None
    notes = instrument.notes.shift
    size = {"small": notes.small, "medium": notes.medium, "large": notes.large}[week.size]
    return notes.sentence.format(points=rounded(week.shift), size=size)


def care_note(instrument: Instrument, scores: Mapping[str, Score], statements: Mapping[str, Answer]) -> CareNote | None:
    """Shown to this person on this screen only, stored and counted nowhere; None when nothing suggests that things are heavy."""
    rule = instrument.scoring.care
    heavy = {dimension for dimension, score in scores.items() if score.value is not None and score.value <= rule.at_most}
    alone = rule.alone in heavy and (rating(statements, rule.item) or 0) >= rule.agrees
    if not alone and len(heavy.intersection(rule.watched)) < rule.together:
        return None
    return CareNote(instrument.notes.care, instrument.action(rule.action))


def _step(instrument: Instrument, score: Score, level: Level, stage: Stage | None) -> NextStep:
    own = [action for action in instrument.actions if action.dimension == score.dimension]
    return NextStep(
        score.dimension,
        instrument.dimension(score.dimension).name,
        level,
        tuple(action for action in own if action.level == level),
        next((action for action in own if stage is not None and action.stage == stage), None),
        tuple(action for action in own if action.level in score.neighbours),
    )


def _orientation_words(instrument: Instrument, orientation: Orientation) -> tuple[OrientationWords, ...]:
    notes = instrument.notes.orientation
    by_portrait = {Portrait.JOB: notes.job, Portrait.CAREER: notes.career, Portrait.CALLING: notes.calling}
    return tuple(by_portrait[part] for part in orientation.parts) or (notes.unsettled,)


def _missed_line(instrument: Instrument, gap: Shares, missed: Area | None) -> str:
    notes = instrument.notes.week
    return notes.close if missed is None else notes.missed[missed].format(points=rounded(gap[missed]))
