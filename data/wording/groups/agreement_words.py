"""What a team may agree on, and the words around it, from `content/en/agreements.toml`."""

from collections.abc import Mapping
from typing import Annotated, Self

from pydantic import Field, model_validator

from data.content import files
from data.content.files import Content, Sentence, Text, with_placeholders
from data.content.language import Language


class Agreement(Content):
    """One thing, how to start with it, and which dimension it is meant for."""

    id: Annotated[str, Field(pattern=r"^[a-z]+\.[1-3]$")]
    text: Text
    how: Text

    @property
    def dimension(self) -> str:
        return self.id.split(".")[0]


class DeskAgreementWords(Content):
    lead: Text
    area: Text
    choice: Text
    add: Text
    full: Text
    remove: Annotated[Sentence, with_placeholders("number")]
    added: Text
    removed: Text
    asked: Text


class JoiningAgreementWords(Content):
    title: Text
    lead: Text
    question: Annotated[Sentence, with_placeholders("text")]
    promise: Text


class ShownAgreementWords(Content):
    title: Text
    lead_asked: Text
    lead_agreed: Text
    few: Annotated[Sentence, with_placeholders("text")]
    line: Annotated[Sentence, with_placeholders("text", "how")]
    more: Annotated[Sentence, with_placeholders("name", "points")]
    less: Annotated[Sentence, with_placeholders("name", "points")]
    alike: Annotated[Sentence, with_placeholders("name")]
    caption: Text
    answer: Text
    percentage: Text


class GuideAgreementWords(Content):
    title: Text
    line: Annotated[Sentence, with_placeholders("text")]


class AgreementWords(Content):
    """The list, and a part for each place where something is said of it; `said` by what somebody may say of one of them."""

    title: Text
    desk: DeskAgreementWords
    joining: JoiningAgreementWords
    insights: ShownAgreementWords
    guide: GuideAgreementWords
    said: Mapping[str, Text]
    listed: Annotated[tuple[Agreement, ...], Field(alias="agreement")]

    def named(self, id: str) -> Agreement:
        """The one with this id; StopIteration for an id that none has."""
        return next(one for one in self.listed if one.id == id)

    def of(self, dimension: str) -> tuple[Agreement, ...]:
        """Those that are meant for a dimension."""
        return tuple(one for one in self.listed if one.dimension == dimension)

    @model_validator(mode="after")
    def _three_of_each(self) -> Self:
        ids = [one.id for one in self.listed]
        if sorted(ids) != sorted(f"{dimension}.{number}" for dimension in {one.dimension for one in self.listed} for number in (1, 2, 3)):
            raise ValueError("there must be three agreements for each dimension, numbered from 1 to 3")
        return self


def load(language: Language) -> AgreementWords:
    return files.load(AgreementWords, "agreements", language)
