"""How the processes that are killed tell what is done in them, in the order in which it was done."""

import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from fcntl import LOCK_EX, LOCK_UN, flock
from pathlib import Path
from threading import Event, Lock

# The first day of a soak; a night leads to the next ones.
DAY = date(2026, 11, 22)
# A process speaks for itself by this number; visitors and the others begin at 0.
ITSELF = -1

_speaking = Lock()


class Resting(Exception):
    """Nothing of this kind is begun until what a kill did was looked at."""


def say(*facts: object) -> None:
    """One line at once, in one write, so that no other process speaks in between: what was said is what counts as acknowledged."""
    with _speaking:
        os.write(1, (json.dumps(facts) + "\n").encode())


class Calendar:
    """Which day it is, for all processes. Whatever moves somebody to be counted is told one after another, so that the order of lines is
    that of acts.

    The file holds the number of nights, and a mark while such an act is under way. One that is cut leaves its mark behind:
    what is done after it could not be told apart from it, so nothing of that kind is, until the mark is cleared.
    """

    def __init__(self, file: Path) -> None:
        self.nights = 0
        self.rests = Event()
        self._file = os.open(file, os.O_RDWR | os.O_CREAT, 0o600)
        self._mark = ""
        # Threads of a process share what they have opened, so the lock on the file tells them not apart.
        self._one_after_another = Lock()

    @property
    def today(self) -> date:
        return DAY + timedelta(days=self.nights)

    def cleared(self) -> None:
        """Take a mark away that was left behind. For whoever has looked, while everybody rests."""
        self._read()
        self._write("")

    @contextmanager
    def held(self) -> Iterator[None]:
        """While it is held nobody else joins, leaves, closes, counts or mixes. Raises Resting where one of them was cut."""
        with self._one_after_another, self._locked():
            self._read()
            if self._mark or self.rests.is_set():
                raise Resting
            yield

    @contextmanager
    def act(self, who: int, name: str, number: int = 0) -> Iterator[list[object]]:
        """What is done in the block is told, with whatever it puts into the list; to be held meanwhile."""
        # With the night that it may be by now, which is never gone back to.
        self._write("cut")
        with told(who, name, number) as came_of_it:
            yield came_of_it
        self._write("")

    @contextmanager
    def _locked(self) -> Iterator[None]:
        flock(self._file, LOCK_EX)
        try:
            yield
        finally:
            flock(self._file, LOCK_UN)

    def _read(self) -> None:
        nights, _, self._mark = os.pread(self._file, 100, 0).decode().strip().partition(" ")
        self.nights = int(nights or 0)

    def _write(self, mark: str) -> None:
        # Always as long, in one write, so that a kill leaves the one or the other.
        os.pwrite(self._file, f"{self.nights} {mark}".ljust(20).encode(), 0)


@contextmanager
def told(who: int, name: str, number: int = 0) -> Iterator[list[object]]:
    """What is done in the block is told, with whatever it puts into the list."""
    came_of_it: list[object] = []
    say(who, name, number, "begins")
    yield came_of_it
    say(who, name, number, "done", *came_of_it)
