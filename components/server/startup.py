"""Before anything is served: the settings, the words and the database, or one sentence why not."""

import logging
import sys
from importlib import import_module

from altair.utils import schemapi

from components.server import access_log, log_lines
from components.session import language, resources
from data.content.language import ENGLISH
from data.errors import BadContent, RekindleError
from data.wording import error_words, every_file

# What only the profile needs takes seconds to import; the first person to finish should not wait for it.
_SLOW_TO_IMPORT = "components.profile.all_sections"


def prepare_or_exit() -> None:
    """Read and open everything that serving needs; where something is wrong, end with a sentence and no traceback."""
    log_lines.keep_to_one_line()
    logging.getLogger(access_log.LOGGER).addFilter(access_log.WithoutKeys())
    # Our own charts hold to the schema, and tests draw them checked. Checking took half of the time in which a profile was drawn.
    schemapi.disable_debug_mode()
    try:
        for spoken in language.offered():
            every_file.read(spoken)
        resources.store()
        import_module(_SLOW_TO_IMPORT)
    except RekindleError as error:
        sys.exit(_why_not(error))


def _why_not(error: RekindleError) -> str:
    try:
        return error_words.load(ENGLISH).not_started.format(why=error_words.sentence(error, ENGLISH))
    except BadContent as broken:
        # The very file of these words has a mistake, so that the values must speak for themselves.
        return str(broken)
