"""The one gate: the only reader of counts. What leaves it is made of whole cohorts and already coarse enough for anybody to see."""

from collections.abc import Iterable, Mapping
from functools import reduce
from uuid import UUID

from data.groups.cohorts import EVERYONE
from data.groups.team_store import find, rounds
from data.instrument.advice import Stage
from data.instrument.instrument import CURRENT, load
from data.keys import Kind
from data.privacy_limits import PERCENTAGES_FROM, REFERENCE_FROM, RELIABILITY_FROM, ROUND_FLOOR
from data.storage.store import Store
from data.totals import disclosure_control, rounding, tally_statistics
from data.totals.counts import Codes, Counts, added
from data.totals.published import Comparison, Insights, Outcome, Published, Reason, Reliability, Withheld

TEAM = "team"


def everyone(store: Store, instrument: str = CURRENT) -> Outcome:
    """Everybody ever counted under that version; withheld below 50."""
    return _reference(_total(store, instrument, EVERYONE), EVERYONE)


def stage(store: Store, asked: Stage, instrument: str = CURRENT) -> Comparison:
    """The people of a life stage, or everyone where they are too few to compare with; `asked` is set then."""
    found = _reference(_total(store, instrument, asked), asked)
    return Comparison(found) if isinstance(found, Published) else Comparison(everyone(store, instrument), asked)


def round_insights(store: Store, insights_key: str) -> Insights:
    """The newest closed round of the team whose totals the key opens. Raises BadKey."""
    team = find(store, insights_key, Kind.INSIGHTS)
    closed = [round for round in rounds(store, team) if round.closed_on is not None]
    if not closed:
        return Insights(team.name, None, Withheld(TEAM, Reason.ROUND_OPEN))
    newest = closed[-1]
    cohorts = _cohorts(store, newest.round_id, newest.instrument)
    whole = _whole(cohorts, newest.instrument)
    reference = _total(store, newest.instrument, EVERYONE)
    return Insights(team.name, newest.closed_on, _outcome(whole, TEAM), _stages(cohorts), _differences(whole, reference))


def of_round(store: Store, round_id: UUID, instrument: str = CURRENT) -> Outcome:
    """The totals of a round, for somebody whose own record says that they took part."""
    closed = store.read("SELECT closed_on IS NOT NULL FROM round WHERE round_id = $1", [round_id])
    if closed == [(False,)]:
        return Withheld(TEAM, Reason.ROUND_OPEN)
    return _outcome(_whole(_cohorts(store, round_id, instrument), instrument), TEAM)


def reliability(store: Store, instrument: str = CURRENT) -> Reliability | Withheld:
    """How well the instrument measures, from everybody ever counted; withheld below 100."""
    counts = _total(store, instrument, EVERYONE)
    if counts.people < RELIABILITY_FROM:
        return Withheld(EVERYONE, Reason.TOO_FEW)
    return disclosure_control.reliability(counts)


def _reference(counts: Counts, label: str) -> Outcome:
    return (
        disclosure_control.published(counts, label, with_ranks=True) if counts.people >= REFERENCE_FROM else Withheld(label, Reason.TOO_FEW)
    )


def _outcome(counts: Counts, label: str, *, size: int | None = None) -> Outcome:
    if counts.people < ROUND_FLOOR:
        return Withheld(label, Reason.TOO_FEW)
    return disclosure_control.published(counts, label, size=size)


def _stages(cohorts: Mapping[str | None, Counts]) -> dict[Stage, Outcome]:
    """The parts of a round that hold one life stage. All are as coarse as the smallest, which is what the others leave of the whole."""
    size = min((cohort.people for cohort in cohorts.values()), default=0)
    return {Stage(stage): _outcome(cohort, stage, size=size) for stage, cohort in cohorts.items() if stage}


def _differences(team: Counts, reference: Counts) -> dict[str, int]:
    """What sets a team apart from everyone, from ten people on."""
    if team.people < PERCENTAGES_FROM or reference.people < REFERENCE_FROM:
        return {}
    found = {d.id: _difference(team, reference, d.id) for d in team.instrument.dimensions}
    return {dimension: points for dimension, points in found.items() if points is not None}


def _difference(team: Counts, reference: Counts, dimension: str) -> int | None:
    one, other = tally_statistics.sample(team.scores(dimension)), tally_statistics.sample(reference.scores(dimension))
    if one is None or other is None or one.people < PERCENTAGES_FROM or other.people < REFERENCE_FROM:
        return None
    return rounding.difference(one.mean - other.mean, tally_statistics.difference_interval(one, other), size=one.people)


def _total(store: Store, instrument: str, total: str) -> Counts:
    rows = store.read("SELECT measure, code, people FROM total_count WHERE instrument = $1 AND total = $2", [instrument, total])
    return Counts(load(instrument), _by_measure(rows))


def _cohorts(store: Store, round_id: UUID, instrument: str) -> dict[str | None, Counts]:
    """The cohorts of a round by life stage; at most one holds mixed stages or an unknown one."""
    counted = """
        SELECT measure, code, people
        FROM cohort_count
        WHERE cohort_id = $1
        """
    cohorts: dict[str | None, Counts] = {}
    for cohort_id, stage in store.read(
        "SELECT cohort_id, stage FROM cohort WHERE round_id = $1 AND instrument = $2", [round_id, instrument]
    ):
        found = _by_measure(store.read(counted, [cohort_id]))
        before = cohorts.get(stage)
        cohorts[stage] = Counts(load(instrument), added(before.measures, found) if before else found)
    return cohorts


def _whole(cohorts: Mapping[str | None, Counts], instrument: str) -> Counts:
    measures: Mapping[str, Codes] = reduce(added, (cohort.measures for cohort in cohorts.values()), {})
    return Counts(load(instrument), measures)


def _by_measure(rows: Iterable[tuple[str, int, int]]) -> dict[str, dict[int, int]]:
    found: dict[str, dict[int, int]] = {}
    for measure, code, people in rows:
        found.setdefault(measure, {})[code] = people
    return found
