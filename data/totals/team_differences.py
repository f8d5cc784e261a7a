"""What sets a team apart from everyone without it, from counts (docs/rk11.md 3.2). Areas share the risk of a wrong word. Pure."""

import math
from collections.abc import Mapping

from data.instrument.rk_1_1 import CertaintyRules, GroupRules
from data.profile.rk_1_1.scoring import SAME, furthest
from data.profile.rk_1_1.standing_out import from_the_rest
from data.totals.published import Alike
from data.totals.tally_statistics import Sample, Tally, f_quantile, sample, t_quantile


def difference(rules: GroupRules, team: Tally, rest: Tally, *, areas: int) -> float | None:
    """Points that the team's mean lies off everyone without it, by Welch; None where too few, too small or unsure."""
    one, other = sample(team), sample(rest)
    if one is None or other is None or one.people < rules.difference_from or other.people < rules.rest_from:
        return None
    points, errors = one.mean - other.mean, (one.sd**2 / one.people, other.sd**2 / other.people)
    # A smaller difference may well be sure, and is still not worth a word.
    if sum(errors) == 0 or abs(points) < rules.worth_points - SAME:
        return None
    freedom = sum(errors) ** 2 / (errors[0] ** 2 / (one.people - 1) + errors[1] ** 2 / (other.people - 1))
    # The risk is shared out between the areas: with an interval of 95 % for each, 31 % of random teams differed (docs/rk11.md 7).
    reach = t_quantile(1 - rules.difference_family / areas / 2, freedom) * math.sqrt(sum(errors))
    return points if abs(points) > reach else None


def spread(rules: GroupRules, team: Tally, rest: Tally, *, areas: int) -> Alike | None:
    """By the F test of both variances, at each end; None where too few, or where everyone has the same score."""
    one, other = sample(team), sample(rest)
    if one is None or other is None or one.people < rules.detail_from or other.people < rules.rest_from or other.sd == 0:
        return None
    ratio, freedom, risk = one.sd**2 / other.sd**2, (one.people - 1, other.people - 1), rules.spread_family / areas
    if ratio < f_quantile(risk, *freedom):
        return Alike.CLOSER
    return Alike.FURTHER if ratio > f_quantile(1 - risk, *freedom) else Alike.LIKE_EVERYONE


def highest_and_lowest(rules: GroupRules, naming: CertaintyRules, scores: Mapping[str, Tally]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """At most so many areas at each end. Errors are taken as independent, which errs on the silent side."""
    every = {area: found for area, tally in scores.items() if (found := sample(tally)) and found.people >= rules.detail_from}
    if len(every) < naming.stand_out_dimensions or all(found.sd == 0 for found in every.values()):
        return (), ()
    z = from_the_rest({area: (found.mean, _error(found)) for area, found in every.items()})
    up = furthest(z, cut=rules.stand_out, most=naming.most_named)
    down = furthest({area: -size for area, size in z.items()}, cut=rules.stand_out, most=naming.most_named)
    return tuple(up), tuple(down)


def _error(of: Sample) -> float:
    return of.sd / math.sqrt(of.people)
