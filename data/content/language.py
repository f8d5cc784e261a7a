"""A language is a folder of content files, named by its tag. Its dates, its numbers and its direction follow from the tag."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal

from babel import Locale, UnknownLocaleError

# Our English is British, and so are its dates.
_LOCALES = {"en": "en-GB"}
# What a browser may ask for at most: more is no wish, and every one is compared.
_MOST_ASKED = 20


@dataclass(frozen=True)
class Language:
    """One language that people may read Rekindle in: its tag as browsers say it, such as `de` or `pt-BR`, and its folder.

    of_others: whether what is said is about somebody else, "they" in place of "you"."""

    tag: str
    folder: Path
    of_others: bool = False

    @property
    def locale(self) -> Locale:
        """What Babel knows of it. UnknownLocaleError or ValueError for a tag that it does not know."""
        return _locale(_LOCALES.get(self.tag, self.tag))

    @property
    def direction(self) -> Literal["ltr", "rtl"]:
        """Whether it is written from the left or from the right."""
        return "rtl" if self.locale.text_direction == "rtl" else "ltr"

    @property
    def name(self) -> str:
        """What it calls itself."""
        own = Locale.parse(self.tag, sep="-")
        return own.get_display_name(own) or self.tag

    def is_known(self) -> bool:
        """Whether the folder is named by a tag that dates and numbers can follow."""
        try:
            return bool(self.locale)
        except (UnknownLocaleError, ValueError):
            return False


ENGLISH = Language("en", Path(__file__).parent / "en")


def languages(folder: Path | None) -> tuple[Language, ...]:
    """English, then every language of an operator's own folder, in the order of their tags."""
    own = sorted(path for path in folder.iterdir() if path.is_dir()) if folder else []
    return (ENGLISH, *(Language(path.name, path) for path in own))


def choose(offered: Sequence[Language], asked: Iterable[str]) -> Language:
    """The first of the asked tags that is offered, by its whole or by its language without a region; else the first that is offered."""
    for tag in list(asked)[:_MOST_ASKED]:
        wanted = tag.strip().lower()
        # First the very tag, then its language alone: Portuguese of another country is nearer than English.
        for language in offered:
            if wanted == language.tag.lower():
                return language
        for language in offered:
            if wanted.split("-")[0] == language.tag.lower().split("-")[0]:
                return language
    return offered[0]


@cache
def _locale(tag: str) -> Locale:
    return Locale.parse(tag, sep="-")
