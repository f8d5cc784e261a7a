"""What changed between two results by the rules of rk-1.1 (docs/rk11.md 2.9): only what holds by the norms of either counts."""

import math
from collections.abc import Iterable, Mapping

from data.instrument.norms import Norms
from data.instrument.rk_1_1 import RetakeRules
from data.profile.findings import Certainty, Change, Changes, Measured, Word, WorkedOn
from data.profile.rk_1_1.scoring import SAME, Precision, precision
from data.profile.scoring import Score


def changes(rules: RetakeRules, before: Measured, after: Measured, *, enough: int, worked: str | None) -> Changes:
    """What may be said of two results, and of the area worked on; all together from `enough` dimensions on."""
    z = _each(before, after)
    every = _together(before, after, z) if len(z) >= enough else None
    # Without the area worked on, which is held against what is expected anyway, in a line of its own (docs/rk11.md 2.9).
    named = tuple(d for d, size in z.items() if d != worked and abs(size) >= rules.one - SAME)
    chosen = _worked(rules, before, after, worked) if worked in z and worked else None
    clear = {*named, *([chosen.dimension] if chosen and chosen.word is not Word.AS_EXPECTED else [])}
    return Changes(
        each={d: _change(before, after, d, z=size, clear=d in clear) for d, size in z.items()},
        named=named,
        together=every,
        together_is_clear=every is not None and abs(every) >= rules.all - SAME,
        worked=chosen,
        two_norms=before.norms != after.norms,
    )


def apart(rules: RetakeRules, one: Measured, other: Measured) -> dict[str, Change]:
    """The dimensions on which two people differ by more than chance among eight."""
    found = {d: size for d, size in _each(one, other).items() if abs(size) >= rules.side_by_side - SAME}
    return {d: _change(one, other, d, z=size, clear=True) for d, size in found.items()}


def _each(before: Measured, after: Measured) -> dict[str, float]:
    """Each dimension that both have, in standard errors of the difference; of two norms the figure nearer 0 counts."""
    return {d: min((_z(before, after, d, norms) for norms in _both(before, after)), key=abs) for d in _shared(before, after)}


def _together(before: Measured, after: Measured, dimensions: Iterable[str]) -> float:
    points = math.fsum(_points(before, after, d) for d in dimensions)
    return min((points / math.hypot(*_errors(before, after, dimensions, norms)) for norms in _both(before, after)), key=abs)


def _worked(rules: RetakeRules, before: Measured, after: Measured, dimension: str) -> WorkedOn:
    """Against what is expected without any change, since low scores rise by themselves and high ones fall."""
    found = [_expected(before, after, dimension, norms) for norms in _both(before, after)]
    # Higher by one of the norms and lower by the other is no change either way.
    agree = found[0][0] * found[1][0] > 0
    z, expected = min(found, key=lambda one: abs(one[0])) if agree else (0.0, found[1][1])
    word = Word.HIGHER if z >= rules.worked - SAME else Word.LOWER if z <= SAME - rules.worked else Word.AS_EXPECTED
    return WorkedOn(dimension, z, expected, word)


def _expected(before: Measured, after: Measured, dimension: str, norms: Norms) -> tuple[float, float]:
    """How far off in standard errors, and what was expected."""
    of, first, second = norms.dimensions[dimension], before.scores[dimension], after.scores[dimension]
    r = math.sqrt(_precision(first, norms).rho * _precision(second, norms).rho)
    expected = of.mean + r * (_value(first) - of.mean)
    return (_value(second) - expected) / (of.sd * math.sqrt(1 - r * r)), expected


def _both(before: Measured, after: Measured) -> tuple[Norms, Norms]:
    """The norms of either result; results of these rules always have some."""
    first, second = before.norms or after.norms, after.norms or before.norms
    if first is None or second is None:
        raise ValueError("two results can be compared only by the norms they were made with")
    return first, second


def _shared(before: Measured, after: Measured) -> list[str]:
    return [d for d, score in before.scores.items() if score.value is not None and _has(after.scores, d)]


def _has(scores: Mapping[str, Score], dimension: str) -> bool:
    return dimension in scores and scores[dimension].value is not None


def _z(before: Measured, after: Measured, dimension: str, norms: Norms) -> float:
    return _points(before, after, dimension) / math.hypot(*_errors(before, after, [dimension], norms))


def _errors(before: Measured, after: Measured, dimensions: Iterable[str], norms: Norms) -> list[float]:
    return [_precision(of.scores[d], norms).sem for d in dimensions for of in (before, after)]


def _precision(score: Score, norms: Norms) -> Precision:
    return precision(norms.dimensions[score.dimension], asked=score.asked, effective=score.effective or 0.0, value=_value(score))


def _points(before: Measured, after: Measured, dimension: str) -> float:
    return _value(after.scores[dimension]) - _value(before.scores[dimension])


def _value(score: Score) -> float:
    return score.value or 0.0


def _change(before: Measured, after: Measured, dimension: str, *, z: float, clear: bool) -> Change:
    return Change(dimension, _points(before, after, dimension), z, Certainty.CLEAR if clear else Certainty.WOBBLE)
