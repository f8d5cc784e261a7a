"""What every version gives to the totals in the same way, as codes by measure (data/groups/codebook.py says what they mean). Pure."""

from collections.abc import Iterable, Mapping

from data.groups import codebook
from data.groups.codebook import DOES_NOT_APPLY, MISSING, SCORE_UNITS, SKIPPED, WEEK_BIN
from data.groups.cohorts import UNKNOWN
from data.instrument.answers import Answer, Area
from data.profile import guidance
from data.profile.profile import Profile
from data.profile.scoring import Score, keyed, rating
from data.profile.week import Shares


def stage(found: Profile) -> str:
    """The life stage that it is mixed with."""
    return guidance.stage(found.answers.life_stage) or UNKNOWN


def answers(found: Profile) -> dict[str, int]:
    given = found.answers.statements
    return {codebook.answer_to(item.id): _answer(given.get(item.id)) for item in found.instrument.items}


def scores(found: Profile) -> dict[str, int]:
    return {codebook.score_of(score.dimension): _score(score) for score in found.scores.values()}


def whole_sum(found: Profile, dimension: str) -> int:
    """The sum of a scale's keyed answers, where all of it was answered: Cronbach's alpha needs how much it varies."""
    items = found.instrument.items_of(dimension)
    given = [keyed(item, raw) for item in items if (raw := rating(found.answers.statements, item.id)) is not None]
    return sum(given) if len(given) == len(items) else MISSING


def place(order: tuple[str, ...], value: str | None) -> int:
    """Where it stands in a list whose order is for ever."""
    return MISSING if value is None else order.index(value)


def obstacles(found: Profile) -> dict[str, int]:
    ticked = found.answers.obstacles.ticked
    return {codebook.obstacle_is(o.id): int(o.id in ticked) if ticked else MISSING for o in found.instrument.obstacles}


def week(found: Profile) -> dict[str, int]:
    return {**_week("now", found.week.now), **_week("wish", found.week.wish), **_week("energy", found.week.energy)}


def minutes(seconds: Iterable[float], *, most: int) -> int:
    """Whole minutes; MISSING where no page has a time."""
    spent = tuple(seconds)
    return min(int(sum(spent) // 60), most) if spent else MISSING


def _answer(answer: Answer | None) -> int:
    if answer is None:
        return SKIPPED
    return DOES_NOT_APPLY if answer == "na" else answer


def _score(score: Score) -> int:
    # Whole on paper; what the division left over is rounded away (docs/rk11.md 2.1).
    return MISSING if score.value is None else round(score.value * SCORE_UNITS / 100)


def _week(part: str, shares: Shares | None) -> dict[str, int]:
    return {codebook.week_of(part, area): MISSING if shares is None else _bin(shares, area) for area in Area}


def _bin(shares: Mapping[Area, float], area: Area) -> int:
    # Shares are quotients, so what is a whole bin on paper may lie a bit below it.
    return min(int((shares[area] + 1e-9) // WEEK_BIN), 100 // WEEK_BIN - 1)
