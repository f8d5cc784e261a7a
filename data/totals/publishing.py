"""The one gate: only it may ask for counts. What leaves it is made of whole cohorts and already coarse enough for anybody to see."""

from collections.abc import Mapping, Sequence
from datetime import date
from functools import reduce
from uuid import UUID

from data.groups.agreements import agreement_store
from data.groups.cohorts import EVERYONE
from data.groups.team_store import Round, find, is_counted, rounds
from data.groups.umbrellas import umbrella_store
from data.instrument.advice import Stage
from data.instrument.instrument import CURRENT, load
from data.instrument.norms import Norms
from data.instrument.rk_1_1 import SecondRules
from data.keys import Kind
from data.privacy_limits import REFERENCE_FROM, RELIABILITY_FROM, ROUND_FLOOR
from data.profile import rules
from data.storage.store import Store
from data.totals import count_store, disclosure_control, frozen_store, measured_norms, norms_store, rounding, standing_out
from data.totals.counts import Codes, Counts, merged, without
from data.totals.disclosure_control import Scored
from data.totals.measured_norms import ScaleCounts
from data.totals.middle_half import middle_half
from data.totals.published import Agreements, Comparison, Insights, Outcome, OverTime, Published, Reason, ShownRound, StandingOut, Withheld
from data.totals.reliability import figures as reliability_figures
from data.totals.reliability.shown import Reliability

TEAM = "team"


def reference_group(store: Store, instrument: str = CURRENT) -> Outcome:
    """Everybody ever counted under that version; withheld below 50."""
    return _reference(store, instrument, EVERYONE)


def stage_group(store: Store, asked: Stage, instrument: str = CURRENT) -> Comparison:
    """The people of a life stage, or everyone where they are too few to compare with; `asked` is set then."""
    found = _reference(store, instrument, asked)
    return Comparison(found) if isinstance(found, Published) else Comparison(reference_group(store, instrument), asked)


def round_insights(store: Store, insights_key: str, number: int | None = None) -> Insights:
    """A closed round of the team whose totals the key opens: that of the number, else the newest that may be shown. Raises BadKey."""
    team = find(store, insights_key, Kind.INSIGHTS)
    closed = [round for round in rounds(store, team) if round.closed_on is not None]
    over_time = _over_time(store, team.team_id, closed)
    if not over_time.rounds:
        return Insights(team.name, None, Withheld(TEAM, _why_nothing(closed)))
    shown = next((one for one in over_time.rounds if one.number == number), over_time.rounds[-1])
    chosen = next(round for round in closed if round.number == shown.number)
    cohorts = count_store.cohorts(store, chosen.round_id, load(chosen.instrument))
    whole = _whole(cohorts, chosen.instrument)
    outcome = _outcome(whole, TEAM)
    stands_out = _standing_out(store, chosen.round_id, whole, outcome)
    agreements, teams = _agreements(store, team.team_id, whole, shown.number, over_time), _teams(store, team.team_id, chosen)
    everyone = _middles(reference_group(store, chosen.instrument))
    stages = _stages(cohorts)
    return Insights(team.name, chosen.closed_on, outcome, stages, stands_out, chosen.number, over_time, agreements, teams, everyone)


def _middles(everyone: Outcome) -> dict[str, int]:
    """Read off the bars that everyone's own page shows, so that nothing more is told of them here (docs/anonymity.md 3.15)."""
    bars = everyone.bars if isinstance(everyone, Published) else {}
    return {dimension: half.middle for dimension, found in bars.items() if (half := middle_half(found))}


def _agreements(store: Store, team_id: UUID, whole: Counts, number: int, over_time: OverTime) -> Agreements:
    """What the round was asked about, and the latest that was agreed on until the next round that may be shown."""
    by_round = agreement_store.agreed_of_rounds(store, team_id)
    following = next((one.number for one in over_time.rounds if one.number > number), None)
    since = [agreed for after, agreed in by_round.items() if after >= number and (following is None or after < following)]
    asked = by_round.get(number - 1, {})
    happened = {agreement: disclosure_control.happened(whole, place) for place, agreement in asked.items()}
    return Agreements(tuple(since[-1].values()) if since else (), happened)


def _over_time(store: Store, team_id: UUID, closed: Sequence[Round]) -> OverTime:
    """Each mean is the one of its round's own page, equally rounded: laid side by side they tell nothing new (docs/anonymity.md 3.7)."""
    counted = count_store.scores_of_rounds(store, team_id)
    shown = tuple(found for round in closed if (found := _shown(round, counted.get(round.number, {}))))
    newest = next((round for round in reversed(closed) if round.counted_on is not None), None)
    return OverTime(shown, newest.closed_on if newest and newest.number not in {one.number for one in shown} else None)


def _why_nothing(closed: Sequence[Round]) -> Reason:
    if not closed:
        return Reason.ROUND_OPEN
    return Reason.ROUND_SEALED if closed[-1].counted_on is None else Reason.TOO_FEW


def _shown(round: Round, scores: Mapping[str, Codes]) -> ShownRound | None:
    counts = Counts(load(round.instrument), scores)
    if counts.people < ROUND_FLOOR or round.closed_on is None:
        return None
    means = disclosure_control.means_of(counts, size=counts.people)
    return ShownRound(round.number, round.closed_on, round.instrument, rounding.size_band(counts.people), means)


