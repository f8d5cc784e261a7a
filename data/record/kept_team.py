"""The teams that somebody organises and keeps in their own record: how each is opened again. Never counted, never shown to others."""

from datetime import date
from typing import Annotated

from pydantic import Field, StringConstraints

from data.instrument.answers import FrozenValue
from data.keys import KEY_FORM

_LONGEST_NAME = 40


class KeptTeam(FrozenValue):
    """One team in its organiser's list. The manage key leads to the other two; the name tells which team was meant once it is forgotten."""

    # Kept out of every repr, and so out of every log.
    key: Annotated[str, StringConstraints(pattern=f"^{KEY_FORM}$"), Field(repr=False)]
    name: Annotated[str, StringConstraints(max_length=_LONGEST_NAME)]
    kept_on: date
