"""A file that somebody chooses: the browser reads it, and it comes with what the page's widgets hold, so that any replica may read it."""

import binascii
from base64 import b64decode

from components.screen.own_elements import elements
from data.errors import BadFile

# The picker of a phone goes by types and not by the end of a name, and knows a downloaded file as any of these; what is inside decides.
_TYPES = ("application/json", "text/plain", "application/octet-stream", ".json", ".txt")
_ELEMENT = elements.element("chosen_file", html="<label><span></span><input type='file'></label>")


def show(label: str, *, most: int) -> bytes | None:
    """Ask for a file; what it holds, or None before one is chosen. Of a file with more than `most` bytes comes one byte more."""
    data = {"label": label, "accept": ",".join(_TYPES), "most": most}
    told = _ELEMENT(key="chosen_file", data=data, on_file_change=lambda: None).file
    if told is None:
        return None
    try:
        # A browser may say anything.
        return b64decode(str(told), validate=True)
    except (binascii.Error, ValueError):
        raise BadFile("file_damaged") from None
