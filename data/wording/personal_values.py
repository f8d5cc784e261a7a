"""The values to pick from in the journal, as content; one's own words are kept as they are."""

from collections.abc import Iterable
from typing import Annotated

from pydantic import Field, StringConstraints

from data.content import files
from data.content.files import Content, Text
from data.content.language import Language
from data.instrument.questions import Id


class ListedValue(Content):
    """One value and what it can mean at work."""

    id: Id
    name: Annotated[Text, StringConstraints(max_length=40)]
    meaning: Text


class _Values(Content):
    # As many as are picked, or whoever has no words of their own could not answer.
    values: Annotated[tuple[ListedValue, ...], Field(alias="value", min_length=5)]


def load(language: Language) -> tuple[ListedValue, ...]:
    """The list in its order, in that language."""
    return files.load(_Values, "values", language).values


def names(picked: Iterable[str], language: Language) -> tuple[str, ...]:
    """What was picked as people read it: the name of a listed value, and own words as they are."""
    listed = {value.id: value.name for value in load(language)}
    return tuple(listed.get(value, value) for value in picked)
