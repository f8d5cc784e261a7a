"""Results over time, and for the last two how sure each change is (docs/instrument.md 5). Versions of the instrument are never compared."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from data.content.language import ENGLISH, Language
from data.profile.findings import Change, Changes, ChangesSaid
from data.profile.profile import Profile, from_result
from data.profile.scoring import Score, rounded
from data.record.record import Record, Result

# What changes sooner is mostly mood (docs/instrument.md 5.3).
WAIT = timedelta(weeks=4)


@dataclass(frozen=True)
class Moment:
    """One dimension in one result. Moments of different versions must not be joined by a line."""

    taken_on: date
    version: str
    score: Score


@dataclass(frozen=True)
class Course:
    """One dimension over time, oldest first; results in which it has no score are left out."""

    dimension: str
    name: str
    moments: tuple[Moment, ...]


@dataclass(frozen=True)
class ChangeStatement:
    """What is said about one dimension: its change, both scores as shown, and what its version calls such a change."""

    name: str
    before: int
    after: int
    change: Change
    words: str


@dataclass(frozen=True)
class Comparison:
    """The last result beside an earlier one. `statements` is None where they are of different versions, which are never compared."""

    before: Profile
    after: Profile
    statements: tuple[ChangeStatement, ...] | None
    # Whether to say first that something changed; the dimensions that did, in the instrument's order.
    headline: tuple[ChangeStatement, ...] = ()
    # None with `statements`.
    changes: Changes | None = None

    def said(self, *, day: str) -> ChangesSaid | None:
        """What changed since that day, in sentences; None where the two are never compared."""
        if self.changes is None:
            return None
        return self.after.rules.changes_said(self.changes, self.before.measured, self.after.measured, day=day)

    def not_compared(self, *, day: str) -> str | None:
        """Why the result of that day is not compared; None where it is."""
        return self.after.rules.other_version_said(day=day) if self.changes is None else None


def profiles(record: Record, language: Language = ENGLISH) -> tuple[Profile, ...]:
    """Every result by the rules of its own version, oldest first."""
    return tuple(from_result(result, language) for result in _in_order(record.results))


def of_record(record: Record, language: Language = ENGLISH) -> Comparison | None:
    """The last two of a record, with none of its other results scored: there may be many, and each costs time."""
    results = _in_order(record.results)
    if len(results) < 2:
        return None
    *earlier, after = results
    same = [one for one in earlier if one.instrument == after.instrument]
    return last_two(tuple(from_result(result, language) for result in ((same or earlier)[-1], after)))


def courses(profiles: Sequence[Profile]) -> tuple[Course, ...]:
    """Each dimension over time, in the order of the latest result; empty without results."""
    if not profiles:
        return ()
    return tuple(_course(profiles, dimension.id, dimension.name) for dimension in profiles[-1].instrument.dimensions)


def last_two(profiles: Sequence[Profile]) -> Comparison | None:
    """The latest result beside the one before it of its version, or where there is none of any; None with fewer than two."""
    if len(profiles) < 2:
        return None
    *earlier, after = profiles
    # Other statements, other rules: a difference between them would say nothing about the person (docs/instrument.md 5.3).
    before = next((one for one in reversed(earlier) if one.instrument.version == after.instrument.version), None)
    if before is None:
        return Comparison(earlier[-1], after, statements=None)
    changes = after.rules.changes(before.measured, after.measured, after.answers.worked)
    statements = tuple(_statement(before, after, changes, change) for change in changes.each.values())
    headline = tuple(one for one in statements if one.change.dimension in changes.named)
    return Comparison(before, after, statements, headline, changes)


def worth_waiting_until(record: Record, today: date) -> date | None:
    """The day from which another result says more than mood; None once it has come, or with nothing to compare with."""
    if not record.results:
        return None
    day = max(result.taken_on for result in record.results) + WAIT
    return day if today < day else None


def _in_order(results: Sequence[Result]) -> list[Result]:
    # Sorting keeps the order of equals, so two results of one day stay in the order in which they were finished.
    return sorted(results, key=lambda result: result.taken_on)


def _course(profiles: Sequence[Profile], dimension: str, name: str) -> Course:
    held = ((profile, profile.scores.get(dimension)) for profile in profiles)
    moments = (Moment(p.result.taken_on, p.instrument.version, score) for p, score in held if score and score.value is not None)
    return Course(dimension, name, tuple(moments))


def _statement(before: Profile, after: Profile, changes: Changes, change: Change) -> ChangeStatement:
    first, second = before.scores[change.dimension].value, after.scores[change.dimension].value
    name, words = after.instrument.dimension(change.dimension).name, after.rules.change_said(changes, change.dimension)
    return ChangeStatement(name, rounded(first or 0), rounded(second or 0), change, words)
