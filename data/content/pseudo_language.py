"""A language that nobody speaks, made from English, by which it is seen whether anything on a screen is not content or has no room.

Every sentence has accents, is about a third longer and stands between marks of a script that runs from the right.
"""

import json
import re
from collections.abc import Mapping
from pathlib import Path

from data.content.files import documents, is_code
from data.content.language import ENGLISH

_RIGHT_TO_LEFT_MARK = "\u200f"
# The forms of a plural by name, gaps, icons, colours and sizes of Streamlit's Markdown, addresses, code.
_NO_WORDS = re.compile(
    r"\{\w+, plural,|\b(?:zero|one|two|few|many|other) \{|\}|\{\w+\}|:material/\w+:|:[a-z]+(?=\[)|https?://[^\s)]+|`[^`]*`"
)
# What begins a line of Markdown, and its end: the marks stand inside of both.
_LINE = re.compile(r"^(\s*(?:(?:[-*>#]+|\d+\.)\s+)?)(.*?)(\s*)$")
_ACCENTS = str.maketrans("acdeghijklnorstuwyzACDEGHIJKLNORSTUWYZ", "áčďéĝĥíĵķľňóřšťúŵýžÁČĎÉĜĤÍĴĶĽŇÓŘŠŤÚŴÝŽ")
# About every third letter is one of these.
_VOWELS = re.compile("[áéíóúÁÉÍÓÚ]")
# No words, though every language may have its own.
_ADDRESSES = frozenset({"url"})


def write(folder: Path) -> None:
    """Make the folder of the language; what it holds under the same names is replaced."""
    for name, document in documents(ENGLISH).items():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("".join(f"{key} = {_value((key,), value)}\n" for key, value in document.items()), encoding="utf-8")


def spoken(text: str) -> str:
    """A text as the language says it; gaps, icons, addresses and Markdown stay."""
    return "\n".join(_LINE.sub(_between_marks, line) for line in text.split("\n"))


def _between_marks(line: re.Match[str]) -> str:
    begins, words, ends = line.groups()
    return f"{begins}{_RIGHT_TO_LEFT_MARK}{_longer(words)}{_RIGHT_TO_LEFT_MARK}{ends}" if words else line[0]


def _longer(words: str) -> str:
    said, place = "", 0
    for kept in _NO_WORDS.finditer(words):
        said += _accented(words[place : kept.start()]) + kept[0]
        place = kept.end()
    return said + _accented(words[place:])


def _accented(words: str) -> str:
    return _VOWELS.sub(lambda vowel: vowel[0] * 2, words.translate(_ACCENTS))


def _value(path: tuple[str, ...], value: object) -> str:
    """A value as TOML writes it on one line: strings and numbers are written as in JSON."""
    if isinstance(value, Mapping):
        return "{ " + ", ".join(f"{name} = {_value((*path, name), inner)}" for name, inner in value.items()) + " }"
    if isinstance(value, list):
        return f"[{', '.join(_value(path, inner) for inner in value)}]"
    has_words = isinstance(value, str) and not is_code(path) and path[-1] not in _ADDRESSES
    return json.dumps(spoken(str(value)) if has_words else value, ensure_ascii=False)
