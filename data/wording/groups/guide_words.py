"""The words of the conversation about a team's totals, from `guide.toml`."""

from typing import Annotated

from pydantic import Field

from data.content import files
from data.content.files import Content, Sentence, Text, with_placeholders
from data.content.language import Language


class GuideStep(Content):
    """One part of the conversation, and how long it takes."""

    minutes: Annotated[int, Field(ge=1)]
    title: Text
    text: Text


class GuideWords(Content):
    title: Annotated[Sentence, with_placeholders("minutes")]
    lead: Text
    button: Text
    step: Annotated[Sentence, with_placeholders("from_minute", "to_minute", "title")]
    questions_title: Text
    not_asked_title: Text
    not_asked: tuple[Text, ...]
    wrong_title: Text
    wrong: tuple[Text, Text, Text]
    steps: Annotated[tuple[GuideStep, ...], Field(min_length=1)]

    @property
    def minutes(self) -> int:
        """How long all of it takes."""
        return sum(step.minutes for step in self.steps)


def load(language: Language) -> GuideWords:
    return files.load(GuideWords, "guide", language)
