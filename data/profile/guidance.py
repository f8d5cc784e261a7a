"""What a result suggests, in words ready to show: pattern, next steps and the lines beside the scores (docs/instrument.md 3, 4 and 8.1)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from data.instrument.advice import LOWEST, Action, Condition, Pattern, Stage
from data.instrument.answers import Answer, Area, LifeStage, Obstacles, Portrait, Responsibility, StageSelf, YearsBand
from data.instrument.instrument import Instrument
from data.instrument.notes import CareNotes, OrientationWords
from data.instrument.questions import Obstacle
from data.instrument.scoring_rules import Level
from data.profile.job_and_work import Orientation
from data.profile.scoring import Score, lowest, rating, rounded
from data.profile.week import Shares, WeekSplit, tilted

# More than three would be a list to feel guilty about (docs/instrument.md 4.1).
MAX_STEPS = 3


@dataclass(frozen=True)
class PatternFound:
    """The first pattern whose rule holds, later ones that hold too, and those that almost do. `rule` is the chosen one's, in words."""

    chosen: Pattern
    also: tuple[Pattern, ...]
    near: tuple[Pattern, ...]
    rule: str


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
class WeekLines:
    """One line on what is missed, and one for each area that takes more energy than time."""

    missed: str
    tilts: tuple[str, ...]


@dataclass(frozen=True)
class CareNote:
    """Shown above the scores, with one action to rest and nothing else to work on."""

    words: CareNotes
    rest_first: Action


def pattern(instrument: Instrument, scores: Mapping[str, Score]) -> PatternFound:
    """The pattern of docs/instrument.md 3.1, decided on unrounded scores."""
    patterns = instrument.patterns
    if any(scores[dimension].value is None for dimension in patterns.required):
        return PatternFound(patterns.incomplete, (), (), rule_in_words(instrument, patterns.incomplete))
    holding = [pattern for pattern in patterns.ruled if _holds(pattern, scores)]
    near = [pattern for pattern in patterns.ruled if pattern not in holding and _holds(pattern, scores, relaxed=True)]
    chosen = holding[0] if holding else patterns.otherwise
    return PatternFound(chosen, tuple(holding[1:]), tuple(near), rule_in_words(instrument, chosen))


def rule_in_words(instrument: Instrument, pattern: Pattern) -> str:
    """The rule as it is tried, such as "alignment below 50 and outlets 62.5 or more"."""
    patterns, words = instrument.patterns, instrument.patterns.words
    if pattern == patterns.incomplete:
        names = ", ".join(instrument.dimension(dimension).name.lower() for dimension in patterns.required)
        return words.missing.format(dimensions=names)
    return words.joined.join(_in_words(instrument, condition) for condition in pattern.conditions) or words.otherwise


def stage(life_stage: LifeStage) -> Stage | None:
    """The life stage advice is given for: one's own word first, then years and responsibilities; None when nothing is known."""
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
    """At most three dimensions: where the pattern starts, the lowest set, and what the person picked; picks push out the lowest set."""
    chosen = [(dimension, scores[dimension].level) for dimension in _chosen(instrument, scores, picked)]
    return tuple(_step(instrument, scores[dimension], level, stage) for dimension, level in chosen if level is not None)


def obstacle_advice(instrument: Instrument, obstacles: Obstacles) -> tuple[Obstacle, ...]:
    """The ticked obstacles that have an action, starred ones first; none when "none of these" is ticked."""
    if "none" in obstacles.ticked:
        return ()
    ticked = [obstacle for obstacle in instrument.obstacles if obstacle.id in obstacles.ticked]
    return tuple(sorted(ticked, key=lambda obstacle: obstacle.id not in obstacles.starred))


def orientation_name(instrument: Instrument, orientation: Orientation) -> str:
    """Its name, such as "Career and calling"."""
    notes = instrument.notes.orientation
    if orientation is Orientation.MIXED:
        return notes.mixed
    names = [words.name for words in _orientation_words(instrument, orientation)]
    return notes.joined.join([names[0], *(name.lower() for name in names[1:])])


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


def drift_note(instrument: Instrument, statements: Mapping[str, Answer]) -> str | None:
    """The promotion-drift note, whatever the pattern; None when the statement was not agreed with."""
    rule = instrument.scoring.drift
    return instrument.notes.drift if (rating(statements, rule.item) or 0) >= rule.agrees else None


def care_note(instrument: Instrument, scores: Mapping[str, Score], statements: Mapping[str, Answer]) -> CareNote | None:
    """Shown to this person on this screen only, stored and counted nowhere; None when nothing suggests that things are heavy."""
    rules = instrument.scoring.care
    heavy = {dimension for dimension, score in scores.items() if score.value is not None and score.value <= rules.at_most}
    alone = rules.alone in heavy and (rating(statements, rules.item) or 0) >= rules.agrees
    if not alone and len(heavy.intersection(rules.watched)) < rules.together:
        return None
    return CareNote(instrument.notes.care, instrument.action(rules.action))


def _holds(pattern: Pattern, scores: Mapping[str, Score], *, relaxed: bool = False) -> bool:
    return all(_met(condition, scores[condition.dimension], relaxed=relaxed) for condition in pattern.conditions)


def _met(condition: Condition, score: Score, *, relaxed: bool) -> bool:
    if score.value is None or score.sem is None:
        return False
    give = score.sem if relaxed else 0.0
    if condition.at_least is not None:
        return score.value >= condition.at_least - give
    return condition.below is not None and score.value < condition.below + give


def _in_words(instrument: Instrument, condition: Condition) -> str:
    name, words = instrument.dimension(condition.dimension).name.lower(), instrument.patterns.words
    if condition.at_least is not None:
        return words.at_least.format(dimension=name, cut=f"{condition.at_least:g}")
    return words.below.format(dimension=name, cut=f"{condition.below:g}")


def _chosen(instrument: Instrument, scores: Mapping[str, Score], picked: Sequence[str]) -> list[str]:
    """The lowest set goes by value here, because only its first places may find room."""
    known = {dimension: score.value for dimension, score in scores.items() if score.value is not None}
    low = sorted(lowest(instrument, scores), key=lambda dimension: known[dimension])
    start = pattern(instrument, scores).chosen.start_with
    first = low[:1] if start in (LOWEST, None) else [start]
    wanted = [dimension for dimension in picked if dimension in known]
    room = MAX_STEPS - len(set(wanted) - set(first))
    suggested = list(dict.fromkeys([*first, *low]))
    kept = [d for d in suggested if d not in wanted or d in first]
    return list(dict.fromkeys([*kept[: max(1, room)], *wanted]))[:MAX_STEPS]


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
