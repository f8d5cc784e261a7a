"""One's own answers and scores over time as a table that any spreadsheet opens: one row per answer or score, oldest result first."""

from collections.abc import Iterator

from data.exports import csv_table
from data.exports.csv_table import Cell
from data.exports.free_text import written
from data.profile import history
from data.profile.profile import Profile
from data.profile.scoring import Score
from data.record.record import Record
from data.wording.export_words import load


def write(record: Record, *, words: bool) -> bytes:
    """The table as UTF-8; own words only if asked for. Numbers stay numbers, and no text can act as a formula."""
    return csv_table.write([tuple(load().csv.model_dump().values()), *_table(record, words=words)])


def _table(record: Record, *, words: bool) -> Iterator[tuple[Cell, ...]]:
    for profile in history.profiles(record):
        for part in _rows(profile, words=words):
            yield profile.result.taken_on.isoformat(), profile.instrument.version, *part


def _rows(profile: Profile, *, words: bool) -> Iterator[tuple[Cell, ...]]:
    """Part, id, text, answer, and for a score the score with its bands."""
    yield from _life_stage(profile)
    yield from _statements(profile)
    yield from _week(profile)
    yield from _scores(profile)
    if words:
        yield from _own_words(profile)


def _life_stage(profile: Profile) -> Iterator[tuple[Cell, ...]]:
    answers = profile.answers.life_stage.model_dump(mode="json")
    for question in profile.instrument.life_stage:
        given = answers[question.id]
        for answer in given if isinstance(given, list) else [given]:
            yield "life stage", question.id, question.text, answer, *_NO_SCORE
    for portrait in profile.instrument.portraits:
        yield "portrait", portrait.id.value, portrait.text, profile.answers.job_and_work.portraits.get(portrait.id), *_NO_SCORE


def _statements(profile: Profile) -> Iterator[tuple[Cell, ...]]:
    for item in profile.instrument.items:
        yield "statement", item.id, item.text, profile.answers.statements.get(item.id), *_NO_SCORE
    for obstacle in profile.instrument.obstacles:
        if obstacle.id in profile.answers.obstacles.ticked:
            starred = obstacle.id in profile.answers.obstacles.starred
            yield "obstacle", obstacle.id, obstacle.label, "starred" if starred else "ticked", *_NO_SCORE


def _week(profile: Profile) -> Iterator[tuple[Cell, ...]]:
    week, asked = profile.answers.week, profile.instrument.week
    for kind, question, given in (("now", asked.now, week.now), ("wish", asked.wish, week.wish), ("energy", asked.energy, week.energy)):
        for area in profile.instrument.areas:
            yield "week", f"{kind}_{area.id}", f"{area.name}: {question}", given.get(area.id), *_NO_SCORE


def _scores(profile: Profile) -> Iterator[tuple[Cell, ...]]:
    for score in profile.scores.values():
        yield "score", score.dimension, profile.names((score.dimension,)), None, *_score(score)


def _score(score: Score) -> tuple[Cell, ...]:
    if score.value is None or score.band80 is None or score.band95 is None:
        return _NO_SCORE
    return tuple(round(points, 4) for points in (score.value, *score.band80, *score.band95))


_NO_SCORE: tuple[Cell, ...] = (None,) * 5


def _own_words(profile: Profile) -> Iterator[tuple[Cell, ...]]:
    for own in written(profile):
        yield "own words", own.id, own.question, own.words, *_NO_SCORE
