"""A gate that readers pass freely, until somebody closes it to change what is behind it."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager


class ReaderGate:
    """Readers pass side by side; whoever closes it waits until they are through, and later ones wait until it opens."""

    def __init__(self) -> None:
        self._changed = threading.Condition()
        self._passing = 0
        self._closed = False

    @contextmanager
    def reading(self) -> Iterator[None]:
        with self._changed:
            self._changed.wait_for(lambda: not self._closed)
            self._passing += 1
        try:
            yield
        finally:
            with self._changed:
                self._passing -= 1
                self._changed.notify_all()

    @contextmanager
    def exclusive(self) -> Iterator[None]:
        """Only one may close it at a time; the store's write lock sees to that."""
        with self._changed:
            # Before it waits: if readers still came in, a busy server might never be without one.
            self._closed = True
            self._changed.wait_for(lambda: self._passing == 0)
        try:
            yield
        finally:
            with self._changed:
                self._closed = False
                self._changed.notify_all()
