"""A day that a test can move. Imported before the application by a server under test (see `served`), and by nothing that people run."""

import os
from datetime import date, datetime, timedelta
from pathlib import Path
from unittest.mock import patch

from bench.server import ROOT, Server
from components.session import visit

_FILE = "MOVED_CLOCK"
# Beside that file: by how many days the clock of the machine is wrong.
_JUMPED = ".jumped"


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
        _write(self._file.with_suffix(_JUMPED), str(days))

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


def served(folder: Path) -> tuple[Server, Clock]:
    """The application as it is, with a clock that can be moved: the same pages, and app.py after one more import."""
    clock = Clock(folder / "days")
    (folder / "pages").symlink_to(ROOT / "pages")
    script = folder / "app.py"
    script.write_text(f"import {__name__}\n{(ROOT / 'app.py').read_text()}")
    return Server(script, folder=folder, settings={_FILE: str(folder / "days")}, health="/readyz"), clock


def _ahead() -> timedelta:
    return timedelta(days=int(Path(os.environ[_FILE]).read_text()))


_now, _today = visit.now, visit.utc_today


def _jumped_now() -> datetime:
    return _now() + timedelta(days=int(Path(os.environ[_FILE]).with_suffix(_JUMPED).read_text()))


def _moved_today() -> date:
    return _today() + _ahead()


if _FILE in os.environ:
    patch.object(visit, "now", _jumped_now).start()
    # Every other day of a visit is worked out from this one.
    patch.object(visit, "utc_today", _moved_today).start()
