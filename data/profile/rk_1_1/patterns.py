"""Patterns and how certain they are (docs/rk11.md 2.6): one title that holds by a clear margin, or the two that the answers lie between."""

from collections.abc import Mapping, Sequence

from data.instrument.advice import Condition, Pattern
from data.instrument.instrument import Instrument
from data.instrument.rk_1_1 import CertaintyRules, PatternWords
from data.profile import pattern_rules
from data.profile.findings import PatternFound, PatternSaid
from data.profile.rk_1_1.scoring import SAME
from data.profile.scoring import Score


def found(instrument: Instrument, rules: CertaintyRules, scores: Mapping[str, Score]) -> PatternFound:
    """Decided on unrounded scores and their standard errors."""
    patterns = instrument.patterns
    if pattern_rules.is_incomplete(patterns, scores):
        return PatternFound(patterns.incomplete)
    margins = {pattern.id: _margin(pattern, scores) for pattern in patterns.ruled}
    sure = [pattern for pattern in patterns.ruled if margins[pattern.id] >= rules.pattern_plain - SAME]
    if sure:
        return PatternFound(sure[0], also=tuple(sure[1:2]), margins=margins)
    first = _first(instrument, scores, margins)
    second, margin = _second(instrument, first, margins)
    if first == patterns.otherwise and margin <= SAME - rules.steady_plain:
        return PatternFound(first, margins=margins)
    return PatternFound(first, other=second, margins=margins)


def contradict(one: Pattern, other: Pattern) -> bool:
    """Whether one asks at least so much of a dimension, and the other less than that."""
    return _excludes(one, other) or _excludes(other, one)


def said(instrument: Instrument, words: PatternWords, found: PatternFound, *, emphasis: str) -> PatternSaid:
    """One title with its text, or two with both; then what rules were tried, and that this is no type."""
    shared = (words.margin, instrument.patterns.words.not_a_type)
    if found.other:
        both = (found.chosen, found.other)
        names = [words.steady_short if one == instrument.patterns.otherwise else one.title for one in both]
        title = words.between.format(one=names[0], other=names[1])
        named = list(zip(names, both, strict=True))
        rules = [f"{name}: {pattern_rules.sentence(instrument, one)}" for name, one in named]
        texts = (words.between_words, *(f"{emphasis.format(name)}: {one.text}" for name, one in named))
        return PatternSaid(title, texts, (*rules, *shared))
    also = [words.also.format(title=emphasis.format(one.title)) for one in found.also]
    return PatternSaid(found.chosen.title, (found.chosen.text,), (*also, pattern_rules.sentence(instrument, found.chosen), *shared))


def suggested(found: PatternFound, lower: Sequence[str], scores: Mapping[str, Score], picked: Sequence[str], most: int) -> list[str]:
    """Where the pattern starts, then the lower areas, then what the person picked; picks push out lower areas."""
    start = [found.chosen.start_with] if found.chosen.start_with else []
    own = [dimension for dimension in dict.fromkeys(picked) if scores[dimension].value is not None and dimension not in start]
    others = [dimension for dimension in dict.fromkeys([*start, *lower]) if dimension not in own]
    return [*others[: max(len(start), most - len(own))], *own][:most]


def _first(instrument: Instrument, scores: Mapping[str, Score], margins: Mapping[str, float]) -> Pattern:
    """Of the patterns that hold the one with the most room, else the steady one."""
    holding = [pattern for pattern in instrument.patterns.ruled if pattern_rules.holds(pattern, scores)]
    # Rounded, so that margins that are equal on paper are equal, and the order of patterns decides between them.
    return max(holding, key=lambda pattern: round(margins[pattern.id], 9), default=instrument.patterns.otherwise)


def _second(instrument: Instrument, first: Pattern, margins: Mapping[str, float]) -> tuple[Pattern, float]:
    """The next nearest that does not contradict the first; the steady one is as near as the nearest of all is far."""
    patterns = instrument.patterns
    others = [(p, margins[p.id]) for p in patterns.ruled if p != first and not contradict(p, first)]
    if first != patterns.otherwise:
        # Steady holds where nothing else does, so it is as far away as the nearest pattern is near.
        others.append((patterns.otherwise, -max(margins.values())))
    return max(others, key=lambda other: round(other[1], 9))


def _margin(pattern: Pattern, scores: Mapping[str, Score]) -> float:
    return min(_in_errors(condition, scores[condition.dimension]) for condition in pattern.conditions)


def _in_errors(condition: Condition, score: Score) -> float:
    return pattern_rules.distance(condition, score) / (score.sem or 1.0)


def _excludes(one: Pattern, other: Pattern) -> bool:
    pairs = ((mine, theirs) for mine in one.conditions for theirs in other.conditions if mine.dimension == theirs.dimension)
    return any(m.at_least is not None and t.below is not None and t.below <= m.at_least for m, t in pairs)
