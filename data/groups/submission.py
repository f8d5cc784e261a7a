"""What one finished assessment gives to the totals: small whole numbers in a fixed order, never words and never a key."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache

from data.groups import codebook
from data.groups.codebook import DOES_NOT_APPLY, HURRIED, MAX_MINUTES, MISSING, SCORE_UNITS, SKIPPED, STAGES, WEEK_BIN
from data.groups.cohorts import UNKNOWN
from data.instrument.answers import Answer, Answers, Area
from data.profile import guidance, profile
from data.profile.job_and_work import Orientation, Quadrant
from data.profile.profile import Profile
from data.profile.scoring import Score, keyed, rating
from data.profile.week import Shares
from data.record.record import Result

# The order of a version is for ever, so what is not counted any more keeps its place.
_WITH_EMPTY_PLACES = ("rk-1.0",)


@dataclass(frozen=True)
class Submission:
    """One row to be mixed. `codes` are in the order of `measures`."""

    instrument: str
    stage: str
    codes: tuple[int, ...]


def from_profile(found: Profile) -> Submission:
    """The submission that a profile makes."""
    return Submission(found.result.instrument, _stage(found), tuple(_codes(found).values()))


@cache
def measures(instrument: str) -> tuple[str, ...]:
    """What each code measures, in order. A version's order is for ever: new measures go to the end."""
    nobody = Result(instrument=instrument, taken_on=date.min, answers=Answers())
    return tuple(_codes(profile.of(nobody)))


def _codes(found: Profile) -> dict[str, int]:
    return {
        **{codebook.answer_to(item.id): _answer(found.answers.statements.get(item.id)) for item in found.instrument.items},
        **{codebook.score_of(score.dimension): _score(score) for score in found.scores.values()},
        **_sums(found),
        codebook.ORIENTATION: _place(tuple(Orientation), found.orientation),
        codebook.QUADRANT: _place(tuple(Quadrant), found.place.quadrant if found.place else None),
        codebook.PATTERN: found.pattern.chosen.order,
        **_obstacles(found),
        codebook.STAGE: STAGES.index(_stage(found)),
        **_week("now", found.week.now),
        **_week("wish", found.week.wish),
        **_week("energy", found.week.energy),
        codebook.FLAGS: _flags(found),
        codebook.MINUTES: _minutes(found),
    }


def _stage(found: Profile) -> str:
    return guidance.stage(found.answers.life_stage) or UNKNOWN


def _answer(answer: Answer | None) -> int:
    if answer is None:
        return SKIPPED
    return DOES_NOT_APPLY if answer == "na" else answer


def _score(score: Score) -> int:
    return MISSING if score.value is None else round(score.value * SCORE_UNITS / 100)


def _sums(found: Profile) -> dict[str, int]:
    """The sum of each scale's keyed answers, where all of it was answered and without hurry: Cronbach's alpha needs how much it varies."""
    codes: dict[str, int] = {}
    hurried = _flags(found) >= HURRIED
    for dimension in found.instrument.dimensions:
        items = found.instrument.items_of(dimension.id)
        given = [keyed(item, raw) for item in items if (raw := rating(found.answers.statements, item.id)) is not None]
        if found.instrument.version in _WITH_EMPTY_PLACES:
            codes |= {codebook.whole_answer_to(item.id): MISSING for item in items}
        codes[codebook.sum_of(dimension.id)] = sum(given) if len(given) == len(items) and not hurried else MISSING
    return codes


def _place(order: tuple[str, ...], value: str | None) -> int:
    return MISSING if value is None else order.index(value)


def _obstacles(found: Profile) -> dict[str, int]:
    ticked = found.answers.obstacles.ticked
    return {codebook.obstacle_is(o.id): int(o.id in ticked) if ticked else MISSING for o in found.instrument.obstacles}


def _week(part: str, shares: Shares | None) -> dict[str, int]:
    return {codebook.week_of(part, area): MISSING if shares is None else _bin(shares, area) for area in Area}


def _bin(shares: Mapping[Area, float], area: Area) -> int:
    # Shares are quotients, so what is a whole bin on paper may lie a bit below it.
    return min(int((shares[area] + 1e-9) // WEEK_BIN), 100 // WEEK_BIN - 1)


def _flags(found: Profile) -> int:
    return len(found.rules.signs(found.answers).shown)


def _minutes(found: Profile) -> int:
    spent = found.answers.page_seconds
    return min(int(sum(spent.values()) // 60), MAX_MINUTES) if spent else MISSING
