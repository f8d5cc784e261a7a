"""Team names: the only words of one person that others are shown, so only what cannot do harm on a screen passes (docs/security.md 5.1)."""

import re
import unicodedata

from data.errors import NotATeamName

MAX_NAME = 40

# The first character is a letter or digit, so nothing starts a formula in a spreadsheet. Unlike escaping, this also stops directives.
# A first sign, a last one and 38 between them are MAX_NAME.
_ALLOWED = re.compile(r"[^\W_](?:[\w &'’().,+#/–-]{0,38}[\w).])?")
_STRANGE = re.compile(r"[^\w &'’().,+#/–-]")
# Streamlit makes links of these even where every mark is escaped.
_LINK_LIKE = re.compile(r"www\.|//|\.\w{2,}", re.IGNORECASE)
# Letters to Unicode, but drawn as nothing.
_INVISIBLE = re.compile("[\u115f\u1160\u3164\uffa0]")


def clean_team_name(text: str) -> str:
    """The name in composed form with single spaces. Raises NotATeamName for what may not be shown to others."""
    # NFKC writes a sign of another width as the sign itself, so that none gets past the list by its width.
    name = " ".join(unicodedata.normalize("NFKC", text).split())
    if strange := _STRANGE.search(name):
        raise NotATeamName("team_name_sign", sign=_told(strange[0]))
    if len(name) > MAX_NAME or not _ALLOWED.fullmatch(name) or _LINK_LIKE.search(name) or _INVISIBLE.search(name):
        raise NotATeamName("team_name", most=MAX_NAME)
    return name


def _told(sign: str) -> str:
    """The sign, or its number where it is drawn as nothing or drawn over another."""
    return f"U+{ord(sign):04X}" if unicodedata.category(sign)[0] in "CMZ" else sign
