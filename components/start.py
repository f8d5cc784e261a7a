"""Before anything is served: the settings, the words and the database, or one sentence why not."""

import logging
import sys

from components import apology, resources
from data.errors import RekindleError
from data.instrument import load as load_instrument
from data.instrument import versions


def or_explain() -> None:
    """Read and open everything that serving needs; where something is wrong, end with a sentence and no traceback."""
    logging.getLogger("streamlit.error_util").addFilter(apology.WithoutValues())
    try:
        resources.wording()
        for version in versions():
            load_instrument(version)
        resources.store()
    except RekindleError as error:
        sys.exit(f"Rekindle did not start. {error}")
