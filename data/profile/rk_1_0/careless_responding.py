"""Signs of hurried answers (docs/instrument.md 7): mentioned to the person, kindly, and to nobody else; nothing is dropped for them."""

import statistics
from collections.abc import Mapping
from enum import StrEnum
from itertools import groupby

from data.instrument.answers import Answer, Answers, Step
from data.instrument.instrument import Instrument
from data.instrument.rk_1_0 import CarelessRules
from data.profile.scoring import rating


class Flag(StrEnum):
    """One sign; no single one is proof."""

    FAST = "fast"
    LONGSTRING = "longstring"
    IRV = "irv"
    INCONSISTENT = "inconsistent"


def flags(instrument: Instrument, rules: CarelessRules, answers: Answers) -> tuple[Flag, ...]:
    """The signs that this sheet shows, in the order of the manual."""
    statements = answers.statements
    raw, gap = _raw(instrument, statements), antonym_inconsistency(instrument, rules, statements)
    signs = {
        Flag.FAST: fast_pages(instrument, rules, answers.page_seconds) >= rules.fast_pages,
        Flag.LONGSTRING: longstring(instrument, statements) >= rules.long_run,
        Flag.IRV: len(raw) >= rules.spread_answers and statistics.stdev(raw) < rules.spread,
        Flag.INCONSISTENT: gap is not None and gap >= rules.antonym_gap,
    }
    return tuple(flag for flag, shown in signs.items() if shown)


def fast_pages(instrument: Instrument, rules: CarelessRules, page_seconds: Mapping[Step, float]) -> int:
    """How many pages of statements took less than two seconds a statement; pages without a time are not counted."""
    return sum(seconds < rules.seconds_per_item * len(instrument.page(step)) for step, seconds in page_seconds.items())


def longstring(instrument: Instrument, statements: Mapping[str, Answer]) -> int:
    """The most identical raw answers in a row, in presentation order; statements without one are passed over."""
    return max((len(list(run)) for _, run in groupby(_raw(instrument, statements))), default=0)


def antonym_inconsistency(instrument: Instrument, rules: CarelessRules, statements: Mapping[str, Answer]) -> float | None:
    """How far apart statements and their opposites were answered, on average; None with too few answered pairs."""
    pairs = [(rating(statements, one), rating(statements, other)) for one, other in instrument.antonym_pairs]
    # One of the two is turned, because they are opposites: whoever means both alike is 0 apart (docs/instrument.md 7.1).
    gaps = [abs(one - (6 - other)) for one, other in pairs if one is not None and other is not None]
    return statistics.fmean(gaps) if len(gaps) >= rules.antonym_pairs else None


def _raw(instrument: Instrument, statements: Mapping[str, Answer]) -> list[int]:
    return [raw for item in instrument.items if (raw := rating(statements, item.id)) is not None]
