"""The file in which somebody takes everything with them, and starts again from."""

import json
from collections.abc import Mapping
from typing import Any

from pydantic import ValidationError
from pydantic_core import from_json

from data.errors import BadFile
from data.instrument.answers import NONE_IN_PARTICULAR, Answers
from data.instrument.instrument import Instrument, load, versions
from data.instrument.norms import Norms
from data.record.journal_entries import Check
from data.record.record import Draft, Record, Result

# A record of many years stays far below this.
MAX_BYTES = 1_000_000
# What editors, and what fills a file up to its end, leave around a text without a trace on the screen.
_UNSEEN = "\ufeff\u200b\u00a0\x00\x1a \t\r\n"


def write(record: Record) -> bytes:
    """The record as readable JSON; /privacy says what each field means."""
    return record.model_dump_json(indent=2).encode()


def parse(content: bytes) -> Record:
    """The record that a file holds. BadFile in one sentence where it is not one, or not one that this Rekindle can show."""
    if len(content) > MAX_BYTES:
        raise BadFile("file_too_large")
    text = _text(content)
    held = _json(text)
    try:
        record = Record.model_validate_json(text)
    except ValidationError as error:
        raise _refused(held, error) from None
    _reject_unknown(record)
    return record


def merged_with_file(record: Record, offered: Record) -> Record:
    """The record of a file in place of the present one: links that are out, and what waits to be counted, can still be withdrawn.

    Teams that were kept stay: their links can be had nowhere else.
    """
    listed = {share.key: share for share in (*record.shares, *offered.shares)}
    given = {contribution.pending_id: contribution for contribution in (*record.contributions, *offered.contributions)}
    teams = {team.key: team for team in (*record.teams, *offered.teams)}
    update = {"shares": tuple(listed.values()), "contributions": tuple(given.values()), "teams": tuple(teams.values())}
    return offered.model_copy(update=update)


def _text(content: bytes) -> str:
    """The words of the file, whichever of Unicode's spellings an editor saved it in, and without what cannot be seen around them."""
    try:
        return content.decode(json.detect_encoding(content)).strip(_UNSEEN)
    except UnicodeDecodeError:
        raise BadFile("file_damaged") from None


def _json(text: str) -> dict[str, Any]:
    try:
        # Python's own reader runs out of stack on thousands of brackets; this one says no.
        held = from_json(text)
    except ValueError:
        raise BadFile("file_damaged") from None
    if not isinstance(held, dict) or "format" not in held:
        raise BadFile("file_not_ours")
    return held


def _refused(held: Mapping[str, object], error: ValidationError) -> BadFile:
    # By the format first: in a newer file any other mistake may be none.
    if held["format"] != 1:
        return BadFile("file_newer")
    # The place alone: what stands there is somebody's answer.
    place = ".".join(str(part) for part in error.errors(include_input=False)[0]["loc"])
    return BadFile("file_changed", at=place)


def _reject_unknown(record: Record) -> None:
    """A result that cannot be shown by the rules of its version, or that answers what nobody asks, is no record of ours."""
    sheets: list[Draft | Result] = [*record.results, *([record.draft] if record.draft else [])]
    for sheet in sheets:
        if sheet.instrument not in versions():
            raise BadFile("file_result_newer")
        instrument = load(sheet.instrument)
        norms = sheet.norms if isinstance(sheet, Result) else None
        if not _only_what_is_asked(instrument, sheet.answers) or not _made_by(instrument, norms):
            raise BadFile("file_answers_unasked")
    for check in record.checks:
        if check.instrument not in versions():
            raise BadFile("file_result_newer")
        if not _asks(load(check.instrument), check):
            raise BadFile("file_answers_unasked")


def _only_what_is_asked(instrument: Instrument, answers: Answers) -> bool:
    obstacles = {obstacle.id for obstacle in instrument.obstacles}
    outcomes = {question.id for question in instrument.outcomes.questions} if instrument.outcomes else set()
    return (
        answers.statements.keys() <= {item.id for item in instrument.items}
        and {*answers.obstacles.ticked, *answers.obstacles.starred} <= obstacles
        and answers.reflections.keys() <= {str(prompt.number) for prompt in instrument.prompts}
        and answers.outcomes.keys() <= outcomes
        and answers.worked in {None, NONE_IN_PARTICULAR, *(dimension.id for dimension in instrument.dimensions)}
    )


def _asks(instrument: Instrument, check: Check) -> bool:
    """Whether the area of a check is one of that version, and everything answered a statement of it."""
    asked = {item.id for item in instrument.items_of(check.dimension)}
    return bool(asked) and check.statements.keys() <= asked


def _made_by(instrument: Instrument, norms: Norms | None) -> bool:
    """Whether the result could have been made with these norms: figures for every dimension and for no other."""
    return norms is None or norms.dimensions.keys() == {dimension.id for dimension in instrument.dimensions}
