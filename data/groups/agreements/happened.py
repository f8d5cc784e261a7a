"""What somebody says of an agreement of their team, in the round after it. Pure."""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import TypeAlias

# A team agrees on so many things after a round at most, each at a place of its own.
PLACES = (1, 2)


class Happened(StrEnum):
    """Whether what was agreed on has happened. The place in this list is the code, for ever."""

    YES = "yes"
    PARTLY = "partly"
    NO = "no"
    CANNOT_SAY = "cannot_say"


# By the place of the agreement; what was left open is not there.
Happenings: TypeAlias = Mapping[int, Happened]
NOTHING_ASKED: Happenings = MappingProxyType({})
