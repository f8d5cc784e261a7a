"""What Rekindle itself writes into the log of the server, such as how much retention erased."""

import logging

# Everybody else is heard from a warning on, by Python's own default.
_OURS = ("data", "components", "rekindle")


def write_ours() -> None:
    """From now on what we do by ourselves is in the log, and not only what goes wrong."""
    logging.basicConfig(format="%(message)s")
    for name in _OURS:
        logging.getLogger(name).setLevel(logging.INFO)
