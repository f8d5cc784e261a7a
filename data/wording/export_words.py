"""The words of reports, tables, calendar files and pictures, from `content/en/exports.toml`."""

from functools import cache
from typing import Annotated

from pydantic import AfterValidator, ValidationError

from data.content.files import CONTENT, Content, Text, first_mistake, read_documents, refusal, template

_FILE = "exports"


class ReportWords(Content):
    taken: Annotated[Text, AfterValidator(template("day"))]
    strongest: Annotated[Text, AfterValidator(template("names"))]
    lowest: Annotated[Text, AfterValidator(template("names"))]
    steps_dimension: Annotated[Text, AfterValidator(template("name", "level"))]
    steps_stage: Annotated[Text, AfterValidator(template("action"))]
    obstacle: Annotated[Text, AfterValidator(template("label", "action"))]
    comparison_list: Text
    written_title: Text
    limits_title: Text
    no_letter: Annotated[Text, AfterValidator(template("sign"))]
    subject: Text
    table_of: Annotated[Text, AfterValidator(template("title"))]


class CsvWords(Content):
    """The names of the columns, in their order."""

    taken_on: Text
    version: Text
    part: Text
    id: Text
    text: Text
    answer: Text
    score: Text
    low80: Text
    high80: Text
    low95: Text
    high95: Text


class CalendarWords(Content):
    title: Text
    description: Text


class PictureWords(Content):
    name: Text
    strongest: Text
    lowest: Text
    foot: Annotated[Text, AfterValidator(template("day"))]


class ExportWords(Content):
    report: ReportWords
    csv: CsvWords
    calendar: CalendarWords
    picture: PictureWords


@cache
def load() -> ExportWords:
    """The words of the exports, read once per process; BadContent names the place of a mistake."""
    try:
        return ExportWords.model_validate(read_documents(CONTENT, (_FILE,))[_FILE])
    except ValidationError as error:
        _, mistake = first_mistake(error, {})
    raise refusal(f"{_FILE}.toml", mistake)
