"""The fonts that a PDF carries, and which of them a text needs. What no font has is shown as an empty box, never left out in silence."""

import unicodedata
from collections.abc import Iterable
from functools import cache
from importlib.resources import as_file, files
from pathlib import Path

from fpdf import FPDF
from fpdf.fonts import TTFFont
from uharfbuzz import Blob, Face

BODY, BOLD, HEADING = "Source Sans", "Source Sans Semibold", "Source Serif"

# An empty box that all three Source fonts have.
NO_LETTER = "\u2610"

_SOURCE = {
    BODY: ("font_source_sans_pro", "files/SourceSansPro-Regular.ttf"),
    BOLD: ("font_source_sans_pro", "files/SourceSansPro-Semibold.ttf"),
    HEADING: ("font_source_serif_pro", "files/SourceSerifPro-Semibold.ttf"),
}
# Joins letters or colours a picture; shows nothing itself, so a font that lacks it lacks nothing.
_UNSEEN = {"\u200b", "\u200c", "\u200d", "\u200e", "\u200f", "\u2060", "\ufeff", *map(chr, range(0xFE00, 0xFE10))}


@cache
def path(font: str) -> Path:
    package, inside = _SOURCE.get(font) or ("manimgx_fonts", font)
    with as_file(files(package) / inside) as found:
        return found


@cache
def fallbacks() -> tuple[str, ...]:
    """Noto, one font per script; upright ones only, the widest first."""
    found = (file.name for file in files("manimgx_fonts").iterdir() if file.name.endswith(".ttf") and "Italic" not in file.name)
    return tuple(sorted(found, key=lambda name: (not name.startswith("NotoSans["), name)))


def fallbacks_for(texts: Iterable[str]) -> tuple[str, ...]:
    """The fallbacks that these texts need: setting up a font costs time, and most texts need none."""
    missing = {letter for text in texts for letter in text} - _letters(BODY) - _UNSEEN
    chosen = []
    for font in fallbacks():
        if missing & _letters(font):
            chosen.append(font)
            missing -= _letters(font)
    return tuple(chosen)


def bring(page: FPDF, fonts: Iterable[str], texts: Iterable[str]) -> None:
    """Give the page those fonts, and whatever these texts need beside."""
    others = fallbacks_for(texts)
    for font in (*fonts, *others):
        page.add_font(font, "", path(font))
    page.set_fallback_fonts(list(others), exact_match=False)


def close(page: FPDF) -> None:
    """fpdf2 leaves the files of its fonts open until they happen to be collected."""
    for font in page.fonts.values():
        if isinstance(font, TTFFont):
            font.ttfont.close()


def is_plain(text: str) -> bool:
    """Whether the body font alone sets it, letter after letter."""
    return _letters(BODY).issuperset(text)


def printable(text: str) -> str:
    """The text with an empty box for every letter that no font has, and without what PDF has no sign for."""
    return "".join(_shown(letter) for letter in unicodedata.normalize("NFC", text))


def _shown(letter: str) -> str:
    if letter == "\t":
        return " "
    if unicodedata.category(letter) == "Cc" and letter != "\n":
        return NO_LETTER
    if letter == "\n" or letter in _letters(BODY) or any(letter in _letters(font) for font in fallbacks()):
        return letter
    return "" if letter in _UNSEEN else NO_LETTER


@cache
def _letters(font: str) -> frozenset[str]:
    return frozenset(map(chr, Face(Blob.from_file_path(path(font))).unicodes))
