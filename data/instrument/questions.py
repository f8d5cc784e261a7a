"""What is asked, as content: statements, portraits, the week, life stage, obstacles and prompts."""

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from data.content.files import Content, Text
from data.instrument.answers import Area, Outcome, Portrait, Step

Id = Annotated[str, StringConstraints(pattern=r"^[a-z]+(_[a-z]+)*$")]
SeedCode = Annotated[str, StringConstraints(pattern=r"^s[0-9]$")]


class Seed(Content):
    """One of the five articles the product grew from; `idea` is what we took from it, in our own words."""

    id: SeedCode
    file: Text
    idea: Text


class Dimension(Content):
    """One of the eight things that are measured; `anchor` names the research the concept comes from."""

    id: Id
    name: Text
    # The name inside a sentence.
    within: Text
    # What it is in a few words, to stand right after the name; its owner and others read the same.
    brief: Text
    definition: Text
    anchor: Text
    seeds: Annotated[tuple[SeedCode, ...], Field(min_length=1)]


class Item(Content):
    """One statement; a `reverse` one counts against its dimension."""

    id: Id
    dimension: Id
    page: Step
    text: Text
    reverse: bool = False
    seed: SeedCode
    idea: Text


class Frame(Content):
    """What is said above the statements, and the two words that three dimensions rely on."""

    statements: Text
    work: Text
    job: Text


class Sentence(Content):
    """A private sentence to complete."""

    stem: Text
    hint: Text


class Sentences(Content):
    work_is: Sentence
    job_is: Sentence
    private: Text


class PortraitText(Content):
    id: Portrait
    text: Text


class AreaText(Content):
    """A part of the week and what belongs to it."""

    id: Area
    name: Text
    includes: Text


class WeekQuestions(Content):
    """The three questions asked of every area, and the remark on a total that looks unusual."""

    now: Text
    wish: Text
    energy: Text
    unusual_total: Text


class OutcomeQuestion(Content):
    """Answered from 0 to 10; `low` and `high` name the ends."""

    id: Outcome
    text: Text
    low: Text
    high: Text


class OutcomeQuestions(Content):
    lead: Text
    questions: Annotated[tuple[OutcomeQuestion, ...], Field(alias="question")]


class Choice(Content):
    """One thing to pick; the id is what is saved."""

    id: Text
    label: Text


class Question(Content):
    """A life-stage question; with `several`, more than one choice may be ticked."""

    # The fields of LifeStage, which the answers fill.
    id: Literal["stage_self", "transition", "years_band", "responsibilities", "resp_change", "age_band"]
    text: Text
    several: bool = False
    note: str = ""
    options: Annotated[tuple[Choice, ...], Field(alias="option", min_length=2)]


class Prompt(Content):
    """A private question to reflect on; answers are kept under its number."""

    # Never used again for another question: answers of years ago lie under it (docs/instrument.md 1.9).
    number: Annotated[int, Field(ge=1)]
    text: Text
    seed: SeedCode
