"""The values to pick from in the journal, as content; one's own words are kept as they are."""

from collections.abc import Iterable
from functools import cache
from typing import Annotated

from pydantic import Field, StringConstraints, ValidationError

from data.content.files import CONTENT, Content, Text, first_mistake, read_documents, refusal
from data.instrument.questions import Id

_FILE = "values"


class ListedValue(Content):
    """One value and what it can mean at work."""

    id: Id
    name: Annotated[Text, StringConstraints(max_length=40)]
    meaning: Text


class _Values(Content):
    values: Annotated[tuple[ListedValue, ...], Field(alias="value", min_length=5)]


@cache
def load() -> tuple[ListedValue, ...]:
    """The list in its order, read once per process; BadContent names the place of a mistake."""
    try:
        return _Values.model_validate(read_documents(CONTENT, (_FILE,))[_FILE]).values
    except ValidationError as error:
        _, mistake = first_mistake(error, {})
    raise refusal(f"{_FILE}.toml", mistake)


def names(picked: Iterable[str]) -> tuple[str, ...]:
    """What was picked as people read it: the name of a listed value, and own words as they are."""
    listed = {value.id: value.name for value in load()}
    return tuple(listed.get(value, value) for value in picked)
