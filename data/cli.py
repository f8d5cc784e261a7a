"""What one may do from the command line: `python -m data.cli backup FILE` and others (docs/operating.md has them all)."""

import argparse
import sys
from argparse import Namespace
from collections.abc import Callable, Sequence
from contextlib import closing
from datetime import UTC, date, datetime
from pathlib import Path

from data import database_address
from data.content import pseudo_language
from data.content.language import ENGLISH, Language
from data.database_address import Database
from data.errors import BadContent, DatabaseInUse, RekindleError, StoreTrouble, WrongDay
from data.groups import cohort_store, waiting_store
from data.retention import day_store, upkeep
from data.retention.day_store import KnownDay
from data.settings import settings
from data.storage import backup, backup_door
from data.storage.engines import postgres_driver
from data.storage.engines.duckdb_store import DuckDBStore
from data.storage.engines.opening import open_store
from data.storage.waiting.server_secret import ServerSecret
from data.wording import error_words, every_file
from data.wording.error_words import CommandWords


def main(words: Sequence[str]) -> int:
    """The exit code: 0 where it was done or was done before, 1 where it could not be."""
    said = error_words.load(ENGLISH).command
    asked = _parser(said).parse_args(words)
    try:
        print(TASKS[asked.task](asked))
    except RekindleError as trouble:
        # Nothing is wrong then: the server that holds the file mixes by itself.
        comfort = [said.server_mixes] if isinstance(trouble, DatabaseInUse) and asked.task == "mix" else []
        print(error_words.sentence(trouble, ENGLISH), *comfort, file=sys.stderr)
        return 1
    return 0


def _parser(said: CommandWords) -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m data.cli", description=said.description)
    tasks = parser.add_subparsers(dest="task", required=True)
    tasks.add_parser("mix", help=said.mix)
    tasks.add_parser("confirm-day", help=said.confirm).add_argument("day", type=date.fromisoformat, help=said.day)
    tasks.add_parser("pseudo-language", help=said.pseudo).add_argument("folder", type=Path, help=said.folder)
    for task, told in (("backup", said.backup), ("restore", said.restore)):
        tasks.add_parser(task, help=told).add_argument("file", type=_path, help=said.file)
    tasks.add_parser("move", help=said.move).add_argument("--to", metavar="URL", required=True, help=said.to)
    return parser


def _path(word: str) -> Path:
    return Path(word).expanduser().resolve()


def _imitate(asked: Namespace) -> str:
    folder: Path = asked.folder
    language = Language(folder.resolve().name, folder)
    if not language.is_known():
        raise BadContent("no_language", folder=language.tag)
    pseudo_language.write(folder)
    # Read back at once, so that a folder that would refuse a start is told here.
    every_file.read(language)
    return error_words.load(ENGLISH).command.made.format(folder=folder)


def _mix(_: Namespace) -> str:
    _check_there()
    now, store = datetime.now(UTC), open_store(settings().database, demo=settings().demo, secret_file=settings().secret_file)
    try:
        # Mixing cannot be undone, so by a day in doubt nobody is mixed, here as under a server (docs/decisions.md 16).
        if not KnownDay(store).look(now.date()):
            raise StoreTrouble("day_in_doubt")
        before = cohort_store.count_people(store)
        done = cohort_store.run_daily(store, cohort_store.day_of(now))
        people, rounds = cohort_store.count_people(store) - before, waiting_store.count_sealed_rounds(store)
        # What was erased leaves the disk as it does under a server.
        upkeep.rewrite_now(store)
    finally:
        store.close()
    said = error_words.load(ENGLISH).command
    return (said.mixed if done else said.mixed_before).format(people=people, rounds=rounds)


def _confirm(asked: Namespace) -> str:
    _check_there()
    day: date = asked.day
    clock = datetime.now(UTC).date()
    if not day_store.agrees(day, clock):
        raise WrongDay("wrong_day", clock=clock.isoformat())
    database = settings().database
    if isinstance(database, Path):
        day_store.confirm(database, day)
    else:
        with closing(open_store(database, demo=settings().demo, secret_file=settings().secret_file)) as store:
            day_store.write_down(store, clock)
    return error_words.load(ENGLISH).command.confirmed.format(day=day)


def _back_up(asked: Namespace) -> str:
    path, to = _file(), asked.file
    _check_there()
    backup.check_target(to)
    with backup_door.asked(path) as holds:
        backup.deliver(path, to, _prepared_here(path) if holds is None else holds)
    return error_words.load(ENGLISH).command.backed_up.format(file=to)


def _prepared_here(path: Path) -> str:
    """While no server runs, this process is the one that may hold the database."""
    with closing(DuckDBStore(path, demo=settings().demo, secret_file=settings().secret_file)) as store:
        return store.back_up()


def _restore(asked: Namespace) -> str:
    source: Path = asked.file
    before = backup.restore(_file(), source, demo=settings().demo)
    said = error_words.load(ENGLISH).command
    return said.restored_beside.format(file=source, before=before) if before else said.restored.format(file=source)


def _move(asked: Namespace) -> str:
    _check_there()
    to = _address(asked.to)
    postgres_driver.check()
    # Only here, so that every other command runs without the driver.
    from data.storage.moving.move import move

    moved = move(settings().database, to, ServerSecret(settings().secret_file), demo=settings().demo)
    said = error_words.load(ENGLISH).command
    return said.moved.format(place=to, rows=sum(moved.values()), tables=len(moved), records=moved["record"])


def _address(word: str) -> Database:
    try:
        to = database_address.read(word)
    except ValueError:
        raise StoreTrouble("move_no_address") from None
    return _path(word) if isinstance(to, Path) else to


def _file() -> Path:
    database = settings().database
    if not isinstance(database, Path):
        raise StoreTrouble("not_for_postgres")
    return database


def _check_there() -> None:
    database = settings().database
    if isinstance(database, Path) and not database.exists():
        # A mistyped path must not leave anything behind.
        raise StoreTrouble("no_database")


TASKS: dict[str, Callable[[Namespace], str]] = {
    "mix": _mix,
    "confirm-day": _confirm,
    "backup": _back_up,
    "restore": _restore,
    "move": _move,
    "pseudo-language": _imitate,
}

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
