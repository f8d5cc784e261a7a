"""What changed between two results of one person, and how sure that is (docs/instrument.md 5). Only for results of the same version."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from data.instrument.instrument import Instrument
from data.instrument.scoring_rules import RetakeRules
from data.profile.scoring import Score


class Certainty(StrEnum):
    """What a change may be called."""

    CLEAR = "clear"
    POSSIBLE = "possible"
    WOBBLE = "wobble"


@dataclass(frozen=True)
class Change:
    """One dimension: later less earlier, in points and in standard errors of the difference."""

    dimension: str
    points: float
    rci: float
    certainty: Certainty


def changes(instrument: Instrument, before: Mapping[str, Score], after: Mapping[str, Score]) -> dict[str, Change]:
    """The dimensions that both results have a score for, in the instrument's order."""
    pairs = ((before[dimension.id], after[dimension.id]) for dimension in instrument.dimensions)
    found = (change(instrument.scoring.retake, earlier, later) for earlier, later in pairs)
    return {one.dimension: one for one in found if one is not None}


def change(rules: RetakeRules, before: Score, after: Score) -> Change | None:
    """The change of one dimension; None where either score is missing."""
    if before.value is None or after.value is None or before.sem is None or after.sem is None:
        return None
    points = after.value - before.value
    rci = points / math.hypot(before.sem, after.sem)
    return Change(after.dimension, points, rci, _certainty(rules, abs(rci)))


def is_headline(instrument: Instrument, changes: Sequence[Change]) -> bool:
    """Whether to say first that something changed: one in three unchanged people would show some clear change by chance."""
    rules = instrument.scoring.retake
    clear = [change for change in changes if change.certainty is Certainty.CLEAR]
    up = sum(change.rci > 0 for change in clear)
    return any(abs(change.rci) >= rules.headline for change in clear) or max(up, len(clear) - up) >= rules.together


def _certainty(rules: RetakeRules, size: float) -> Certainty:
    if size >= rules.clear:
        return Certainty.CLEAR
    return Certainty.POSSIBLE if size >= rules.possible else Certainty.WOBBLE
