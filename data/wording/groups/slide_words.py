"""The words of a team's totals one finding at a time, from `slides.toml`."""

from collections.abc import Mapping
from typing import Annotated

from pydantic import Field

from data.content import files
from data.content.files import Content, Sentence, Text, with_placeholders
from data.content.language import Language


class NotesWords(Content):
    """What only whoever leads the conversation sees."""

    said: Annotated[Sentence, with_placeholders("said")]
    read: Annotated[Sentence, with_placeholders("caption")]
    ask: Annotated[Sentence, with_placeholders("question")]
    ask_all: Text
    may_not: Text
    few: Text


class SlideWords(Content):
    present: Text
    leave: Text
    back: Text
    next: Text
    count: Annotated[Sentence, with_placeholders("at", "all")]
    keys: Text
    label: Text
    pptx: Text
    pdf: Text
    cover: Text
    cover_lines: Annotated[tuple[Text, ...], Field(min_length=1)]
    close: Text
    close_lines: Annotated[tuple[Text, ...], Field(min_length=1)]
    people: Annotated[Sentence, with_placeholders("people", "day")]
    rule: Text
    points_alone: Text
    points: Text
    rounds: Text
    shares: Annotated[Sentence, with_placeholders("points")]
    week: Text
    rounded_figure: Annotated[Sentence, with_placeholders("said", "interval")]
    # The title of each slide, by the section that it shows: a question, so that nobody is told what to think.
    questions: Mapping[str, Text]
    notes: NotesWords


def load(language: Language) -> SlideWords:
    return files.load(SlideWords, "slides", language)
