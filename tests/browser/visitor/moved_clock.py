"""A day that a test can move. Imported before the application by a server under test (see `served`), and by nothing that people run."""

import os
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from unittest.mock import patch

from bench.server import ROOT, Server
from components.session import visit

_FILE = "MOVED_CLOCK"
# Beside that file: by how many seconds the clock of the machine is wrong, and a byte for each time that it was read.
_JUMPED, _READ = ".jumped", ".read"


class Clock:
    """How many days a server is ahead of the calendar."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self.move(0)
        self.jump(0)

    def move(self, days: int) -> None:
        """From now on the server takes today for that many days later."""
        self._say(str(days))

    def jump(self, days: int) -> None:
        """From now on the clock itself is wrong by that many days, for the server to believe or not."""
        self._wrong_by(timedelta(days=days))

    def show(self, moment: datetime) -> None:
        """From now on the clock goes on from that moment."""
        self._wrong_by(moment - datetime.now(UTC))

    def times_read(self) -> int:
        """How often the server has looked at the clock so far."""
        read = self._file.with_suffix(_READ)
        return read.stat().st_size if read.exists() else 0

    def _wrong_by(self, time: timedelta) -> None:
        _write(self._file.with_suffix(_JUMPED), str(time.total_seconds()))

    def stop(self) -> None:
        """From now on whoever asks for the day meets an error."""
        self._say("stopped")

    def _say(self, what: str) -> None:
        _write(self._file, what)


def _write(file: Path, what: str) -> None:
    # In one step: a file that is written in place is empty for a moment, in which the server may look.
    new = file.with_suffix(".new")
    new.write_text(what)
    new.replace(file)


def served(folder: Path, **settings: str) -> tuple[Server, Clock]:
    """The application as it is, with a clock that can be moved: the same pages, and app.py after one more import."""
    clock = Clock(folder / "days")
    (folder / "pages").symlink_to(ROOT / "pages")
    script = folder / "app.py"
    script.write_text(f"import {__name__}\n{(ROOT / 'app.py').read_text()}")
    return Server(script, folder=folder, settings={_FILE: str(folder / "days"), **settings}, health="/readyz"), clock


def _ahead() -> timedelta:
    return timedelta(days=int(Path(os.environ[_FILE]).read_text()))


_now, _today = visit.now, visit.utc_today


def _jumped_now() -> datetime:
    file = Path(os.environ[_FILE])
    with file.with_suffix(_READ).open("a") as read:
        read.write(".")
    return _now() + timedelta(seconds=float(file.with_suffix(_JUMPED).read_text()))


def _moved_today() -> date:
    return _today() + _ahead()


if _FILE in os.environ:
    patch.object(visit, "now", _jumped_now).start()
    # Every other day of a visit is worked out from this one.
    patch.object(visit, "utc_today", _moved_today).start()
