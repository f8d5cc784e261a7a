"""A rewrite that is ended from outside, because a server that is to stop cannot wait for it."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress

import duckdb
from duckdb import DuckDBPyConnection

from data.errors import StoreTrouble
from data.storage.compaction import CompactionStage, Watcher


class GivingUp:
    """Whether rewrites are to end, and the statement that one is at."""

    def __init__(self) -> None:
        self._asked = threading.Event()
        self._at: DuckDBPyConnection | None = None

    def ask(self) -> None:
        """End what is under way, and let no rewrite come further. Between two statements there is nothing to end: ask again."""
        self._asked.set()
        if at := self._at:
            # Closed in this very moment: then there is nothing left to end.
            with suppress(duckdb.ConnectionException):
                at.interrupt()

    @contextmanager
    def at(self, cursor: DuckDBPyConnection) -> Iterator[None]:
        """What this cursor does may be ended."""
        self._at = cursor
        try:
            yield
        finally:
            self._at = None

    def before(self, watch: Watcher) -> Watcher:
        """The same watcher, which raises StoreTrouble once somebody has asked."""

        def watch_and_give_up(stage: CompactionStage) -> None:
            if self._asked.is_set():
                raise StoreTrouble("rewrite_given_up")
            watch(stage)

        return watch_and_give_up