def round_totals(store: Store, round_id: UUID, instrument: str = CURRENT) -> Outcome:
    """The totals of a round, for somebody whose own record says that they took part."""
    # Nothing before it is counted, not even how many have answered (docs/anonymity.md 3.4).
    if not is_counted(store, round_id):
        return Withheld(TEAM, Reason.ROUND_OPEN)
    return _outcome(_whole(count_store.cohorts(store, round_id, load(instrument)), instrument), TEAM)


def reliability(store: Store, instrument: str = CURRENT) -> Reliability | Withheld:
    """How well the instrument measures, from everybody ever counted under that version; withheld below 100."""
    counts = _everyone(store, instrument)
    if counts.people < RELIABILITY_FROM:
        return Withheld(EVERYONE, Reason.TOO_FEW)
    return reliability_figures.reliability(counts)


def newest_norms(store: Store, instrument: str) -> Norms | None:
    """What a result that is finished now is made with: the newest measured norms, else those assumed; None where the version has none."""
    return norms_store.newest(store, instrument) or rules.of(load(instrument)).assumed_norms


def measure_norms(store: Store, instrument: str, *, day: date) -> Norms | None:
    """The next version of the norms, kept from now on; None where everyone has not reached its step, or the version has no norms.

    Made from counts alone, after a mixing: there is no other way to them, and none for anybody to type them in.
    """
    version, own = load(instrument), load(instrument).rules
    if not isinstance(own, SecondRules):
        return None
    counts, before = _everyone(store, instrument), norms_store.newest(store, instrument)
    found = measured_norms.measured(own.norms, {of.id: _scale(counts, of.id) for of in version.dimensions}, day=day)
    if found is None or (before and (before.people or 0) >= (found.people or 0)):
        return None
    norms_store.add(store, instrument, found)
    return found


def _scale(counts: Counts, dimension: str) -> ScaleCounts:
    return ScaleCounts([counts.answers(item) for item in counts.instrument.items_of(dimension)], counts.sums(dimension))


def _reference(store: Store, instrument: str, label: str) -> Outcome:
    version = load(instrument)
    if (people := count_store.people(store, version, label)) < REFERENCE_FROM:
        return Withheld(label, Reason.TOO_FEW)
    bars, scored = count_store.shown(store, version, label), count_store.scored(store, version, label)
    return disclosure_control.reference(version, label, people, {id: Scored(scored[id], counts) for id, counts in bars.items()})


def _outcome(counts: Counts, label: str, *, size: int | None = None) -> Outcome:
    if counts.people < ROUND_FLOOR:
        return Withheld(label, Reason.TOO_FEW)
    return disclosure_control.published(counts, label, size=size)


def _stages(cohorts: Mapping[str | None, Counts]) -> dict[Stage, Outcome]:
    """The parts of a round that hold one life stage. All are as coarse as the smallest, which is what the others leave of the whole."""
    size = min((cohort.people for cohort in cohorts.values()), default=0)
    return {Stage(stage): _outcome(cohort, stage, size=size) for stage, cohort in cohorts.items() if stage}


def _teams(store: Store, team_id: UUID, round: Round) -> dict[int, Published]:
    """The means of those teams of an umbrella that a cohort holds by itself, each as of six people (docs/anonymity.md 3.3)."""
    names, instrument = umbrella_store.names(store, team_id), load(round.instrument)
    if not names:
        return {}
    scores = count_store.scores_of_teams(store, round.round_id, instrument)
    return {place: _alone(Counts(instrument, scores[place]), name) for place, name in enumerate(names, 1) if place in scores}


def _alone(counts: Counts, name: str) -> Published:
    # Its size told any finer, less that of the whole, would tell that somebody of a team that is not shown took part.
    return Published(name, f"{ROUND_FLOOR}+", counts.instrument.version, disclosure_control.means_of(counts, size=ROUND_FLOOR))


def freeze(store: Store) -> None:
    """Keep for ever what sets each counted round apart. Before everyone moves: else fakes in everyone would narrow it down."""
    for round_id, instrument in frozen_store.not_kept(store):
        whole = _whole(count_store.cohorts(store, round_id, load(instrument)), instrument)
        frozen_store.keep(store, round_id, _standing_out(store, round_id, whole, _outcome(whole, TEAM)))


def _standing_out(store: Store, round_id: UUID, team: Counts, shown: Outcome) -> StandingOut:
    if isinstance(shown, Withheld):
        return StandingOut()
    if kept := frozen_store.standing_out(store, round_id):
        return kept
    everyone, own = _everyone(store, team.instrument.version), team.instrument.rules
    if not isinstance(own, SecondRules):
        return standing_out.by_first_rules(team, everyone, shown)
    rest = Counts(team.instrument, without(everyone.measures, team.measures)) if count_store.is_in_everyone(store, round_id) else everyone
    return standing_out.by_second_rules(own, team, rest)


def _everyone(store: Store, instrument: str) -> Counts:
    return count_store.total(store, load(instrument), EVERYONE)


def _whole(cohorts: Mapping[str | None, Counts], instrument: str) -> Counts:
    measures: Mapping[str, Codes] = reduce(merged, (cohort.measures for cohort in cohorts.values()), {})
    return Counts(load(instrument), measures)
