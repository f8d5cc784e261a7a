"""The key in a link, whatever a mail program, a scanner or a pair of hands made of the link on its way."""

import re
import unicodedata
from urllib.parse import unquote

from data.keys import KEY_FORM

# Longer than any link of ours with what trackers hang on it; of the rest nothing is read.
LONGEST = 900
# A scanner encodes what another one has encoded already; nobody was seen to do it a third time.
_ENCODED_AT_MOST = 2
_START = r"[^A-Za-z0-9_-]*"
# A letter more makes it another key, and the mistake of a hand is not ours to mend; signs of a sentence or a tracker may follow.
_END = r"(?![A-Za-z0-9])"
_BEHIND_THE_SIGN = re.compile(f"#{_START}({KEY_FORM}){_END}")
_ALONE = re.compile(f"{_START}({KEY_FORM}){_END}")


def key_in(text: str) -> str | None:
    """The key behind the first # that has one, or the text that begins with a key; None where there is neither.

    Encoded signs are read as what they stand for. Where a line was wrapped, its white space is left out.
    """
    plain = text[:LONGEST]
    for _ in range(_ENCODED_AT_MOST):
        plain = unquote(plain)
    # Cf is what mail programs put into long words so that a line may break there, such as the soft hyphen.
    visible = "".join(sign for sign in plain if unicodedata.category(sign) != "Cf")
    return _found(visible) or _found("".join(visible.split()))


def _found(text: str) -> str | None:
    found = _BEHIND_THE_SIGN.search(text) or (None if "#" in text else _ALONE.match(text))
    return found[1] if found else None
