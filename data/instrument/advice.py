"""What is suggested, as content: patterns with their rules as data, and actions."""

from enum import StrEnum
from typing import Annotated, Self

from pydantic import AfterValidator, Field, model_validator

from data.content.files import Content, Sentence, Text, with_placeholders
from data.instrument.questions import Id, SeedCode
from data.instrument.scoring_rules import Level, Points

# What somebody fills in where an if-then sentence leaves it open.
BLANK = "…"

# What a pattern says in place of a dimension when one should start with whatever is lowest.
LOWEST = "lowest"


class Stage(StrEnum):
    """The life stage that advice is given for."""

    EARLY = "early"
    MID = "mid"
    LATER = "later"


class Condition(Content):
    """One dimension on one side of a cut: exactly one of the two bounds is given."""

    dimension: Id
    at_least: Points | None = None
    below: Points | None = None

    @model_validator(mode="after")
    def _one_bound(self) -> Self:
        if (self.at_least is None) == (self.below is None):
            raise ValueError("a condition must give either at_least or below")
        return self


class Pattern(Content):
    """A prompt for thought. The incomplete one and the last one have no conditions of their own."""

    order: Annotated[int, Field(ge=0)]
    id: Id
    title: Text
    text: Text
    start_with: Id | None = None
    conditions: tuple[Condition, ...] = ()


class RuleWords(Content):
    """The pieces that rules are read out with."""

    at_least: Annotated[Sentence, with_placeholders("dimension", "cut")]
    below: Annotated[Sentence, with_placeholders("dimension", "cut")]
    joined: Annotated[str, Field(min_length=1)]
    missing: Annotated[Sentence, with_placeholders("dimensions")]
    otherwise: Text
    rule: Annotated[Sentence, with_placeholders("rule")]
    not_a_type: Text


class Patterns(Content):
    """All patterns: `incomplete` when a required dimension has no score, else the first of `ruled` that holds, else `otherwise`."""

    required: Annotated[tuple[Id, ...], Field(min_length=1)]
    # Whether cuts are read out as the whole numbers that scores are shown with.
    whole_cuts: bool = False
    words: RuleWords
    incomplete: Pattern
    ruled: Annotated[tuple[Pattern, ...], Field(alias="pattern", min_length=1)]
    otherwise: Pattern

    @property
    def all(self) -> tuple[Pattern, ...]:
        """Every pattern in the order in which they are tried."""
        return (self.incomplete, *self.ruled, self.otherwise)

    def named(self, id: str) -> Pattern:
        """The pattern with this id; StopIteration for an id that no pattern has."""
        return next(pattern for pattern in self.all if pattern.id == id)


def _with_blank(text: str) -> str:
    """A plan is one's own only where something is left to fill in."""
    if text.count(BLANK) != 1:
        raise ValueError(f"there must be one {BLANK} for people to fill in")
    return text


class Advice(Content):
    """Something to try: what, how to start in two short sentences, how long that takes, when, and the idea behind it.

    `when` is an if-then sentence with a blank, because a plan that names its moment is followed more often than a wish.
    """

    text: Text
    how: Text
    minutes: Annotated[int, Field(ge=5, le=60)]
    when: Annotated[Text, AfterValidator(_with_blank)]
    why: Text


class Action(Advice):
    """Advice for a level or for a life stage of one dimension; `idea` is what it grew from, in our own words."""

    id: Annotated[str, Field(pattern=r"^[a-z]+\.((low|mid|high)\.[0-9]|stage\.(early|mid|later))$")]
    seed: SeedCode
    idea: Text

    @property
    def dimension(self) -> str:
        return self.id.split(".")[0]

    @property
    def level(self) -> Level | None:
        """The level it is for; None for a stage action."""
        _, kind, _ = self.id.split(".")
        return None if kind == "stage" else Level(kind)

    @property
    def stage(self) -> Stage | None:
        """The life stage it is for; None for a level action."""
        _, kind, name = self.id.split(".")
        return Stage(name) if kind == "stage" else None


class Obstacle(Content):
    """Something that may weigh on a person. `none` has no action and clears the others; a seed is missing where we added one."""

    id: Id
    label: Text
    action: Advice | None = None
    seed: SeedCode | None = None
