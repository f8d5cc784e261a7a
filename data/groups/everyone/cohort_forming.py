"""How people who are counted together become cohorts, and which cohorts of a round may enter everyone (docs/anonymity.md 2.5 and 2.6)."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from data.groups import tally
from data.groups.cohorts import CohortPlan, partition
from data.groups.tally import Counted
from data.groups.waiting_store import Opened
from data.privacy_limits import PERCENTAGES_FROM, POOL_FLOOR, ROUND_FLOOR


@dataclass(frozen=True)
class Cohort:
    """One cohort to be, with its counts.

    Attributes:
        place: that of the one team which it holds, in an umbrella.
        for_everyone: whether everybody in it may be counted among everyone.
    """

    plan: CohortPlan
    instrument: str
    counted: Counted
    place: int | None = None
    for_everyone: bool = True


def of_everyone(opened: Sequence[Opened]) -> list[Cohort]:
    """The cohorts that people who wait among everyone come to; none of a version that too few answered."""
    return _cohorts(opened, POOL_FLOOR)


def of_round(opened: Sequence[Opened], places: Sequence[int] = ()) -> list[Cohort]:
    """The cohorts of a round. Those of people who may all be counted among everyone enter it later, where they and the rest are ten each.

    Else nobody of the round enters: the others would be the difference. Of an umbrella, with the places of its teams, cohorts are of its
    teams and of no life stages: each round has one breakdown.
    """
    # Of fewer people nothing is told of what they agreed on, so it is not counted at all.
    asked = len(opened) >= PERCENTAGES_FROM
    whole = _cohorts(opened, ROUND_FLOOR, places, with_agreements=asked)
    cohorts = [part for one in whole for part in _apart(one, opened, places, with_agreements=asked)]
    entering = sum(cohort.plan.people for cohort in cohorts if cohort.for_everyone)
    if entering < len(opened) and min(len(opened) - entering, entering) < POOL_FLOOR:
        return [replace(cohort, for_everyone=False) for cohort in cohorts]
    return cohorts


def _apart(cohort: Cohort, opened: Sequence[Opened], places: Sequence[int], *, with_agreements: bool) -> Iterator[Cohort]:
    """A cohort of a round in two, where who may be counted among everyone and who may not are ten each."""
    people = [one for one in opened if one.instrument == cohort.instrument and _part(one, places) in cohort.plan.stages]
    parts = [[one for one in people if one.for_everyone is may] for may in (True, False)]
    if min(map(len, parts)) < POOL_FLOOR:
        yield replace(cohort, for_everyone=all(one.for_everyone for one in people))
        return
    for part in parts:
        counted = tally.count(cohort.instrument, [one.sheet for one in part], with_agreements=with_agreements)
        plan = CohortPlan(cohort.plan.stages, len(part))
        yield replace(cohort, plan=plan, counted=counted, for_everyone=part[0].for_everyone)


def _cohorts(opened: Sequence[Opened], floor: int, places: Sequence[int] = (), *, with_agreements: bool = False) -> list[Cohort]:
    found: list[Cohort] = []
    for instrument in sorted({one.instrument for one in opened}):
        people = [one for one in opened if one.instrument == instrument]
        sizes = Counter({str(place): 0 for place in places})
        sizes.update(sorted(_part(one, places) for one in people))
        for plan in partition(sizes, floor):
            sheets = [one.sheet for one in people if _part(one, places) in plan.stages]
            place = int(plan.stage) if places and plan.stage else None
            found.append(Cohort(plan, instrument, tally.count(instrument, sheets, with_agreements=with_agreements), place))
    return found


def _part(one: Opened, places: Sequence[int]) -> str:
    return str(one.place or 0) if places else one.stage
