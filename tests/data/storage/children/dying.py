"""An act that is killed before each of its statements in turn, every time on a fresh copy of the same database."""

import os
import shutil
import signal
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from typing import cast

from duckdb import DuckDBPyConnection

from data.storage.engines.duckdb_store import DuckDBStore
from data.storage.store import Cursor, Store


class Deadly(DuckDBStore):
    """Kills its process before the nth step: a statement of a transaction, its commit, or going on after it."""

    def __init__(self, path: Path, dies_at: int) -> None:
        super().__init__(path)
        self.left = dies_at

    @contextmanager
    def transaction(self) -> Iterator[DuckDBPyConnection]:
        with super().transaction() as cursor:
            yield cast(DuckDBPyConnection, Stepping(self, cursor))
            self.step()
        self.step()

    def write(self, sql: str, values: Sequence[object] = ()) -> int:
        self.step()
        return super().write(sql, values)

    def step(self) -> None:
        if self.left == 0:
            os.kill(os.getpid(), signal.SIGKILL)
        self.left -= 1


class Stepping:
    """The one method of a cursor that acts use."""

    def __init__(self, store: Deadly, cursor: Cursor) -> None:
        self.store, self.cursor = store, cursor

    def execute(self, sql: str, values: Sequence[object] = ()) -> Cursor:
        self.store.step()
        return self.cursor.execute(sql, values)


def deaths(path: Path, act: Callable[[Store], object]) -> Iterator[tuple[Path, bool]]:
    """Each copy, and whether its act died; the last one came through."""
    for dies_at in count():
        copy = path.with_name(f"died-{dies_at}.duckdb")
        shutil.copy(path, copy)
        if (secret := path.with_name(f"{path.name}.secret")).exists():
            shutil.copy(secret, copy.with_name(f"{copy.name}.secret"))
        died = _act_and_die(copy, act, dies_at)
        yield copy, died
        if not died:
            return


def _act_and_die(path: Path, act: Callable[[Store], object], dies_at: int) -> bool:
    # Forked before this process has opened any database, which would not survive it.
    child = os.fork()
    if child == 0:
        act(Deadly(path, dies_at))
        os._exit(0)
    return os.WIFSIGNALED(os.waitpid(child, 0)[1])
