"""A report as a row of blocks, from one's own profile or from what a viewer link shows. Web page and PDF set the same blocks."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeAlias

import altair as alt

from components.exports import report_charts
from components.exports.report_charts import Figure
from components.screen import published_words
from components.session import language, resources
from data.exports.free_text import written
from data.instrument.instrument import Instrument
from data.instrument.scoring_rules import Level
from data.profile import guidance
from data.profile import rules as versions
from data.profile.findings import PatternFound
from data.profile.profile import Profile
from data.record.viewer_link import Section
from data.sharing.shared_profile import Compared, SharedProfile, SharedStep, Summary, made


@dataclass(frozen=True)
class Heading:
    text: str


@dataclass(frozen=True)
class Paragraph:
    """`quiet` ones stand beside the point: where a number comes from, and how sure it is."""

    text: str
    quiet: bool = False


@dataclass(frozen=True)
class Bullets:
    title: str
    items: tuple[str, ...]


@dataclass(frozen=True)
class Picture:
    """A chart, what it says in words, and its numbers."""

    chart: alt.LayerChart
    alt_text: str
    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class Own:
    """Somebody's own words under their question: set as they are, never read as markup."""

    question: str
    words: str


Block: TypeAlias = Heading | Paragraph | Bullets | Picture | Own


@dataclass(frozen=True)
class Report:
    """The title, and what follows it in reading order."""

    title: str
    blocks: tuple[Block, ...]


def of_profile(profile: Profile, *, words: bool) -> Report:
    """The whole profile; own words only if their writer ticked them."""
    shown = made(profile, set(Section) - {Section.COMPARISON})
    blocks = [*_parts(shown, profile), *(_own_words(profile) if words else ()), *_limits(shown)]
    return Report(_title(shown), tuple(blocks))


def of_share(shown: SharedProfile) -> Report:
    """Just what the link shows, in the same words and pictures."""
    return Report(_title(shown), (*_parts(shown, None), *_limits(shown)))


def _title(shown: SharedProfile) -> str:
    found = shown.summary and shown.summary.pattern
    if not found:
        return resources.wording().profile.title
    return next(pattern.title for pattern in resources.instrument(shown.instrument).patterns.all if pattern.id == found)


def _parts(shown: SharedProfile, own: Profile | None) -> Iterator[Block]:
    if shown.summary:
        yield from _summary(shown, shown.summary)
    yield Paragraph(resources.export_words().report.taken.format(day=resources.dates().day(shown.taken_on)), quiet=True)
    if own and own.drift:
        yield Paragraph(own.drift)
    if shown.scores is not None:
        yield from _dimensions(shown)
    if shown.comparison:
        yield from _comparison(shown, shown.comparison)
    if shown.map:
        yield from _map(shown)
    if shown.week:
        yield from _week(shown)
    if shown.steps:
        yield from _steps(shown, shown.steps, own)


def _summary(shown: SharedProfile, summary: Summary) -> Iterator[Block]:
    rules, words = resources.instrument(shown.instrument), resources.export_words().report
    if summary.pattern:
        said = versions.of(rules).pattern_said(_found(rules, summary.pattern, summary))
        yield from (Paragraph(text) for text in said.texts)
        yield from (Paragraph(remark, quiet=True) for remark in said.remarks)
    if summary.strongest:
        yield Paragraph(words.strongest.format(names=_names(shown, summary.strongest)))
        yield Paragraph(words.lowest.format(names=_names(shown, summary.lowest)))
        yield Paragraph(resources.wording().profile.sets, quiet=True)
    if summary.borderline:
        yield Paragraph(resources.wording().profile.close.format(names=_names(shown, summary.borderline)), quiet=True)


def _found(rules: Instrument, chosen: str, summary: Summary) -> PatternFound:
    also, near = (tuple(rules.patterns.named(id) for id in ids) for ids in (summary.also, summary.near))
    return PatternFound(rules.patterns.named(chosen), also, near)


def _dimensions(shown: SharedProfile) -> Iterator[Block]:
    words, rules = resources.wording().profile, resources.instrument(shown.instrument)
    band = rules.notes.band
    yield Heading(words.shape_title)
    figure = report_charts.dimensions(shown)
    if figure:
        yield _picture(figure, words.shape_title)
        yield Paragraph(f"{words.shape_caption} {band.words} {band.thick} {band.thin}", quiet=True)
    for score in shown.scores or ():
        if score.value is None:
            missing = rules.notes.level.missing.format(answered=score.answered, asked=score.asked)
            yield Paragraph(f"{_names(shown, (score.dimension,))}: {missing}", quiet=True)
    yield Bullets(
        words.definitions,
        tuple(f"{dimension.name}: {dimension.definition}" for dimension in resources.instrument(shown.instrument).dimensions),
    )


