"""What stands out from a person's own other areas (docs/rk11.md 2.4). An area can be on one side only."""

import math
from collections.abc import Mapping

from data.instrument.instrument import Instrument
from data.instrument.rk_1_1 import CertaintyRules, StandsOutWords
from data.profile.findings import Box, StandsOut, StandsOutSaid
from data.profile.rk_1_1.scoring import furthest, known
from data.profile.scoring import Score


def from_the_rest(values: Mapping[str, tuple[float, float]]) -> dict[str, float]:
    """How far each lies from the mean of the others, in standard errors; values come with their own, and there are two or more."""
    others = {one: [pair for other, pair in values.items() if other != one] for one in values}
    return {one: _z(value, error, others[one]) for one, (value, error) in values.items()}


def found(instrument: Instrument, rules: CertaintyRules, scores: Mapping[str, Score]) -> StandsOut:
    """Nothing with fewer dimensions than a rest needs."""
    values = known(scores)
    if len(values) < rules.stand_out_dimensions:
        return StandsOut(compared=False)
    z, cuts = from_the_rest(values), instrument.scoring.cuts
    up = furthest(z, cut=rules.stand_out, most=rules.most_named)
    down = furthest({d: -size for d, size in z.items()}, cut=rules.stand_out, most=rules.most_named)
    return StandsOut(
        tuple(up),
        tuple(down),
        # The highest of low scores is no strength, and the lowest of high ones needs no care (docs/rk11.md 2.4).
        higher_is_strong=all(values[d][0] >= cuts.mid for d in up),
        lower_needs_care=all(values[d][0] < cuts.high for d in down),
    )


def said(words: StandsOutWords, found: StandsOut) -> StandsOutSaid:
    """A box for each side that names something; nothing at all of areas that were not compared."""
    if not found.compared:
        return StandsOutSaid()
    boxes = []
    if found.higher:
        boxes.append(Box(words.strongest if found.higher_is_strong else words.higher_than_the_rest, found.higher))
    if found.lower and found.lower_needs_care:
        boxes.append(Box(words.to_look_after, found.lower, at_levels=words.to_look_after_at_a_level))
    elif found.lower:
        boxes.append(Box(words.lower_than_the_rest, found.lower, words.lower_note))
    return StandsOutSaid(tuple(boxes), words.note if boxes else words.nothing)


def _z(value: float, error: float, others: list[tuple[float, float]]) -> float:
    mean = math.fsum(other for other, _ in others) / len(others)
    return (value - mean) / math.hypot(error, *(other / len(others) for _, other in others))
