"""Keys never stand in a line about a request, whatever a mail program made of a link on its way here."""

import logging
import re

from data.keys import KEY_FORM

# uvicorn writes one line a request where it is asked to, and is by default.
LOGGER = "uvicorn.access"
_LINK = re.compile(r"^/open.+", re.IGNORECASE)
_KEY = re.compile(KEY_FORM)
_LEFT_OUT = "(left out)"


class WithoutKeys(logging.Filter):
    """Takes out of a log line whatever hangs on the address of links, and whatever has the form of a key anywhere else."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Always lets the line through, without its keys."""
        # uvicorn gives address and path beside the line, to be put into it only when it is written.
        if isinstance(record.args, tuple):
            record.args = tuple(_without_keys(told) if isinstance(told, str) else told for told in record.args)
        return True


def _without_keys(told: str) -> str:
    return _KEY.sub(_LEFT_OUT, _LINK.sub(f"/open{_LEFT_OUT}", told))
