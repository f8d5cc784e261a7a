"""What a result may say, as values that every version of the rules fills in its own way."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from data.instrument.advice import Pattern
from data.instrument.norms import Norms
from data.profile.scoring import Score


@dataclass(frozen=True)
class Measured:
    """The scores of one result, and the norms they were made with (None where its version has none)."""

    scores: Mapping[str, Score]
    norms: Norms | None = None


@dataclass(frozen=True)
class StandsOut:
    """The dimensions to name at both ends. The flags tell which of two titles each list has."""

    higher: tuple[str, ...] = ()
    lower: tuple[str, ...] = ()
    # False where an area is only higher than the rest, and no strength by itself.
    higher_is_strong: bool = True
    # False where an area is only lower than the rest, and nothing to look after.
    lower_needs_care: bool = True
    # False with too few areas to compare, of which nothing is said.
    compared: bool = True


@dataclass(frozen=True)
class Box:
    """One of the two lists, ready to draw. `words` may be empty; `at_levels` is its title where each area's level is said beside it."""

    title: str
    dimensions: tuple[str, ...]
    words: str = ""
    at_levels: str = ""


@dataclass(frozen=True)
class StandsOutSaid:
    """The boxes that are drawn, and one remark on them, or instead of them. Both are empty where nothing can be said."""

    boxes: tuple[Box, ...] = ()
    remark: str = ""


@dataclass(frozen=True)
class PatternFound:
    """A title, or two that the answers lie between. Margins are in standard errors, by pattern."""

    chosen: Pattern
    also: tuple[Pattern, ...] = ()
    # Patterns that hold once every cut is relaxed (rk-1.0).
    near: tuple[Pattern, ...] = ()
    # The second of two that a sheet lies between (rk-1.1).
    other: Pattern | None = None
    margins: Mapping[str, float] = field(default_factory=dict)


@dataclass(frozen=True)
class PatternSaid:
    """A pattern in words: its title, one text or two that say which they are of, and the remarks beneath, rules included."""

    title: str
    texts: tuple[str, ...]
    remarks: tuple[str, ...]


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

    @property
    def is_clear(self) -> bool:
        return self.certainty is Certainty.CLEAR


class Word(StrEnum):
    """What is said of the area worked on."""

    HIGHER = "higher"
    LOWER = "lower"
    AS_EXPECTED = "as_expected"


@dataclass(frozen=True)
class WorkedOn:
    """The one area chosen beforehand: how far it lies off what is expected without any real change, in standard errors."""

    dimension: str
    z: float
    expected: float
    word: Word


@dataclass(frozen=True)
class Changes:
    """Every dimension that both results have, those to name first, and what holds of all of them together."""

    each: Mapping[str, Change]
    named: tuple[str, ...]
    # All dimensions together, in standard errors; None with too few of them, or where the version has no such rule.
    together: float | None = None
    together_is_clear: bool = False
    worked: WorkedOn | None = None
    # Whether two different norms had to agree.
    two_norms: bool = False

    @property
    def is_any(self) -> bool:
        """Whether anything may be called a change."""
        return bool(self.named) or self.together_is_clear or (self.worked is not None and self.worked.word is not Word.AS_EXPECTED)


@dataclass(frozen=True)
class ChangesSaid:
    """Sentences ready to show, in their order: what changed, and what always stands beneath."""

    lines: tuple[str, ...]
    remarks: tuple[str, ...]


@dataclass(frozen=True)
class WorkedOnAsked:
    """What is asked at a retake: which one area somebody worked on, and what stands for none of them."""

    question: str
    none: str


@dataclass(frozen=True)
class Signs:
    """Signs of hurry by their ids, whether totals leave the sheet out, and how much somebody agrees with whatever is asked (-2 to 2)."""

    shown: tuple[str, ...]
    left_out: bool
    agreeing: float | None = None


@dataclass(frozen=True)
class Remark:
    """What is said kindly before a result that may have been hurried, and the two ways on."""

    lines: tuple[str, ...]
    review: str
    keep: str
    # Said before joining a total, where the sheet would not be counted.
    not_counted: str | None = None
