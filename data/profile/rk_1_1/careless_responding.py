"""Signs of hurry by the rules of rk-1.1 (docs/rk11.md 2.8). Said to the person, kindly; totals leave out only who shows two."""

import statistics
from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import NamedTuple

from data.instrument.answers import Answer, Answers, Step
from data.instrument.instrument import Instrument
from data.instrument.rk_1_1 import SignRules, SignWords
from data.profile.findings import Remark, Signs
from data.profile.rk_1_1.scoring import SAME, Halves, halves
from data.profile.scoring import rating


class Sign(StrEnum):
    """One sign, in the order in which they are said and counted."""

    FAST = "fast"
    SCATTERED = "scattered"
    SAME_PAGE = "same_page"
    REPEATING = "repeating"


class Scatter(NamedTuple):
    """How much somebody agrees with whatever is asked (-2 to 2), and the variance inside dimensions once that is taken out."""

    agreeing: float
    variance: float


def signs(instrument: Instrument, rules: SignRules, answers: Answers) -> Signs:
    given, spread = answers.statements, scatter(instrument, rules, answers.statements)
    variance = spread.variance if spread else 0.0
    on = {
        Sign.FAST: fast_pages(instrument, rules, answers) >= rules.fast_pages,
        Sign.SCATTERED: variance >= rules.scatter - SAME,
        Sign.SAME_PAGE: most_alike(instrument, given) >= rules.same,
        Sign.REPEATING: (repeated(instrument, rules, given) or 0) >= rules.repeat - SAME,
    }
    shown = tuple(sign for sign, there in on.items() if there)
    # Strong scatter counts twice, and so leaves a sheet out of totals by itself (docs/rk11.md 2.8).
    weight = len(shown) + (variance >= rules.scatter_strong - SAME)
    return Signs(shown, weight >= rules.leave_out, spread.agreeing if spread else None)


def scatter(instrument: Instrument, rules: SignRules, statements: Mapping[str, Answer]) -> Scatter | None:
    """None with too few dimensions that have enough answers and both keys."""
    rows = [halves(instrument, dimension.id, statements) for dimension in instrument.dimensions]
    rows = [row for row in rows if row.forward and row.reversed and len(row.forward) + len(row.reversed) >= rules.scatter_answers]
    if len(rows) < rules.scatter_dimensions:
        return None
    agreeing = statistics.fmean((statistics.fmean(row.forward) + statistics.fmean(row.reversed)) / 2 for row in rows) - 3
    return Scatter(agreeing, statistics.fmean(_variance(_without(row, agreeing)) for row in rows))


def fast_pages(instrument: Instrument, rules: SignRules, answers: Answers) -> int:
    """How many pages took less time than it takes to read them; a page without a time, or with few answers, is not counted."""
    return sum(_is_fast(rules, _page(instrument, step, answers.statements), spent) for step, spent in answers.seconds_on_statements.items())


def most_alike(instrument: Instrument, statements: Mapping[str, Answer]) -> int:
    """The most equal answers on any one page."""
    pages = [_page(instrument, step, statements) for step in Step]
    return max((page.count(raw) for page in pages for raw in set(page)), default=0)


def repeated(instrument: Instrument, rules: SignRules, statements: Mapping[str, Answer]) -> float | None:
    """The largest share of equal answers at any one distance; None where every distance has too few pairs."""
    row = [rating(statements, item.id) for item in instrument.items]
    shares = (_share(row, distance, rules.repeat_pairs) for distance in range(rules.lag_from, rules.lag_to + 1))
    return max((share for share in shares if share is not None), default=None)


def remark(words: SignWords, found: Signs) -> Remark | None:
    """The sentence of each sign between an opening and an end; None without a sign."""
    if not found.shown:
        return None
    by_sign = {Sign.FAST: words.fast, Sign.SCATTERED: words.scattered, Sign.SAME_PAGE: words.same_page, Sign.REPEATING: words.repeating}
    lines = (words.intro, *(by_sign[Sign(sign)] for sign in found.shown), words.end)
    return Remark(lines, words.review, words.keep, words.not_counted if found.left_out else None)


def _without(row: Halves, agreeing: float) -> list[float]:
    """Keyed answers, once agreeing is taken from every raw one."""
    return [*(raw - agreeing for raw in row.forward), *(6 - (raw - agreeing) for raw in row.reversed)]


def _variance(values: Sequence[float]) -> float:
    """As of a sample. In floats: `statistics.variance` goes by fractions, which takes longer than all scoring."""
    middle = statistics.fmean(values)
    return sum((value - middle) ** 2 for value in values) / (len(values) - 1)


def _page(instrument: Instrument, step: Step, statements: Mapping[str, Answer]) -> list[int]:
    return [raw for item in instrument.page(step) if (raw := rating(statements, item.id)) is not None]


def _is_fast(rules: SignRules, page: Sequence[int], seconds: float) -> bool:
    return len(page) >= rules.fast_answers and seconds < rules.seconds * len(page)


def _share(row: Sequence[int | None], distance: int, least: int) -> float | None:
    pairs = [(one, other) for one, other in zip(row, row[distance:], strict=False) if one is not None and other is not None]
    return sum(one == other for one, other in pairs) / len(pairs) if len(pairs) >= least else None
