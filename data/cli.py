"""What an operator may do from the command line: `python -m data.cli seal` while no server runs, `confirm-day` at any time."""

import argparse
import sys
from collections.abc import Sequence
from datetime import UTC, date, datetime

from data.errors import DatabaseInUse, RekindleError, StoreTrouble, WrongDay
from data.groups import cohort_store
from data.retention import day_store
from data.retention.day_store import KnownDay
from data.settings import settings
from data.storage.store import Store


def main(words: Sequence[str]) -> int:
    """The exit code: 0 where it was done or was done before, 1 where it could not be."""
    parser = argparse.ArgumentParser(prog="python -m data.cli", description="Tend the database of REKINDLE_DATABASE.")
    tasks = parser.add_subparsers(dest="task", required=True)
    tasks.add_parser("seal", help="mix everybody who waits, as the server does by itself every day")
    confirming = tasks.add_parser("confirm-day", help="say that the clock of this machine is right, where the log asks for it")
    confirming.add_argument("day", type=date.fromisoformat, help="today, read off a calendar and not off this machine: YYYY-MM-DD")
    asked = parser.parse_args(words)
    try:
        print(_seal() if asked.task == "seal" else _confirm(asked.day))
    except DatabaseInUse as trouble:
        print(f"{trouble} A server that runs seals by itself.", file=sys.stderr)
        return 1
    except RekindleError as trouble:
        print(trouble, file=sys.stderr)
        return 1
    return 0


def _seal() -> str:
    _check_there()
    now, store = datetime.now(UTC), Store(settings().database, demo=settings().demo)
    try:
        if not KnownDay(store).look(now.date()):
            raise StoreTrouble("Nobody was sealed, because it is in doubt which day it is.")
        done = cohort_store.tick(store, cohort_store.day_of(now))
    finally:
        store.close()
    return "Sealed: whoever could be mixed is counted now." if done else "Nothing to do: today's sealing was done before."


def _confirm(day: date) -> str:
    _check_there()
    clock = datetime.now(UTC).date()
    if not day_store.agrees(day, clock):
        raise WrongDay(
            f"The clock of this machine says {clock}, so nothing was confirmed; set the clock right, and there is nothing to do."
        )
    day_store.confirm(settings().database, day)
    return f"The day {day} is confirmed. A server that runs takes it up within seconds, any other at its next start."


def _check_there() -> None:
    if not settings().database.exists():
        # A mistyped path must not leave anything behind.
        raise StoreTrouble("There is no database at REKINDLE_DATABASE, so nothing was done; set it as the server has it.")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
