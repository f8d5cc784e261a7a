"""What an operator may do from the command line while no server runs: `python -m data.cli seal`."""

import argparse
import sys
from collections.abc import Sequence
from datetime import UTC, datetime

from data.errors import DatabaseInUse, RekindleError, StoreTrouble
from data.groups import cohort_store
from data.settings import settings
from data.storage.store import Store


def main(words: Sequence[str]) -> int:
    """The exit code: 0 where it was done or was done before, 1 where it could not be."""
    parser = argparse.ArgumentParser(prog="python -m data.cli", description="Tend the database of REKINDLE_DATABASE.")
    parser.add_argument("task", choices=("seal",), help="mix everybody who waits, as the server does by itself every day")
    parser.parse_args(words)
    try:
        print(_seal())
    except DatabaseInUse as trouble:
        print(f"{trouble} A server that runs seals by itself.", file=sys.stderr)
        return 1
    except RekindleError as trouble:
        print(trouble, file=sys.stderr)
        return 1
    return 0


def _seal() -> str:
    if not settings().database.exists():
        # A mistyped path must not leave an empty database behind.
        raise StoreTrouble("There is no database at REKINDLE_DATABASE, so there is nobody to seal; set it as the server has it.")
    store = Store(settings().database, demo=settings().demo)
    try:
        done = cohort_store.tick(store, cohort_store.day_of(datetime.now(UTC)))
    finally:
        store.close()
    return "Sealed: whoever could be mixed is counted now." if done else "Nothing to do: today's sealing was done before."


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
