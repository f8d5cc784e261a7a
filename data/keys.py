"""Keys: 128 random bits that open one thing each. What one looks like, how one is made and told from others; never what it opens."""

import re
import secrets
from enum import StrEnum
from hashlib import sha256

# 22 letters carry 132 bits of which a key uses 128; the last one holds only the final two, so that one key has one spelling.
KEY_FORM = r"[A-Za-z0-9_-]{21}[AQgw]"

_KEY = re.compile(KEY_FORM)
# Far more than anybody could try out (docs/security.md 1.1), and short enough for a link that is copied by hand.
KEY_BYTES = 16
# 64 bits: enough to tell apart the few keys that one device ever holds.
_FINGERPRINT_LETTERS = 16


class Kind(StrEnum):
    """What a key opens. Part of every derivation, so no kind implies another."""

    # Its names are a part of every derivation: one that is renamed finds no row any more (docs/security.md 2.2).
    OWN = "own"
    # What a team hands out: to take part in its round, to see its totals, to open and close rounds.
    JOIN = "join"
    INSIGHTS = "insights"
    MANAGE = "manage"
    VIEWER = "viewer"
    # What the holder of an own key looks at before it becomes a link.
    PREVIEW = "preview"


def new_key() -> str:
    """128 random bits as 22 letters."""
    return secrets.token_urlsafe(KEY_BYTES)


def fingerprint(key: str) -> str:
    """Tells one key from another, and leads back to neither."""
    return sha256(key.encode()).hexdigest()[:_FINGERPRINT_LETTERS]


def is_key(text: str) -> bool:
    """Whether the text has the form of a key; says nothing about whether it opens anything."""
    return _KEY.fullmatch(text) is not None
