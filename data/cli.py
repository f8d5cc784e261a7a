"""What one may do from the command line: `python -m data.cli mix` while no server runs, the others at any time."""

import argparse
import sys
from collections.abc import Sequence
from datetime import UTC, date, datetime
from pathlib import Path

from data.content import pseudo_language
from data.content.language import ENGLISH, Language
from data.errors import BadContent, DatabaseInUse, RekindleError, StoreTrouble, WrongDay
from data.groups import cohort_store
from data.retention import day_store
from data.retention.day_store import KnownDay
from data.settings import settings
from data.storage.store import Store
from data.wording import error_words, every_file


def main(words: Sequence[str]) -> int:
    """The exit code: 0 where it was done or was done before, 1 where it could not be."""
    said = error_words.load(ENGLISH).command
    parser = argparse.ArgumentParser(prog="python -m data.cli", description=said.description)
    tasks = parser.add_subparsers(dest="task", required=True)
    tasks.add_parser("mix", help=said.mix)
    confirming = tasks.add_parser("confirm-day", help=said.confirm)
    confirming.add_argument("day", type=date.fromisoformat, help=said.day)
    imitating = tasks.add_parser("pseudo-language", help=said.pseudo)
    imitating.add_argument("folder", type=Path, help=said.folder)
    asked = parser.parse_args(words)
    try:
        print(_done(asked))
    # Before its family: here nothing is wrong, because the server that holds the file mixes by itself.
    except DatabaseInUse as trouble:
        print(error_words.sentence(trouble, ENGLISH), said.server_mixes, file=sys.stderr)
        return 1
    except RekindleError as trouble:
        print(error_words.sentence(trouble, ENGLISH), file=sys.stderr)
        return 1
    return 0


def _done(asked: argparse.Namespace) -> str:
    if asked.task == "pseudo-language":
        return _imitate(asked.folder)
    return _mix() if asked.task == "mix" else _confirm(asked.day)


def _imitate(folder: Path) -> str:
    language = Language(folder.resolve().name, folder)
    if not language.is_known():
        raise BadContent("no_language", folder=language.tag)
    pseudo_language.write(folder)
    # Read back at once, so that a folder that would refuse a start is told here.
    every_file.read(language)
    return error_words.load(ENGLISH).command.made.format(folder=folder)


def _mix() -> str:
    _check_there()
    now, store = datetime.now(UTC), Store(settings().database, demo=settings().demo)
    try:
        # Mixing cannot be undone, so by a day in doubt nobody is mixed, here as under a server (docs/decisions.md 16).
        if not KnownDay(store).look(now.date()):
            raise StoreTrouble("day_in_doubt")
        done = cohort_store.run_daily(store, cohort_store.day_of(now))
    finally:
        store.close()
    said = error_words.load(ENGLISH).command
    return said.mixed if done else said.mixed_before


def _confirm(day: date) -> str:
    _check_there()
    clock = datetime.now(UTC).date()
    if not day_store.agrees(day, clock):
        raise WrongDay("wrong_day", clock=clock.isoformat())
    day_store.confirm(settings().database, day)
    return error_words.load(ENGLISH).command.confirmed.format(day=day)


def _check_there() -> None:
    if not settings().database.exists():
        # A mistyped path must not leave anything behind.
        raise StoreTrouble("no_database")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
