"""Only the screen apologises: one calm sentence for whoever is here, one line without any value for the log."""

import logging
import secrets
import traceback
from collections.abc import Callable
from pathlib import Path

import streamlit as st

from components.screen import notices
from components.session import language, resources, visit
from data import figures
from data.errors import RekindleError
from data.record.record import Record
from data.wording import error_words

_LOG = logging.getLogger("rekindle")
_ROOT = Path(__file__).parents[2]


def show(error: RekindleError) -> None:
    """Say what happened, in the words of this visit."""
    st.error(_sentence(error), icon=":material/info:")


def leave(error: RekindleError) -> None:
    """Say it on the screen that is drawn next, above what is true by then."""
    notices.leave(_sentence(error))


def _sentence(error: RekindleError) -> str:
    figures.ERRORS.labels(type(error).__name__).inc()
    _LOG.warning("%s at %s", type(error).__name__, place(error))
    return error_words.sentence(error, language.current())


def attempt(make: Callable[[Record], Record]) -> bool:
    """Whether a change of one's own record is safely on disk; where it is not, the screen says why and nothing else has changed."""
    try:
        visit.change(make)
    except RekindleError as error:
        show(error)
        return False
    return True


def for_anything(error: Exception) -> bool:
    """Streamlit's last resort: a sentence instead of a traceback. True, because the screen then says enough."""
    if isinstance(error, RekindleError):
        show(error)
        return True
    # Six signs: few enough to be read out on a telephone, and enough to find one line in a log.
    number = secrets.token_hex(3)
    figures.ERRORS.labels(type(error).__name__).inc()
    _LOG.error("%s at %s, shown as number %s", type(error).__name__, place(error), number)
    st.error(resources.wording().frame.error.format(number=number), icon=":material/info:")
    return True


def place(error: BaseException) -> str:
    """Where in our own files an error came up, as file and line; never a message, which could hold an answer."""
    frames = traceback.extract_tb(error.__traceback__)
    # The virtual environment may lie within our folder, and is not ours.
    ours = [frame for frame in frames if Path(frame.filename).is_relative_to(_ROOT) and ".venv" not in frame.filename]
    last = ours[-1] if ours else frames[-1] if frames else None
    return f"{Path(last.filename).name}:{last.lineno}" if last else "an unknown place"
