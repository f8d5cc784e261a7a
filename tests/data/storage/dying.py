"""A mixing that is killed before each of its statements in turn, every time on a fresh copy of the same database."""

import os
import shutil
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from itertools import count
from pathlib import Path
from typing import cast

from data.groups import cohort_store
from data.storage.store import Cursor, Store


class Deadly(Store):
    """Kills its process before the nth step: a statement of a transaction, its commit, or going on after it."""

    def __init__(self, path: Path, dies_at: int) -> None:
        super().__init__(path)
        self.left = dies_at

    @contextmanager
    def writing(self) -> Iterator[Cursor]:
        with super().writing() as cursor:
            yield cast(Cursor, Stepping(self, cursor))
            self.step()
        self.step()

    def step(self) -> None:
        if self.left == 0:
            os.kill(os.getpid(), signal.SIGKILL)
        self.left -= 1


class Stepping:
    """The one method of a cursor that mixing uses."""

    def __init__(self, store: Deadly, cursor: Cursor) -> None:
        self.store, self.cursor = store, cursor

    def execute(self, sql: str, values: list[object] | None = None) -> Cursor:
        self.store.step()
        return self.cursor.execute(sql, values)


def deaths(path: Path, day: date) -> Iterator[tuple[Path, bool]]:
    """Each copy, and whether its mixing died; the last one came through."""
    for dies_at in count():
        copy = path.with_name(f"died-{dies_at}.duckdb")
        shutil.copy(path, copy)
        died = _mix_and_die(copy, day, dies_at)
        yield copy, died
        if not died:
            return


def _mix_and_die(path: Path, day: date, dies_at: int) -> bool:
    # Forked before this process has opened any database, which would not survive it.
    child = os.fork()
    if child == 0:
        cohort_store.tick(Deadly(path, dies_at), day)
        os._exit(0)
    return os.WIFSIGNALED(os.waitpid(child, 0)[1])
