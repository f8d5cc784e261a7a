"""How well the instrument measures, from counts (docs/instrument.md 6.6, docs/rk11.md 3.3). Pure; called by `publishing` alone."""

from collections.abc import Mapping, Sequence
from typing import TypeVar

from data.groups import codebook
from data.groups.codebook import DOES_NOT_APPLY, HURRIED, NEITHER, QUARTERS, SKIPPED
from data.instrument.answers import Outcome
from data.privacy_limits import RELIABILITY_FROM
from data.profile.rk_1_1.careless_responding import Sign
from data.profile.scoring import rounded
from data.totals import rounding, tally_statistics
from data.totals.counts import Codes, Counts
from data.totals.published import Percentage
from data.totals.reliability.shown import Agreeing, Alpha, Gaps, OutcomeBand, Reliability

Name = TypeVar("Name")

# Agreeing more than half a step with whatever is asked.
_HALF_A_STEP = QUARTERS // 2
# The last answer of each band of an outcome but the highest.
_BADLY, _MIDDLE = 4, 7


def reliability(counts: Counts) -> Reliability:
    """For a group of at least 100; whatever fewer of it gave is missing."""
    alphas = {dimension.id: _alpha(counts, dimension.id) for dimension in counts.instrument.dimensions}
    signs = {sign: _shares(_by_presence(counts.codes(codebook.sign_is(sign)))) for sign in Sign}
    outcomes = {outcome: _shares(_by_band(counts.codes(codebook.outcome_is(outcome)))) for outcome in Outcome}
    return Reliability(
        people=rounding.wide_size_band(counts.people),
        alphas={dimension: alpha for dimension, alpha in alphas.items() if alpha},
        gaps=_gaps(counts),
        hurried=_hurried(counts),
        minutes=_minutes(counts),
        signs={sign: shares[True] for sign, shares in signs.items() if shares},
        agreeing=_shares(_by_side(counts.codes(codebook.AGREEING))),
        outcomes={outcome: shares for outcome, shares in outcomes.items() if shares},
    )


def _alpha(counts: Counts, dimension: str) -> Alpha | None:
    items = [counts.answers(item) for item in counts.instrument.items_of(dimension)]
    sums = counts.sums(dimension)
    people, value = sum(sums.values()), tally_statistics.alpha(items, sums)
    if value is None or people < RELIABILITY_FROM:
        return None
    interval = tally_statistics.alpha_interval(value, people=people, statements=len(items))
    return Alpha(round(value, 2), round(interval.low, 2), round(interval.high, 2))


def _gaps(counts: Counts) -> dict[str, Gaps]:
    if counts.people - counts.left_out < RELIABILITY_FROM:
        return {}
    codes = {item.id: counts.gaps(item) for item in counts.instrument.items}
    return {id: Gaps(_percentage(given, [SKIPPED]), _percentage(given, [DOES_NOT_APPLY])) for id, given in codes.items()}


def _hurried(counts: Counts) -> Percentage:
    flags = counts.codes(codebook.FLAGS)
    if flags:
        return _percentage(flags, [flag for flag in flags if flag >= HURRIED])
    return rounding.percentage(counts.left_out, counts.people, size=counts.people)


def _minutes(counts: Counts) -> int | None:
    minutes = counts.numbers(codebook.STATEMENT_MINUTES) or counts.numbers(codebook.MINUTES)
    median = tally_statistics.median(minutes)
    return rounded(median) if median is not None and sum(minutes.values()) >= RELIABILITY_FROM else None


def _by_presence(codes: Codes) -> dict[bool, int]:
    return {there: codes.get(int(there), 0) for there in (False, True)}


def _by_side(codes: Codes) -> dict[Agreeing, int]:
    against = sum(people for code, people in codes.items() if code < NEITHER - _HALF_A_STEP)
    agrees = sum(people for code, people in codes.items() if code > NEITHER + _HALF_A_STEP)
    return {Agreeing.DISAGREES: against, Agreeing.NEITHER: sum(codes.values()) - against - agrees, Agreeing.AGREES: agrees}


def _by_band(codes: Codes) -> dict[OutcomeBand, int]:
    badly = sum(people for code, people in codes.items() if code <= _BADLY)
    well = sum(people for code, people in codes.items() if code > _MIDDLE)
    return {OutcomeBand.BADLY: badly, OutcomeBand.MIDDLE: sum(codes.values()) - badly - well, OutcomeBand.WELL: well}


def _shares(tally: Mapping[Name, int]) -> dict[Name, Percentage]:
    of = sum(tally.values())
    return {name: rounding.percentage(people, of, size=of) for name, people in tally.items()} if of >= RELIABILITY_FROM else {}


def _percentage(codes: Codes, of_interest: Sequence[int]) -> Percentage:
    people = sum(codes.values())
    return rounding.percentage(sum(codes.get(code, 0) for code in of_interest), people, size=people)
