"""The files of the open database as they lie on the disk, where somebody may move, remove or replace them under a running server."""

import os
from pathlib import Path

from data.errors import DatabaseGone
from data.storage import database_file

# More than the largest record that anybody has (docs/measured.md), so that what passes here lets a save pass as well.
_LIKE_A_SAVE = bytes(256 * 1024)


class HeldFile:
    """Which file was opened, told apart from any other at its path. Made anew whenever the database is opened."""

    def __init__(self, path: Path) -> None:
        self._path, self._log_path = path, database_file.sibling(path, ".wal")
        self._opened = _identity(path)
        self._log = _identity(self._log_path)

    def check(self) -> None:
        """Raises DatabaseGone where what is saved would be gone at the next stop, because the path leads elsewhere."""
        if _identity(self._path) != self._opened:
            raise DatabaseGone("database_gone")

    def log_is_gone(self) -> bool:
        """Whether the log of what was saved last was taken away; what it holds is in memory still."""
        return self._log is not None and _identity(self._log_path) != self._log

    def wrote(self) -> None:
        """After a write: a log that is new is findable after a power cut only once its folder is on the disk."""
        log = _identity(self._log_path)
        if log not in (None, self._log):
            database_file.sync(self._path.parent)
        self._log = log

    def try_room(self) -> None:
        """Raises OSError where the disk has no room for as much as a save writes."""
        # Hidden, so that no backup takes it for a part of the database.
        probe = self._path.with_name(f".{self._path.name}.probe")
        try:
            with probe.open("wb") as file:
                file.write(_LIKE_A_SAVE)
                file.flush()
                os.fsync(file.fileno())
        finally:
            probe.unlink(missing_ok=True)


def _identity(path: Path) -> tuple[int, int] | None:
    try:
        found = path.stat()
    except FileNotFoundError:
        return None
    # Not its size or its day: a copy that was put back has the same path and may be alike in everything else.
    return found.st_dev, found.st_ino
