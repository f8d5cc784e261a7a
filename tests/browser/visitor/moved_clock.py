"""A day that a test can move. Imported before the application by a server under test (see `served`), and by nothing that people run."""

import os
from datetime import date, timedelta
from pathlib import Path
from unittest.mock import patch

from bench.server import ROOT, Server
from components.session import visit

_FILE = "MOVED_CLOCK"


class Clock:
    """How many days a server is ahead of the calendar."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self.move(0)

    def move(self, days: int) -> None:
        """From now on the server takes today for that many days later."""
        self._say(str(days))

    def stop(self) -> None:
        """From now on whoever asks for the day meets an error."""
        self._say("stopped")

    def _say(self, what: str) -> None:
        # In one step: a file that is written in place is empty for a moment, in which the server may look.
        new = self._file.with_suffix(".new")
        new.write_text(what)
        new.replace(self._file)


def served(folder: Path) -> tuple[Server, Clock]:
    """The application as it is, with a clock that can be moved: the same pages, and app.py after one more import."""
    clock = Clock(folder / "days")
    (folder / "pages").symlink_to(ROOT / "pages")
    script = folder / "app.py"
    script.write_text(f"import {__name__}\n{(ROOT / 'app.py').read_text()}")
    return Server(script, folder=folder, settings={_FILE: str(folder / "days")}, health="/healthz"), clock


def _ahead() -> timedelta:
    return timedelta(days=int(Path(os.environ[_FILE]).read_text()))


_today, _day = visit.today, visit.day


def _moved_today() -> date:
    return _today() + _ahead()


def _moved_day() -> date:
    return _day() + _ahead()


if _FILE in os.environ:
    patch.object(visit, "today", _moved_today).start()
    patch.object(visit, "day", _moved_day).start()
