"""The exact counts of a group, as statistics need them. Raw: only `publishing` may hold them, and it gives on nothing but coarse values."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from data.groups import codebook
from data.groups.codebook import MISSING, SCORE_UNITS, SKIPPED, WEEK_BIN
from data.instrument.instrument import Instrument
from data.instrument.questions import Item
from data.profile.scoring import keyed
from data.totals.tally_statistics import Tally

Codes: TypeAlias = Mapping[int, int]

_OPTIONS = range(1, 6)


@dataclass(frozen=True)
class Counts:
    """How many people have each code of each measure."""

    instrument: Instrument
    measures: Mapping[str, Codes]

    @property
    def people(self) -> int:
        """Everybody has a stage, if only an unknown one."""
        return sum(self.codes(codebook.STAGE).values())

    @property
    def left_out(self) -> int:
        """How many are in no measure of what was answered: of everybody else there is a pattern, if only an incomplete one."""
        return self.people - sum(self.codes(codebook.PATTERN).values())

    def codes(self, measure: str) -> Codes:
        """Codes of those who have one."""
        return {code: people for code, people in self.measures.get(measure, {}).items() if code != MISSING}

    def by_category(self, measure: str, order: Sequence[str]) -> dict[str, int]:
        """How many people have each of the names that the codes of a measure stand for, in the given order."""
        codes = self.codes(measure)
        return {name: codes.get(place, 0) for place, name in enumerate(order)}

    def scores(self, dimension: str) -> Tally:
        """Exact scores from 0 to 100."""
        return {100 * code / SCORE_UNITS: people for code, people in self.codes(codebook.score_of(dimension)).items()}

    def answers(self, item: Item) -> Tally:
        """Keyed answers to a statement, of those who rated it."""
        codes = self.codes(codebook.answer_to(item.id))
        return {keyed(item, option): codes[option] for option in _OPTIONS if option in codes}

    def gaps(self, item: Item) -> Codes:
        """The codes of answers to a statement, gaps included, of those who are not left out: they skipped nothing, but are not counted."""
        codes = self.codes(codebook.answer_to(item.id))
        return {**codes, SKIPPED: codes.get(SKIPPED, 0) - self.left_out}

    def sums(self, dimension: str) -> Tally:
        """The sums of keyed answers, of those who rated every statement without hurry; of a small cohort some of them are left out."""
        return self.numbers(codebook.sum_of(dimension))

    def numbers(self, measure: str) -> Tally:
        """Codes that are numbers in themselves, such as minutes."""
        return {float(code): people for code, people in self.codes(measure).items()}

    def week(self, measure: str) -> Tally:
        """Shares of the week, each taken as the middle of its bin."""
        return {(code + 0.5) * WEEK_BIN: people for code, people in self.codes(measure).items()}


def merged(one: Mapping[str, Codes], other: Mapping[str, Codes]) -> dict[str, Codes]:
    """The counts of two groups that share nobody, taken together."""
    return {measure: _sum(one.get(measure, {}), other.get(measure, {})) for measure in {**one, **other}}


def without(whole: Mapping[str, Codes], part: Mapping[str, Codes]) -> dict[str, Codes]:
    """The counts of a group less those of some of its people."""
    return {measure: _less(codes, part.get(measure, {})) for measure, codes in whole.items()}


def _less(whole: Codes, part: Codes) -> Codes:
    return {code: rest for code, people in whole.items() if (rest := people - part.get(code, 0))}


def _sum(one: Codes, other: Codes) -> Codes:
    return {code: one.get(code, 0) + other.get(code, 0) for code in {**one, **other}}