def _map(shown: SharedProfile) -> Iterator[Block]:
    words, rules = resources.wording().profile, resources.instrument(shown.instrument)
    if shown.map is None:
        return
    yield Heading(words.map_title)
    yield Paragraph(f"{versions.of(rules).place_said(shown.map.place)}.")
    yield _picture(report_charts.job_and_work(rules, shown.map), words.map_title)
    yield Paragraph(words.map_caption, quiet=True)
    if shown.map.orientation:
        name = guidance.orientation_name(rules, shown.map.orientation)
        yield Paragraph(f"{name}. {' '.join(guidance.orientation_lines(rules, shown.map.orientation))}")
        yield Paragraph(rules.notes.orientation.note, quiet=True)


def _week(shown: SharedProfile) -> Iterator[Block]:
    words, rules = resources.wording().profile, resources.instrument(shown.instrument)
    lines = guidance.week_lines(rules, shown.week) if shown.week else None
    if shown.week is None or lines is None:
        return
    yield Heading(words.week_title)
    yield Paragraph(f"{guidance.shift_sentence(rules, shown.week)} {lines.missed}")
    yield from (Paragraph(tilt) for tilt in lines.tilts)
    yield _picture(report_charts.week(rules, shown.week), words.week_title)


def _steps(shown: SharedProfile, steps: tuple[SharedStep, ...], own: Profile | None) -> Iterator[Block]:
    words, rules = resources.wording().profile, resources.instrument(shown.instrument)
    levels = {Level.LOW: rules.notes.level.low, Level.MID: rules.notes.level.mid, Level.HIGH: rules.notes.level.high}
    yield Heading(words.steps_title)
    yield Paragraph(words.steps_lead)
    for step in steps:
        title = resources.export_words().report.steps_dimension.format(
            name=_names(shown, (step.dimension,)), level=levels[step.level].lower()
        )
        actions = tuple(rules.action(id).text for id in step.actions)
        yield Bullets(title, (*actions, *_for_stage(own, step.dimension)))
    advice = guidance.obstacle_advice(rules, own.answers.obstacles) if own else ()
    if advice:
        line = resources.export_words().report.obstacle
        yield Bullets(words.steps_obstacles, tuple(line.format(label=one.label, action=one.action) for one in advice))


def _for_stage(own: Profile | None, dimension: str) -> tuple[str, ...]:
    stage = guidance.stage(own.answers.life_stage) if own else None
    found = (action for action in (own.instrument.actions if own else ()) if action.dimension == dimension and action.stage is not None)
    line = resources.export_words().report.steps_stage
    return tuple(line.format(action=action.text) for action in found if action.stage == stage)


def _comparison(shown: SharedProfile, compared: Compared) -> Iterator[Block]:
    yield Heading(resources.group_words().comparison.label)
    yield Bullets(resources.export_words().report.comparison_list, tuple(published_words.standpoints(shown, compared)))
    yield Paragraph(published_words.others(compared), quiet=True)


def _own_words(profile: Profile) -> Iterator[Block]:
    own = written(profile, language.current())
    if own:
        yield Heading(resources.export_words().report.written_title)
    yield from (Own(one.question, one.words) for one in own)


def _limits(shown: SharedProfile) -> Iterator[Block]:
    """On every report, from whoever's hands it comes (docs/instrument.md 8.2 and 8.3)."""
    notes = resources.instrument(shown.instrument).notes
    yield Heading(resources.export_words().report.limits_title)
    yield Paragraph(notes.footer)
    yield Paragraph(notes.adverse_use)
    yield Bullets(notes.care.links_title, tuple(link.text for link in notes.care.links))


def _picture(figure: Figure, title: str) -> Picture:
    return Picture(figure.chart, figure.alt_text, title, figure.columns, figure.rows)


def _names(shown: SharedProfile, dimensions: tuple[str, ...]) -> str:
    return ", ".join(resources.instrument(shown.instrument).dimension(dimension).name for dimension in dimensions)
