"""What one finished assessment gives to the totals: small whole numbers in a fixed order, never words and never a key."""

from dataclasses import dataclass
from datetime import date
from functools import cache

from data.groups import rk_1_0_codes, rk_1_1_codes, single_codes
from data.groups.agreements.happened import NOTHING_ASKED, Happenings
from data.instrument.answers import Answers
from data.instrument.rk_1_1 import SecondRules
from data.profile import profile
from data.profile.profile import Profile
from data.record.record import Result


@dataclass(frozen=True)
class Submission:
    """One row to be mixed. `codes` are in the order of `measures`."""

    instrument: str
    stage: str
    codes: tuple[int, ...]


def from_profile(found: Profile, happenings: Happenings = NOTHING_ASKED) -> Submission:
    """What somebody gives who says this of their team's agreements, where the round asks about any."""
    return Submission(found.result.instrument, single_codes.stage(found), tuple(_codes(found, happenings).values()))


@cache
def measures(instrument: str) -> tuple[str, ...]:
    """What each code measures, in order. A version's order is for ever: new measures go to the end."""
    # Read off a sheet without answers, so that names and codes can never stand in two orders.
    nobody = Result(instrument=instrument, taken_on=date.min, answers=Answers())
    return tuple(_codes(profile.from_result(nobody), NOTHING_ASKED))


def _codes(found: Profile, happenings: Happenings) -> dict[str, int]:
    # No round of rk-1.0 asks about agreements.
    return rk_1_1_codes.codes(found, happenings) if isinstance(found.instrument.rules, SecondRules) else rk_1_0_codes.codes(found)
