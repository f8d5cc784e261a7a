"""The key in a link, whatever a mail program, a scanner or a pair of hands made of the link on its way."""

import html
import re
import unicodedata
from urllib.parse import unquote

from data.keys import KEY_FORM

# Longer than any link of ours with what trackers hang on it; of the rest nothing is read.
LONGEST = 900
# A scanner encodes what another one has encoded already.
_ENCODED_AT_MOST = 3
_START = r"[^A-Za-z0-9_-]*"
# A letter more makes it another key, and the mistake of a hand is not ours to mend; signs of a sentence or a tracker may follow.
_END = r"(?![A-Za-z0-9])"
_BEHIND_THE_SIGN = re.compile(f"#{_START}({KEY_FORM}){_END}")
# Where the # was dropped, or became another sign.
_BEHIND_THE_PATH = re.compile(f"/(?i:open)[^A-Za-z0-9_-]+({KEY_FORM}){_END}")
_ALONE = re.compile(f"{_START}({KEY_FORM}){_END}")
# As a whole, with its semicolon: the key itself may follow an & and a #.
_ENTITY = re.compile(r"&(?:#\d{2}|#[xX][0-9A-Fa-f]{2}|[a-z]+);")
# What mail does to long lines and to signs, and what an answer puts before each line.
_SOFT_BREAK, _MAILED_SIGN, _QUOTED = re.compile(r"=\r?\n"), re.compile("(?i:(?<=/open)=23)"), re.compile(r"\n[>|\s]+")
# What one mail filter makes of signs in the addresses that it leads through itself.
_FILTERED, _FILTERED_SIGN = re.compile(r"//urldefense\.[^/]+/v2/url\?u=([^&]*)"), re.compile("-([0-9A-F]{2})")
# Word processors and phones write finer dashes, and Markdown a stroke before signs.
_DASHES = str.maketrans({**dict.fromkeys("\u2010\u2011\u2012\u2013\u2212", "-"), "\u2014": "--", "\\": None})


def key_in(text: str) -> str | None:
    """The key behind the first # that has one, or the text that begins with a key; None where there is neither.

    Encoded signs are read as what they stand for. Where a line was wrapped, its white space is left out.
    """
    visible = _as_sent(text[:LONGEST])
    return _found(visible) or _found("".join(_QUOTED.sub("", visible).split()))


def _as_sent(text: str) -> str:
    """The text with every sign that was encoded, broken or made finer on its way as it was."""
    if filtered := _FILTERED.search(text):
        text = _FILTERED_SIGN.sub(r"%\1", filtered[1].replace("_", "/"))
    text = _ENTITY.sub(lambda found: html.unescape(found[0]), _MAILED_SIGN.sub("#", _SOFT_BREAK.sub("", text)))
    for _ in range(_ENCODED_AT_MOST):
        text = unquote(text)
    # Wide letters and signs of Chinese and Japanese keyboards become plain ones.
    plain = unicodedata.normalize("NFKC", text).translate(_DASHES)
    # Cf is what mail programs put into long words so that a line may break there, such as the soft hyphen.
    return "".join(sign for sign in plain if sign.isspace() or unicodedata.category(sign) not in ("Cf", "Cc"))


def _found(text: str) -> str | None:
    found = _BEHIND_THE_SIGN.search(text) or _BEHIND_THE_PATH.search(text) or (None if "#" in text else _ALONE.match(text))
    return found[1] if found else None
