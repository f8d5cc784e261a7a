"""What changed between two results by the rules of rk-1.0, and how sure that is (docs/instrument.md 5)."""

import math
from collections.abc import Mapping, Sequence

from data.instrument.rk_1_0 import RetakeRules
from data.profile.findings import Certainty, Change
from data.profile.scoring import Score


def changes(rules: RetakeRules, before: Mapping[str, Score], after: Mapping[str, Score]) -> dict[str, Change]:
    """The dimensions that both have a score for, in the order of the first."""
    found = (_change(rules, score, after[dimension]) for dimension, score in before.items() if dimension in after)
    return {one.dimension: one for one in found if one is not None}


def is_headline(rules: RetakeRules, changes: Sequence[Change]) -> bool:
    """Whether to say first that something changed: one in three unchanged people would show some clear change by chance."""
    clear = [change for change in changes if change.certainty is Certainty.CLEAR]
    up = sum(change.rci > 0 for change in clear)
    return any(abs(change.rci) >= rules.headline for change in clear) or max(up, len(clear) - up) >= rules.together


def _change(rules: RetakeRules, before: Score, after: Score) -> Change | None:
    """None where either score is missing."""
    if before.value is None or after.value is None or before.sem is None or after.sem is None:
        return None
    points = after.value - before.value
    rci = points / math.hypot(before.sem, after.sem)
    return Change(after.dimension, points, rci, _certainty(rules, abs(rci)))


def _certainty(rules: RetakeRules, size: float) -> Certainty:
    if size >= rules.clear:
        return Certainty.CLEAR
    return Certainty.POSSIBLE if size >= rules.possible else Certainty.WOBBLE
