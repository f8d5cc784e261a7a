"""The words of reports, tables, calendar files and pictures, from `content/en/exports.toml`."""

from typing import Annotated

from data.content import files
from data.content.files import Content, Sentence, Text, with_placeholders
from data.content.language import Language


class ReportWords(Content):
    taken: Annotated[Sentence, with_placeholders("day")]
    steps_dimension: Annotated[Sentence, with_placeholders("name", "level")]
    steps_stage: Annotated[Sentence, with_placeholders("action")]
    obstacle: Annotated[Sentence, with_placeholders("label", "action")]
    comparison_list: Text
    written_title: Text
    limits_title: Text
    no_letter: Annotated[Sentence, with_placeholders("sign")]
    subject: Text
    table_of: Annotated[Sentence, with_placeholders("title")]


class CsvWords(Content):
    """The names of the columns, in their order."""

    taken_on: Text
    version: Text
    norms: Text
    part: Text
    id: Text
    text: Text
    answer: Text
    score: Text
    low80: Text
    high80: Text
    low95: Text
    high95: Text


class PartWords(Content):
    """What the rows of the table are, and what is said of an obstacle instead of an answer."""

    life_stage: Text
    portrait: Text
    statement: Text
    outcome: Text
    worked: Text
    worked_text: Text
    obstacle: Text
    week: Text
    score: Text
    own_words: Text
    rules: Text
    starred: Text
    ticked: Text


class CalendarWords(Content):
    title: Text
    description: Text


class PictureWords(Content):
    name: Text
    foot: Annotated[Sentence, with_placeholders("day")]
    rule: Text


class ExportWords(Content):
    report: ReportWords
    csv: CsvWords
    parts: PartWords
    calendar: CalendarWords
    last_day: CalendarWords
    picture: PictureWords


def load(language: Language) -> ExportWords:
    return files.load(ExportWords, "exports", language)
