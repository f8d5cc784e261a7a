"""Changing one's own record, with an apology where that fails."""

from collections.abc import Callable

from components.screen import errors
from components.session import visit
from data.errors import RekindleError
from data.record.record import Record


def done(make: Callable[[Record], Record]) -> bool:
    """Whether the change is safely on disk; where it is not, the screen says why and nothing else has changed."""
    try:
        visit.change(make)
    except RekindleError as error:
        errors.show(error)
        return False
    return True
