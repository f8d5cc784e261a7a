"""The instrument as one frozen value: what is asked, how it is scored and what is said, for each version there has ever been."""

from collections.abc import Iterable
from functools import cache
from itertools import chain
from pathlib import Path
from typing import Annotated, Any

from pydantic import BeforeValidator, Field, ValidationError

from data.content.files import CONTENT, Content, Mistake, Text, first_mistake, only, read_documents, refusal
from data.errors import BadContent
from data.instrument import validation
from data.instrument.advice import Action, Patterns
from data.instrument.answers import Area, Portrait, Step
from data.instrument.notes import Consent, Notes
from data.instrument.questions import (
    AreaText,
    Dimension,
    Frame,
    Item,
    Obstacle,
    PortraitText,
    Prompt,
    Question,
    Seed,
    Sentences,
    WeekQuestions,
)
from data.instrument.scoring_rules import Scoring

CURRENT = "rk-1.0"

# The files beside instrument.toml, and what their entries are called where a file is one list.
_FILES = {
    "life_stage": "question",
    "patterns": "",
    "obstacles": "obstacle",
    "actions": "action",
    "prompts": "prompt",
    "notes": "",
    "consent": "",
}


class Instrument(Content):
    """Everything one version says and does. Items are in presentation order, dimensions in the order that settles ties."""

    version: Text
    scale: tuple[Text, Text, Text, Text, Text]
    does_not_apply: Text
    likeness: tuple[Text, Text, Text, Text]
    antonym_pairs: tuple[tuple[str, str], ...]
    scoring: Scoring
    frame: Frame
    sentences: Sentences
    week: WeekQuestions
    seeds: Annotated[tuple[Seed, ...], Field(alias="seed")]
    dimensions: Annotated[tuple[Dimension, ...], Field(alias="dimension")]
    items: Annotated[tuple[Item, ...], Field(alias="item")]
    portraits: Annotated[tuple[PortraitText, ...], Field(alias="portrait")]
    areas: Annotated[tuple[AreaText, ...], Field(alias="area")]
    life_stage: Annotated[tuple[Question, ...], BeforeValidator(only("question"))]
    patterns: Patterns
    obstacles: Annotated[tuple[Obstacle, ...], BeforeValidator(only("obstacle"))]
    actions: Annotated[tuple[Action, ...], BeforeValidator(only("action"))]
    prompts: Annotated[tuple[Prompt, ...], BeforeValidator(only("prompt"))]
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
        return tuple(item for item in self.items if item.page == step)

    def items_of(self, dimension: str) -> tuple[Item, ...]:
        """The statements of one dimension, in presentation order."""
        return tuple(item for item in self.items if item.dimension == dimension)


def versions() -> tuple[str, ...]:
    """Every version that results may be shown by, oldest name first."""
    return tuple(sorted(file.parent.name for file in CONTENT.glob("*/instrument.toml")))


def load(version: str = CURRENT) -> Instrument:
    """The instrument of that version, read once per process. Raises BadContent for an unknown version or a mistake in a file."""
    return _loaded(version)


@cache
def _loaded(version: str) -> Instrument:
    if version not in versions():
        raise BadContent("This result was made by a version of the questions that this Rekindle does not have; a newer one will show it.")
    return read(CONTENT / version)


def read(folder: Path) -> Instrument:
    """The instrument that the files of one folder hold. Raises BadContent with the file, the place and the rule."""
    instrument = _validated(read_documents(folder, ("instrument", *_FILES)))
    if instrument.version != folder.name:
        raise refusal("instrument.toml", Mistake("version", f"the version must be the name of its folder, {folder.name}"))
    for file, mistakes in _checked(instrument).items():
        for mistake in mistakes:
            raise refusal(file, mistake)
    return instrument


def _validated(documents: dict[str, Any]) -> Instrument:
    main = documents.pop("instrument")
    try:
        return Instrument.model_validate(main | documents)
    except ValidationError as error:
        file, mistake = first_mistake(error, _FILES)
    raise refusal(file, mistake)


def _checked(instrument: Instrument) -> dict[str, Iterable[Mistake]]:
    """The rules that hold between parts, by file; what holds within one part, its model has checked."""
    dimensions = tuple(dimension.id for dimension in instrument.dimensions)
    items = {item.id: item for item in instrument.items}
    seeds = {seed.id for seed in instrument.seeds}
    return {
        "instrument.toml": chain(
            validation.dimensions(instrument.dimensions, seeds),
            validation.statements(instrument.items, dimensions, seeds),
            validation.pairs(instrument.antonym_pairs, items),
            validation.scoring(instrument.scoring, dimensions, items, {action.id for action in instrument.actions}),
            validation.listed([portrait.id for portrait in instrument.portraits], Portrait, "portrait"),
            validation.listed([area.id for area in instrument.areas], Area, "area"),
        ),
        "life_stage.toml": validation.life_stage(instrument.life_stage),
        "patterns.toml": validation.patterns(instrument.patterns, dimensions),
        "obstacles.toml": validation.obstacles(instrument.obstacles, seeds),
        "actions.toml": validation.actions(instrument.actions, dimensions, seeds),
        "prompts.toml": validation.prompts(instrument.prompts, seeds),
        "notes.toml": validation.notes(instrument.notes),
        "consent.toml": validation.consent(instrument.consent),
    }
