"""What sets a team apart, coarse enough to be shown (docs/instrument.md 6.5, docs/rk11.md 3.2). Pure; called by `publishing` alone."""

from data.instrument.rk_1_1 import SecondRules
from data.privacy_limits import PERCENTAGES_FROM, REFERENCE_FROM
from data.totals import highlights, rounding, tally_statistics, team_differences
from data.totals.counts import Counts
from data.totals.published import Alike, Ends, Published, StandingOut


def by_first_rules(team: Counts, everyone: Counts, shown: Published) -> StandingOut:
    """As of rk-1.0: against everyone, the team included, and the ends by what is shown of its means."""
    ends = Ends(highlights.highest(shown.means), highlights.lowest(shown.means))
    if team.people < PERCENTAGES_FROM or everyone.people < REFERENCE_FROM:
        return StandingOut(ends=ends)
    found = {of.id: _first_difference(team, everyone, of.id) for of in team.instrument.dimensions}
    return StandingOut({dimension: points for dimension, points in found.items() if points is not None}, ends=ends)


def by_second_rules(own: SecondRules, team: Counts, rest: Counts) -> StandingOut:
    """As of rk-1.1: against everyone without the team; nothing of that where those are too few."""
    dimensions = [of.id for of in team.instrument.dimensions]
    enough = [d for d in dimensions if _scored(team, d) >= own.groups.difference_from and _scored(rest, d) >= own.groups.rest_from]
    differences = {d: points for d in enough if (points := _second_difference(own, team, rest, d)) is not None}
    return StandingOut(
        differences=differences,
        no_difference=tuple(d for d in enough if d not in differences),
        alike={d: found for d in enough if (found := _alike(own, team, rest, d))},
        ends=_ends(own, team),
    )


def _first_difference(team: Counts, everyone: Counts, dimension: str) -> int | None:
    one, other = tally_statistics.sample(team.scores(dimension)), tally_statistics.sample(everyone.scores(dimension))
    if one is None or other is None or one.people < PERCENTAGES_FROM or other.people < REFERENCE_FROM:
        return None
    return rounding.difference(one.mean - other.mean, tally_statistics.difference_interval(one, other), size=one.people)


def _second_difference(own: SecondRules, team: Counts, rest: Counts, dimension: str) -> int | None:
    areas = len(team.instrument.dimensions)
    points = team_differences.difference(own.groups, team.scores(dimension), rest.scores(dimension), areas=areas)
    return None if points is None else rounding.points(points, size=_scored(team, dimension))


def _alike(own: SecondRules, team: Counts, rest: Counts, dimension: str) -> Alike | None:
    return team_differences.spread(own.groups, team.scores(dimension), rest.scores(dimension), areas=len(team.instrument.dimensions))


def _ends(own: SecondRules, team: Counts) -> Ends | None:
    scores = {of.id: team.scores(of.id) for of in team.instrument.dimensions if _scored(team, of.id) >= own.groups.detail_from}
    if len(scores) < own.certainty.stand_out_dimensions:
        return None
    return Ends(*team_differences.highest_and_lowest(own.groups, own.certainty, scores))


def _scored(counts: Counts, dimension: str) -> int:
    return sum(counts.scores(dimension).values())
