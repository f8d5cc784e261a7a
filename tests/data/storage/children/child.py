"""Real processes that hold, fill and lose a database: `python -m tests.data.storage.children.child WHAT PATH`. Prints what it saw."""

import json
import os
import resource
import signal
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from itertools import count
from pathlib import Path

import duckdb

from data.errors import StoreTrouble
from data.groups import cohort_store
from data.keys import Kind, new_key
from data.record import record_store
from data.storage.compaction import CompactionStage, Watcher
from data.storage.engines.duckdb_store import DuckDBStore
from data.storage.store import Store
from tests.data.storage.children.acts import ACTS
from tests.data.storage.children.dying import deaths
from tests.invented.records import NEXT_YEAR, becoming, somebody, tag_of

NOBODY = 65534


def say(*facts: object) -> None:
    print(json.dumps(facts), flush=True)


def write_for_ever(path: Path) -> None:
    """Save new and known records, each said only when it is acknowledged."""
    store, keys = DuckDBStore(path), [new_key() for _ in range(20)]
    for number in count():
        key = keys[number % len(keys)]
        save(store, key, number)
        say(key, number)


def hold(path: Path) -> None:
    store = DuckDBStore(path)
    say("held")
    sys.stdin.read()
    store.close()


def hold_with_plain_duckdb(path: Path) -> None:
    with duckdb.connect(str(path)):
        say("held")
        sys.stdin.read()


def open_as_nobody(path: Path) -> None:
    """Root may write anywhere, so it becomes somebody else first; anybody else stays who they are."""
    # What Python and DuckDB load late is loaded while it may be read.
    with tempfile.TemporaryDirectory() as folder:
        DuckDBStore(Path(folder) / "warm.duckdb").close()
    if os.geteuid() == 0:
        os.setgroups([])
        os.setgid(NOBODY)
        os.setuid(NOBODY)
    say(refusal(lambda: DuckDBStore(path)))


def die_while_rewriting(path: Path, stage: str) -> None:
    def watch(reached: CompactionStage) -> None:
        if reached == stage:
            os.kill(os.getpid(), signal.SIGKILL)

    DuckDBStore(path).rewrite(watch)


def rewrite(path: Path) -> None:
    store = DuckDBStore(path)
    say("starting")
    store.rewrite()


def die_while_mixing(path: Path, day: str, manage: str) -> None:
    """The day's mixing, and then the counting of the round that it closed."""
    today = date.fromisoformat(day)

    def mix_and_count(store: Store) -> None:
        cohort_store.run_daily(store, today)
        cohort_store.count_rounds(store, manage, Kind.MANAGE, today)

    for copy, died in deaths(path, mix_and_count):
        say(str(copy), died)


def die_while_acting(path: Path, name: str, key: str, team: str) -> None:
    act = ACTS[name]
    for copy, died in deaths(path, lambda store: act(store, key, team)):
        say(str(copy), died)


def save_until_full(path: Path) -> None:
    """To DuckDB a limit on the size of files is a full disk."""
    store = DuckDBStore(path)
    keys = filled(store, 5)
    with largest_file(40_000):
        refused = fill(store, keys)
    with largest_file(path.with_name(path.name + ".wal").stat().st_size):
        # So much later a visit also extends the stay, which cannot be saved now.
        say(refused, store.is_writable(), all_there(store, keys, keep_until=date(2028, 1, 1)))
    save(store, keys[0], 2)
    say(store.is_writable(), all_there(store, keys), number_of(store, keys[0]))
    store.close()
    after = DuckDBStore(path)
    say(all_there(after, keys), number_of(after, keys[0]))


def save_until_the_log_cannot_be_written_back(path: Path) -> None:
    """DuckDB writes its log back into the file after 16 MB; when that fails, it refuses everything until it is opened again."""
    store, saved = DuckDBStore(path), 0
    for _ in range(20):
        save_a_megabyte(store)
    store.rewrite()
    with largest_file(path.stat().st_size):
        while (refused := refusal(lambda: save_a_megabyte(store))) == "none":
            saved += 1
    save_a_megabyte(store)
    (found,) = store.read("SELECT count(*) FROM record")[0]
    # The refused row may be there as well: it was in the log already.
    say(refused, saved > 0, found - 20 - saved - 1 in (0, 1))


def run_out_of_room_while_rewriting(path: Path, stage: str) -> None:
    store = DuckDBStore(path)
    keys = filled(store, 50)
    with largest_file_from(CompactionStage(stage), 4_096) as watch:
        refused = refusal(lambda: store.rewrite(watch))
        say(refused, all_there(store, keys), store.rewrite_due(), leftovers(path))
    save(store, keys[0], 2)
    store.rewrite()
    say(all_there(store, keys), number_of(store, keys[0]))


def filled(store: DuckDBStore, many: int) -> list[str]:
    keys = [new_key() for _ in range(many)]
    for key in keys:
        save(store, key, 1)
    return keys


def fill(store: DuckDBStore, keys: list[str]) -> str:
    """Save new records until that is refused; the name of the refusal."""

    def save_one_more() -> None:
        key = new_key()
        save(store, key, 1)
        keys.append(key)

    while True:
        if (refused := refusal(save_one_more)) != "none":
            return refused


def save_a_megabyte(store: DuckDBStore) -> None:
    store.write("INSERT INTO record VALUES (uuid(), $1, $2)", [os.urandom(1_000_000), NEXT_YEAR])


def save(store: DuckDBStore, key: str, number: int) -> None:
    # Keys for words: they do not compress, so that every save takes some room.
    record = somebody(str(number), words=new_key() * 7)
    record_store.change(store, key, becoming(record), keep_until=NEXT_YEAR)


def number_of(store: DuckDBStore, key: str) -> str:
    return tag_of(record_store.read(store, key, keep_until=NEXT_YEAR))


def all_there(store: DuckDBStore, keys: list[str], *, keep_until: date = NEXT_YEAR) -> bool:
    return all(record_store.read(store, key, keep_until=keep_until) for key in keys)


def refusal(act: Callable[[], object]) -> str:
    try:
        act()
    except StoreTrouble as trouble:
        return type(trouble).__name__
    return "none"


def leftovers(path: Path) -> list[str]:
    return [file.name for file in path.parent.glob(f"{path.name}.new*")]


@contextmanager
def largest_file(size: int) -> Iterator[None]:
    # Python ignores the signal that comes with it, so that a write fails with an error.
    usual = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, usual[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, usual)


@contextmanager
def largest_file_from(stage: CompactionStage, size: int) -> Iterator[Watcher]:
    usual = resource.getrlimit(resource.RLIMIT_FSIZE)

    def watch(reached: CompactionStage) -> None:
        if reached == stage:
            resource.setrlimit(resource.RLIMIT_FSIZE, (size, usual[1]))

    try:
        yield watch
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, usual)


if __name__ == "__main__":
    globals()[sys.argv[1]](Path(sys.argv[2]), *sys.argv[3:])
