"""One's own answers and scores over time as a table, for programs or for a spreadsheet: one row per answer or score, oldest first."""

from collections.abc import Iterator

from data.content.language import Language
from data.exports import csv_table, workbook
from data.exports.csv_table import Cell
from data.exports.free_text import written
from data.instrument.answers import NONE_IN_PARTICULAR
from data.profile import history, rules
from data.profile.profile import Profile
from data.profile.scoring import Score
from data.record.record import Record
from data.wording.export_words import PartWords, load


def write(record: Record, language: Language, *, words: bool) -> bytes:
    """The table as UTF-8; own words only if asked for. Numbers stay numbers, and no text can act as a formula."""
    return csv_table.write([_columns(language), *_table(record, language, words=words)])


def write_workbook(record: Record, language: Language, *, words: bool) -> bytes:
    """The same as a workbook that every spreadsheet reads alike, scores as whole as on the screen."""
    return workbook.write([_columns(language), *_table(record, language, words=words)])


def _columns(language: Language) -> tuple[Cell, ...]:
    return tuple(load(language).csv.model_dump().values())


def _table(record: Record, language: Language, *, words: bool) -> Iterator[tuple[Cell, ...]]:
    parts, profiles = load(language).parts, history.profiles(record, language)
    for profile in profiles:
        for part in _rows(profile, language, words=words):
            norms = profile.norms.name if profile.norms else None
            yield profile.result.taken_on.isoformat(), profile.instrument.version, norms, *part
    # A file goes on without the screen it came from; the latest words are those that hold (docs/rk11.md 5).
    for profile in profiles[-1:]:
        yield None, profile.instrument.version, None, parts.rules, "rules", profile.instrument.notes.adverse_use, None, *_NO_SCORE


def _rows(profile: Profile, language: Language, *, words: bool) -> Iterator[tuple[Cell, ...]]:
    """Part, id, text, answer, and for a score the score with its bands."""
    parts = load(language).parts
    yield from _life_stage(profile, parts)
    yield from _statements(profile, parts)
    yield from _outcomes(profile, parts)
    yield from _week(profile, parts)
    yield from _scores(profile, parts)
    if words:
        yield from ((parts.own_words, own.id, own.question, own.words, *_NO_SCORE) for own in written(profile, language))


def _life_stage(profile: Profile, parts: PartWords) -> Iterator[tuple[Cell, ...]]:
    answers = profile.answers.life_stage.model_dump(mode="json")
    for question in profile.instrument.life_stage:
        given = answers[question.id]
        labels = {option.id: option.label for option in question.options}
        for answer in given if isinstance(given, list) else [given]:
            yield parts.life_stage, question.id, question.text, labels.get(answer), *_NO_SCORE
    for portrait in profile.instrument.portraits:
        rated = profile.answers.job_and_work.portraits.get(portrait.id)
        likeness = None if rated is None else profile.instrument.likeness[rated]
        yield parts.portrait, portrait.id.value, portrait.text, likeness, *_NO_SCORE


def _statements(profile: Profile, parts: PartWords) -> Iterator[tuple[Cell, ...]]:
    for item in profile.instrument.items:
        answer = profile.answers.statements.get(item.id)
        shown = profile.instrument.does_not_apply if answer == "na" else answer
        yield parts.statement, item.id, item.text, shown, *_NO_SCORE
    for obstacle in profile.instrument.obstacles:
        if obstacle.id in profile.answers.obstacles.ticked:
            starred = obstacle.id in profile.answers.obstacles.starred
            yield parts.obstacle, obstacle.id, obstacle.label, parts.starred if starred else parts.ticked, *_NO_SCORE


def _outcomes(profile: Profile, parts: PartWords) -> Iterator[tuple[Cell, ...]]:
    """What only some versions ask, and only this table shows (docs/rk11.md 1.1 and 1.9)."""
    if profile.answers.worked:
        yield parts.worked, "worked", parts.worked_text, _worked_on(profile), *_NO_SCORE
    for question in profile.instrument.outcomes.questions if profile.instrument.outcomes else ():
        yield parts.outcome, question.id.value, question.text, profile.answers.outcomes.get(question.id), *_NO_SCORE


def _worked_on(profile: Profile) -> str:
    asked, worked = rules.of(profile.instrument).worked_on_asked(day=""), profile.answers.worked or ""
    return asked.none if asked and worked == NONE_IN_PARTICULAR else profile.names((worked,))


def _week(profile: Profile, parts: PartWords) -> Iterator[tuple[Cell, ...]]:
    week, asked = profile.answers.week, profile.instrument.week
    for kind, question, given in (("now", asked.now, week.now), ("wish", asked.wish, week.wish), ("energy", asked.energy, week.energy)):
        for area in profile.instrument.areas:
            yield parts.week, f"{kind}_{area.id}", f"{area.name}: {question}", given.get(area.id), *_NO_SCORE


def _scores(profile: Profile, parts: PartWords) -> Iterator[tuple[Cell, ...]]:
    for score in profile.scores.values():
        yield parts.score, score.dimension, profile.names((score.dimension,)), None, *_score(score)


def _score(score: Score) -> tuple[Cell, ...]:
    if score.value is None or score.band80 is None or score.band95 is None:
        return _NO_SCORE
    return tuple(round(points, 4) for points in (score.value, *score.band80, *score.band95))


_NO_SCORE: tuple[Cell, ...] = (None,) * 5
