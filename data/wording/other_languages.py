"""One sentence in each of the languages that Rekindle does not speak: that it is in English for now."""

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field

from data.content import files
from data.content.files import Content, Text
from data.content.language import Language

# In no language's folder: it is the same whatever else is read in.
_BESIDE_THEM = Language("en", Path(files.__file__).parent)


class OtherLanguage(Content):
    tag: Text
    says: Text
    close: Text

    @property
    def direction(self) -> Literal["ltr", "rtl"]:
        return Language(self.tag, _BESIDE_THEM.folder).direction


class _OtherLanguages(Content):
    languages: Annotated[tuple[OtherLanguage, ...], Field(alias="language", min_length=1)]


def load() -> tuple[OtherLanguage, ...]:
    return files.load(_OtherLanguages, "other_languages", _BESIDE_THEM).languages


def asked_for(tag: str, offered: Sequence[Language]) -> OtherLanguage | None:
    """What to say to whoever's browser asks for that tag; None where their language is offered, or where we know no sentence in it."""
    language = tag.lower().split("-")[0]
    if language in {one.tag.lower().split("-")[0] for one in offered}:
        return None
    known = {one.tag.lower(): one for one in load()}
    return known.get(tag.lower()) or known.get(language)
