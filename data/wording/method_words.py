"""The words of the page on how Rekindle works, from `content/en/method.toml`."""

from enum import StrEnum
from typing import Annotated

from pydantic import AfterValidator, Field

from data.content import files
from data.content.files import Content, Sentence, Text, placeholders, with_placeholders
from data.content.language import Language


class ChapterId(StrEnum):
    """What reviewers of tests ask about, in their order, and what we say beside it."""

    MEASURES = "measures"
    STATEMENTS = "statements"
    NORMS = "norms"
    RELIABILITY = "reliability"
    VALIDITY = "validity"
    FAIRNESS = "fairness"
    REPORTS = "reports"
    TOTALS = "totals"
    RULES = "rules"
    UNKNOWN = "unknown"


def _facts_alone(text: str) -> str:
    if placeholders(text) - {"statements", "minutes", "version"}:
        raise ValueError("the only gaps in this text may be {statements}, {minutes} and {version}")
    return text


class Chapter(Content):
    id: ChapterId
    title: Text
    text: Annotated[Sentence, AfterValidator(_facts_alone)]


def _every_one(chapters: tuple[Chapter, ...]) -> tuple[Chapter, ...]:
    """Without one of them a translation would pass over what nobody knows."""
    if [chapter.id for chapter in chapters] != list(ChapterId):
        raise ValueError(f"the ids must be exactly {', '.join(ChapterId)}, in this order")
    return chapters


class AgreeingWords(Content):
    disagrees: Text
    neither: Text
    agrees: Text


class OutcomeBandWords(Content):
    badly: Text
    middle: Text
    well: Text


class FigureWords(Content):
    areas: Text
    area: Text
    asked: Text
    about: Text
    concepts_lead: Text
    concepts: Text
    concept: Text
    ideas_lead: Text
    all_statements: Annotated[Sentence, with_placeholders("statements")]
    statement: Text
    turned: Annotated[Sentence, with_placeholders("area")]
    idea: Text
    norms: Annotated[Sentence, with_placeholders("name")]
    mean: Text
    spread: Text
    reliability: Text
    version: Annotated[Sentence, with_placeholders("version")]
    withheld: Text
    people: Annotated[Sentence, with_placeholders("people")]
    alpha_title: Text
    alpha: Text
    alpha_column: Text
    interval: Text
    gaps: Text
    gaps_lead: Text
    skipped: Text
    does_not_apply: Text
    hurried: Annotated[Sentence, with_placeholders("percentage")]
    minutes: Annotated[Sentence, with_placeholders("minutes")]
    signs: Text
    sign: Text
    percentage: Text
    agreeing: Text
    agreeing_kinds: AgreeingWords
    outcomes: Text
    outcome: Text
    outcome_bands: OutcomeBandWords


class MethodWords(Content):
    menu: Text
    title: Text
    lead: Text
    chapters: Annotated[tuple[Chapter, ...], Field(alias="chapter"), AfterValidator(_every_one)]
    figures: FigureWords


def load(language: Language) -> MethodWords:
    """The words in that language, read once per process. Raises BadContent with the file, the place and the rule."""
    return files.load(MethodWords, "method", language)
