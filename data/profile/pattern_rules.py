"""The conditions of patterns: whether they hold, by how much, and how they are read out (docs/instrument.md 3)."""

from collections.abc import Mapping

from data.instrument.advice import Condition, Pattern, Patterns
from data.instrument.instrument import Instrument
from data.profile.scoring import Score, rounded


def is_incomplete(patterns: Patterns, scores: Mapping[str, Score]) -> bool:
    """Whether a dimension that patterns rest on has no score."""
    return any(scores[dimension].value is None for dimension in patterns.required)


def distance(condition: Condition, score: Score) -> float:
    """Points on the right side of the cut; negative where the condition fails."""
    value = score.value or 0.0
    if condition.at_least is not None:
        return value - condition.at_least
    return (condition.below or 0.0) - value


def holds(pattern: Pattern, scores: Mapping[str, Score], *, relaxed: bool = False) -> bool:
    """Whether every condition is met on unrounded scores, or would be with every cut moved by one standard error."""
    return all(_met(condition, scores[condition.dimension], relaxed=relaxed) for condition in pattern.conditions)


def in_words(instrument: Instrument, pattern: Pattern) -> str:
    """The rule as it is tried, such as "alignment below 50 and outlets 62.5 or more"."""
    patterns, words = instrument.patterns, instrument.patterns.words
    if pattern == patterns.incomplete:
        names = ", ".join(instrument.dimension(dimension).within for dimension in patterns.required)
        return words.missing.format(dimensions=names)
    return words.joined.join(_in_words(instrument, condition) for condition in pattern.conditions) or words.otherwise


def sentence(instrument: Instrument, pattern: Pattern) -> str:
    """The rule as a sentence of its own."""
    return instrument.patterns.words.rule.format(rule=in_words(instrument, pattern))


def _met(condition: Condition, score: Score, *, relaxed: bool) -> bool:
    if score.value is None or score.sem is None:
        return False
    room = distance(condition, score) + (score.sem if relaxed else 0.0)
    # "at least" holds on the cut itself, "below" does not.
    return room > 0 or (room == 0 and condition.at_least is not None)


def _in_words(instrument: Instrument, condition: Condition) -> str:
    name, words = instrument.dimension(condition.dimension).within, instrument.patterns.words
    if condition.at_least is not None:
        return words.at_least.format(dimension=name, cut=_cut(instrument, condition.at_least))
    return words.below.format(dimension=name, cut=_cut(instrument, condition.below or 0.0))


def _cut(instrument: Instrument, points: float) -> str:
    return str(rounded(points)) if instrument.patterns.whole_cuts else f"{points:g}"
