"""A real server in a process of its own, on a free port, with a database of its own."""

import os
import signal
import socket
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from time import monotonic, sleep
from types import TracebackType
from typing import Protocol, Self
from urllib.error import URLError
from urllib.request import ProxyHandler, build_opener

ROOT = Path(__file__).resolve().parent.parent
# A cold start takes a few seconds; on a machine busy with other starts it took over a minute. One that dies is noticed at once.
_START_SECONDS = 180.0
_TICKS = os.sysconf("SC_CLK_TCK")
_PAGE_BYTES = os.sysconf("SC_PAGE_SIZE")
# No browser is opened, no file is watched and nobody is told: only serving is measured.
_OPTIONS = {
    "server.address": "127.0.0.1",
    "server.headless": "true",
    "server.fileWatcherType": "none",
    "browser.gatherUsageStats": "false",
}


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
    return port


def resident_bytes(process: Path) -> int:
    """Memory that a process holds right now, by its folder in /proc."""
    return int((process / "statm").read_text().split()[1]) * _PAGE_BYTES


def cpu_seconds(pid: int) -> float:
    """Processor time that a process has used so far, all threads, in steps of a hundredth of a second."""
    # Counted from behind the name, which stands in brackets and may hold spaces; 11 and 12 are user and system time.
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / _TICKS


class Process(Protocol):
    """What a server needs of the process it runs in."""

    @property
    def pid(self) -> int: ...
    def poll(self) -> int | None: ...
    def send_signal(self, sig: int) -> None: ...
    def wait(self, timeout: float | None = None) -> int: ...


class Server:
    """`streamlit run SCRIPT`, from `start` (or `with`) to `stop`. The folder holds its database and its log; given none, it is thrown away.

    `start` raises RuntimeError with the end of the log if the server does not come up."""

    def __init__(
        self,
        script: Path,
        *,
        folder: Path | None = None,
        settings: Mapping[str, str] | None = None,
        cwd: Path = ROOT,
        health: str = "/_stcore/health",
    ) -> None:
        self._thrown_away = TemporaryDirectory() if folder is None else None
        self.folder = folder or Path(self._thrown_away.name if self._thrown_away else "")
        self.database = self.folder / "rekindle.duckdb"
        self.log_file = self.folder / "server.log"
        self.port = free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self._script, self._cwd, self._health = script, cwd, health
        self._settings = {"REKINDLE_DATABASE": str(self.database), "REKINDLE_BASE_URL": self.url} | dict(settings or {})
        # Where whoever opens the database by itself looks for it as well.
        self._settings.setdefault("REKINDLE_SECRET_FILE", f"{self._settings['REKINDLE_DATABASE']}.secret")
        self._process: Process | None = None

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.stop()
        if self._thrown_away:
            self._thrown_away.cleanup()

    @property
    def pid(self) -> int:
        if self._process is None:
            raise RuntimeError("The server is not running.")
        return self._process.pid

    @property
    def log(self) -> str:
        return self.log_file.read_text(errors="replace")

    def start(self) -> None:
        """Start, or start again on the same port and database, and wait until it answers."""
        self._process = self._launched()
        self._wait_until_healthy()

    def stop(self) -> None:
        """Ask it to end, and wait until it has."""
        self._end(signal.SIGTERM)

    def kill(self) -> None:
        """End it at once, as a power cut would (kill -9)."""
        self._end(signal.SIGKILL)

    def cpu_seconds(self) -> float:
        """Processor time used since the start, all threads, in steps of a hundredth of a second."""
        return cpu_seconds(self.pid)

    def resident_bytes(self) -> int:
        """Memory that the process holds right now."""
        return resident_bytes(Path(f"/proc/{self.pid}"))

    def _launched(self) -> Process:
        options = [f"--{name}={value}" for name, value in (_OPTIONS | {"server.port": str(self.port)}).items()]
        with self.log_file.open("ab") as log:
            return subprocess.Popen(
                [sys.executable, "-m", "streamlit", "run", str(self._script), *options],
                cwd=self._cwd,
                env=os.environ | self._settings,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=subprocess.STDOUT,
            )

    def _wait_until_healthy(self) -> None:
        deadline = monotonic() + _START_SECONDS
        while not self.is_healthy():
            if monotonic() > deadline or (self._process and self._process.poll() is not None):
                self.kill()
                raise RuntimeError(f"{self._script} did not start; its log ends with: {self.log[-2000:]}")
            sleep(0.05)

    def is_healthy(self) -> bool:
        try:
            with build_opener(ProxyHandler({})).open(self.url + self._health, timeout=5) as answer:
                return bool(answer.status == 200)
        except (URLError, ConnectionError, TimeoutError):
            return False

    def _end(self, how: signal.Signals) -> None:
        if self._process is not None:
            self._process.send_signal(how)
            self._process.wait(timeout=_START_SECONDS)
            self._process = None
