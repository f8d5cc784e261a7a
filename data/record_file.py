"""The file in which somebody takes everything with them, and starts again from."""

import json

from pydantic import ValidationError

from data.errors import BadFile
from data.instrument import load, versions
from data.record import Draft, Record, Result

# A record of many years stays far below this.
MAX_BYTES = 1_000_000
_NOTHING_CHANGED = "Nothing was changed."


def write(record: Record) -> bytes:
    """The record as readable JSON; docs/record-file.md says what each field means."""
    return record.model_dump_json(indent=2).encode()


def parse(content: bytes) -> Record:
    """The record that a file holds. BadFile in one sentence where it is not one, or not one that this Rekindle can show."""
    if len(content) > MAX_BYTES:
        raise BadFile(f"This file is too large to be a Rekindle file. {_NOTHING_CHANGED}")
    try:
        record = Record.model_validate_json(content)
    except ValidationError as error:
        raise BadFile(f"{_why(content, error)} {_NOTHING_CHANGED}") from None
    _reject_unknown(record)
    return record


def _why(content: bytes, error: ValidationError) -> str:
    try:
        held = json.loads(content)
    except ValueError:
        return "This file is damaged or not a Rekindle file: it ends early or is not JSON."
    if not isinstance(held, dict) or "format" not in held:
        return "This is not a Rekindle file."
    if held["format"] != 1:
        return "This file comes from a newer Rekindle than this one."
    place = ".".join(str(part) for part in error.errors(include_input=False)[0]["loc"])
    return f"This file was changed since it was downloaded: “{place}” is not as we wrote it."


def _reject_unknown(record: Record) -> None:
    """A result that cannot be shown by the rules of its version, or that answers statements nobody asks, is no record of ours."""
    sheets: list[Draft | Result] = [*record.results, *([record.draft] if record.draft else [])]
    for sheet in sheets:
        if sheet.instrument not in versions():
            raise BadFile(f"This file holds a result of a newer Rekindle than this one. {_NOTHING_CHANGED}")
        asked = {item.id for item in load(sheet.instrument).items}
        if not sheet.answers.statements.keys() <= asked:
            raise BadFile(f"This file was changed since it was downloaded: it answers statements that are not asked. {_NOTHING_CHANGED}")
