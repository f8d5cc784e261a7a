"""One line for each thing that happens, whoever writes it into the log: no traceback, no value, no line that a visitor made up."""

import json
import logging
import re
from datetime import UTC, datetime
from typing import Any

from components.screen import errors
from data.content.language import ENGLISH
from data.errors import RekindleError
from data.wording import error_words

# Everybody else is heard from a warning on, by Python's own default.
_OURS = ("data", "components", "rekindle")
# Whatever a terminal or a reader of lines takes for more than a letter: C0 and C1, and what Unicode breaks lines and turns text with.
_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069]")
# Streamlit names sessions in its lines; whoever reads one there could take the session over.
_SESSION = re.compile(r"\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b", re.IGNORECASE)
_LEFT_OUT = "(left out)"
# A message of Streamlit may quote what somebody sent.
_LONGEST = 1000
# By which a handler makes the text of a record.
_FORM = "format"


def keep_to_one_line() -> None:
    """From now on every record of this process is one line; what we do by ourselves is in the log, and not only what goes wrong."""
    logging.setLogRecordFactory(_OneLine)
    logging.basicConfig(format="%(message)s")
    for name in _OURS:
        logging.getLogger(name).setLevel(logging.INFO)


def write_json() -> None:
    """From now on each line of this process is an object of JSON, whoever writes it."""
    # Streamlit and uvicorn bring handlers and forms of their own whenever they like; this is what all of them pass through.
    setattr(logging.Handler, _FORM, _as_json)


def _as_json(_: logging.Handler, record: logging.LogRecord) -> str:
    when = datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds")
    return json.dumps({"time": when, "level": record.levelname, "logger": record.name, "message": record.getMessage()}, ensure_ascii=False)


class _OneLine(logging.LogRecord):
    """A record whose error is told by its kind and its place alone."""

    def __init__(self, *made_from: Any, **more: Any) -> None:
        super().__init__(*made_from, **more)
        # A refusal is told as people read it, and not by the name of its rule.
        if isinstance(self.args, tuple):
            self.args = tuple(error_words.sentence(told, ENGLISH) if isinstance(told, RekindleError) else told for told in self.args)
        error = self.exc_info[1] if self.exc_info else None
        self._told = f": {type(error).__name__} at {errors.place(error)}" if error else ""
        self.exc_info = self.exc_text = self.stack_info = None

    def getMessage(self) -> str:
        said = _SESSION.sub(_LEFT_OUT, super().getMessage().strip())
        return _CONTROL.sub(_escaped, said[:_LONGEST]) + self._told


def _escaped(found: re.Match[str]) -> str:
    return found[0].encode("unicode_escape").decode("ascii")
