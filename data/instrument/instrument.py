"""The instrument as one frozen value: what is asked, how it is scored and what is said, for each version there has ever been."""

from collections.abc import Iterable, Mapping
from functools import cache, cached_property
from itertools import chain
from typing import Annotated, ClassVar

from pydantic import BeforeValidator, Field

from data.content import files
from data.content.files import Content, Text, Violation, content_error, file_name, list_of
from data.content.language import ENGLISH, Language
from data.errors import BadContent
from data.instrument import validation
from data.instrument.advice import Action, Obstacle, Patterns
from data.instrument.answers import Area, Portrait, Step
from data.instrument.notes import Consent, Notes
from data.instrument.questions import (
    AreaText,
    Dimension,
    Frame,
    Item,
    OutcomeQuestions,
    PortraitText,
    Prompt,
    Question,
    Seed,
    Sentences,
    WeekQuestions,
)
from data.instrument.rk_1_0 import FirstRules
from data.instrument.rk_1_1 import SecondRules
from data.instrument.scoring_rules import Count, Scoring

CURRENT = "rk-1.1"


class Instrument(Content):
    """Everything one version says and does. Items are in presentation order, dimensions in the order that settles ties."""

    beside: ClassVar[Mapping[str, str]] = {
        "life_stage": "question",
        "rules": "",
        "patterns": "",
        "obstacles": "obstacle",
        "actions": "action",
        "prompts": "prompt",
        "notes": "",
        "consent": "",
    }

    version: Text
    # What the first screen promises.
    statements: Count
    minutes: Count
    scale: tuple[Text, Text, Text, Text, Text]
    does_not_apply: Text
    likeness: tuple[Text, Text, Text, Text]
    antonym_pairs: tuple[tuple[str, str], ...]
    scoring: Scoring
    rules: Annotated[FirstRules | SecondRules, Field(discriminator="kind")]
    frame: Frame
    sentences: Sentences
    week: WeekQuestions
    # Asked from rk-1.1 on.
    outcomes: OutcomeQuestions | None = None
    seeds: Annotated[tuple[Seed, ...], Field(alias="seed")]
    dimensions: Annotated[tuple[Dimension, ...], Field(alias="dimension")]
    items: Annotated[tuple[Item, ...], Field(alias="item")]
    portraits: Annotated[tuple[PortraitText, ...], Field(alias="portrait")]
    areas: Annotated[tuple[AreaText, ...], Field(alias="area")]
    life_stage: Annotated[tuple[Question, ...], BeforeValidator(list_of("question"))]
    patterns: Patterns
    obstacles: Annotated[tuple[Obstacle, ...], BeforeValidator(list_of("obstacle"))]
    actions: Annotated[tuple[Action, ...], BeforeValidator(list_of("action"))]
    prompts: Annotated[tuple[Prompt, ...], BeforeValidator(list_of("prompt"))]
    notes: Notes
    consent: Consent

    def dimension(self, id: str) -> Dimension:
        """The dimension with this id; StopIteration for an id that no dimension has."""
        return next(dimension for dimension in self.dimensions if dimension.id == id)

    def names(self, dimensions: Iterable[str]) -> str:
        """Their names as people read them, with commas between."""
        return ", ".join(self.dimension(id).name for id in dimensions)

    def action(self, id: str) -> Action:
        """The action with this id; StopIteration for an id that no action has."""
        return next(action for action in self.actions if action.id == id)

    def seed(self, code: str) -> Seed:
        """The article behind a seed code such as `s2`."""
        return next(seed for seed in self.seeds if seed.id == code)

    def page(self, step: Step) -> tuple[Item, ...]:
        """The statements of one step, in order; empty for a step without statements."""
        return self._by_page.get(step, ())

    def items_of(self, dimension: str) -> tuple[Item, ...]:
        """The statements of one dimension, in presentation order."""
        return self._by_dimension.get(dimension, ())

    @cached_property
    def _by_page(self) -> dict[str, tuple[Item, ...]]:
        return {page: tuple(item for item in self.items if item.page == page) for page in Step}

    @cached_property
    def _by_dimension(self) -> dict[str, tuple[Item, ...]]:
        """Looked up thousands of times where many sheets are scored."""
        return {of.id: tuple(item for item in self.items if item.dimension == of.id) for of in self.dimensions}


def versions() -> tuple[str, ...]:
    """Every version that results may be shown by, oldest first."""
    return tuple(sorted((file.parent.name for file in ENGLISH.folder.glob("*/instrument.toml")), key=_age))


def _age(version: str) -> tuple[int, ...]:
    # By number, not by letters: rk-1.10 is younger than rk-1.2.
    return tuple(int(part) for part in version.removeprefix("rk-").split("."))


def load(version: str = CURRENT, language: Language = ENGLISH) -> Instrument:
    """The instrument of that version, read once per process; its rules are the same in every language, its words in the one named.

    Raises BadContent for an unknown version or a mistake in a file.
    """
    return _loaded(version, language)


@cache
def _loaded(version: str, language: Language) -> Instrument:
    # Before any file is looked for: a version comes out of a record or a file that somebody brings, and becomes a path.
    if version not in versions():
        raise BadContent("version_unknown")
    return read(version, language)


def read(version: str, language: Language) -> Instrument:
    """The instrument that a folder of that language holds. Raises BadContent with the file, the place and the rule."""
    instrument = files.load(Instrument, version, language)
    if instrument.version != version:
        wrong = Violation("version", f"the version must be the name of its folder, {version}")
        raise content_error(file_name("instrument", language), wrong)
    for file, violations in _checked(instrument, language).items():
        for violation in violations:
            raise content_error(file_name(file, language), violation)
    return instrument


def _checked(instrument: Instrument, language: Language) -> dict[str, Iterable[Violation]]:
    """The rules that hold between parts, by file; what holds within one part, its model has checked."""
    dimensions = tuple(dimension.id for dimension in instrument.dimensions)
    items = {item.id: item for item in instrument.items}
    seeds = {seed.id for seed in instrument.seeds}
    return {
        "instrument": chain(
            validation.dimensions(instrument.dimensions, seeds),
            validation.statements(instrument.items, dimensions, seeds, promised=instrument.statements),
            validation.outcomes(instrument.outcomes),
            validation.english(instrument.items) if language.tag == ENGLISH.tag else (),
            validation.pairs(instrument.antonym_pairs, items),
            validation.scoring(instrument.scoring, dimensions, items, {action.id for action in instrument.actions}),
            validation.listed([portrait.id for portrait in instrument.portraits], Portrait, "portrait"),
            validation.listed([area.id for area in instrument.areas], Area, "area"),
        ),
        "rules": validation.rules(instrument.rules, dimensions, instrument.items),
        "life_stage": validation.life_stage(instrument.life_stage),
        "patterns": validation.patterns(instrument.patterns, dimensions),
        "obstacles": validation.obstacles(instrument.obstacles, seeds),
        "actions": validation.actions(instrument.actions, dimensions, seeds),
        "prompts": validation.prompts(instrument.prompts, seeds),
        "notes": validation.notes(instrument.notes),
        "consent": validation.consent(instrument.consent),
    }
