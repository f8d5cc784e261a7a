"""The statements of one area alone, answered again while somebody works on it: at most once a week, never a result, never counted."""

from collections.abc import Mapping
from datetime import date, timedelta

from data.content.language import ENGLISH, Language
from data.errors import AnswerNotAllowed
from data.instrument.answers import Answer
from data.instrument.instrument import load
from data.instrument.questions import Item
from data.profile import rules as versions
from data.profile.history import Moment
from data.profile.profile import from_result
from data.record import journal
from data.record.journal_entries import Check
from data.record.record import Record, Result

_BETWEEN = timedelta(days=7)


def dimension(record: Record) -> str | None:
    """The area that the open goal works on; None without such a goal, or without a result to start from."""
    goal, latest = journal.active_goal(record), _latest(record)
    if goal is None or latest is None or goal.dimension is None:
        return None
    return goal.dimension if load(latest.instrument).items_of(goal.dimension) else None


def statements(record: Record, dimension: str, language: Language = ENGLISH) -> tuple[Item, ...]:
    """What is asked: the statements of that area, of the version of the latest result."""
    latest = _latest(record)
    return load(latest.instrument, language).items_of(dimension) if latest else ()


def next_day(record: Record, dimension: str) -> date | None:
    """The day from which the next check may be made; None before the first."""
    days = [check.day for check in record.checks if check.dimension == dimension]
    return max(days) + _BETWEEN if days else None


def add(record: Record, dimension: str, answers: Mapping[str, Answer], *, today: date) -> Record:
    """The record with that check. AnswerNotAllowed before a week has gone by, or with too few answers for a score."""
    latest, earliest = _latest(record), next_day(record, dimension)
    if latest is None or (earliest and today < earliest):
        raise AnswerNotAllowed("check_too_soon")
    check = Check(day=today, instrument=latest.instrument, dimension=dimension, statements=answers)
    if _moment(record, check) is None:
        raise AnswerNotAllowed("check_too_few")
    return record.model_copy(update={"checks": (*record.checks, check)})


def moments(record: Record, dimension: str) -> tuple[Moment, ...]:
    """Every check of that area with its own band, oldest first."""
    found = (_moment(record, check) for check in record.checks if check.dimension == dimension)
    return tuple(moment for moment in found if moment)


def _moment(record: Record, check: Check) -> Moment | None:
    """By the norms of the result that it follows, as it was first shown."""
    followed = [one for one in record.results if one.instrument == check.instrument and one.taken_on <= check.day]
    norms = from_result(followed[-1]).norms if followed else None
    rules = versions.of(load(check.instrument))
    score = rules.score(check.statements, norms or rules.assumed_norms)[check.dimension]
    return None if score.value is None else Moment(check.day, check.instrument, score)


def _latest(record: Record) -> Result | None:
    return max(record.results, key=lambda result: result.taken_on, default=None)
