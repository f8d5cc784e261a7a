"""What a sheet of rk-1.1 gives to the totals (docs/rk11.md 3.4). The order is for ever. Pure."""

from data.groups import codebook, single_codes
from data.groups.agreements.happened import PLACES, Happened, Happenings
from data.groups.codebook import (
    BETWEEN_CORNERS,
    BETWEEN_PATTERNS,
    MAX_MINUTES,
    MAX_STATEMENT_MINUTES,
    MISSING,
    NEITHER,
    QUARTERS,
    SKIPPED,
    STAGES,
)
from data.instrument.answers import Outcome
from data.profile.findings import Signs
from data.profile.job_and_work import Orientation, Quadrant
from data.profile.profile import Profile
from data.profile.rk_1_1.careless_responding import Sign
from data.profile.scoring import rounded

# All that is counted of a sheet that is left out: in nothing else is it one person more.
_OF_EVERY_SHEET = frozenset({codebook.STAGE, codebook.SIGNS, codebook.MINUTES, *(codebook.sign_is(sign) for sign in Sign)})


def codes(found: Profile, happenings: Happenings) -> dict[str, int]:
    """The code of every measure, in order."""
    signs = found.rules.signs(found.answers)
    every = _codes(found, signs) | {codebook.happened(at): single_codes.place(tuple(Happened), happenings.get(at)) for at in PLACES}
    return {measure: _nothing(measure) for measure in every} | _kept(every) if signs.left_out else every


def _codes(found: Profile, signs: Signs) -> dict[str, int]:
    whole, on_statements = found.answers.page_seconds, found.answers.seconds_on_statements
    return {
        **single_codes.answers(found),
        **single_codes.scores(found),
        **{codebook.sum_of(of.id): single_codes.whole_sum(found, of.id) for of in found.instrument.dimensions},
        codebook.ORIENTATION: single_codes.place(tuple(Orientation), found.orientation),
        codebook.QUADRANT: _corner(found),
        codebook.PATTERN: BETWEEN_PATTERNS if found.pattern.other else found.pattern.chosen.order,
        **single_codes.obstacles(found),
        codebook.STAGE: STAGES.index(single_codes.stage(found)),
        **single_codes.week(found),
        **{codebook.outcome_is(outcome): found.answers.outcomes.get(outcome, MISSING) for outcome in Outcome},
        **{codebook.sign_is(sign): int(sign in signs.shown) for sign in Sign},
        codebook.SIGNS: len(signs.shown),
        codebook.AGREEING: MISSING if signs.agreeing is None else rounded(QUARTERS * signs.agreeing) + NEITHER,
        codebook.MINUTES: single_codes.minutes(whole.values(), most=MAX_MINUTES),
        codebook.STATEMENT_MINUTES: single_codes.minutes(
            (seconds for step, seconds in on_statements.items() if found.instrument.page(step)), most=MAX_STATEMENT_MINUTES
        ),
        codebook.PAIR: MISSING,
    }


def _corner(found: Profile) -> int:
    if found.place is None:
        return MISSING
    return tuple(Quadrant).index(found.place.quadrant) if found.place.is_sure else BETWEEN_CORNERS


def _nothing(measure: str) -> int:
    return SKIPPED if codebook.is_answer(measure) else MISSING


def _kept(every: dict[str, int]) -> dict[str, int]:
    return {measure: code for measure, code in every.items() if measure in _OF_EVERY_SHEET}
