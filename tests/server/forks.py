"""Servers from a process that has already imported what takes long: a start is then a fork, a second of work instead of four.

A forked process calls the very function that `streamlit run`, `uvicorn` or `python app.py` calls, and imports the application itself.
`python -m tests.server.forks` is the process that they are forked from.
"""

import ctypes
import json
import os
import runpy
import signal
import struct
import subprocess
import sys
from collections.abc import Mapping
from importlib import import_module
from pathlib import Path
from threading import Lock
from time import monotonic, sleep
from types import TracebackType
from typing import Any, NoReturn, Self

from bench.server import ROOT, Process, Server

WAYS = ("streamlit", "uvicorn", "python")
_FOREIGN = (
    "streamlit.web.cli",
    "streamlit.web.bootstrap",
    "streamlit.web.server.starlette.starlette_app",
    "uvicorn.main",
    "altair",
    "pandas",
    "pyarrow",
    "duckdb",
    "pydantic_settings",
    "segno",
    "cryptography.hazmat.primitives.ciphers.aead",
)
_CAPABILITY_VERSION_3 = 0x20080522
# Two triples of 32 bits, all of them zero.
_NO_CAPABILITIES = 24
# A refusal takes about a second; whatever runs for this long has started.
_PATIENCE_SECONDS, _BETWEEN_LOOKS_SECONDS = 90, 0.05


class Forks:
    """The process that forks, from `with` to its end. Whatever was forked and still runs then is ended too."""

    def __enter__(self) -> Self:
        self._lock = Lock()
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.server.forks"], cwd=ROOT, text=True, stdin=subprocess.PIPE, stdout=subprocess.PIPE
        )
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        with self._process as process:
            assert process.stdin is not None
            process.stdin.close()

    def start(self, way: str, *, folder: Path, log: Path, port: int, settings: Mapping[str, str], bound: bool = False) -> "Fork":
        """A server of the application in the folder; if `bound`, the permissions of files hold for it even where root started it."""
        asked = {"way": way, "folder": str(folder), "log": str(log), "port": port, "settings": dict(settings), "bound": bound}
        return Fork(self, self._ask(asked))

    def ended(self, pid: int, *, wait: bool) -> int | None:
        """The exit code of what was forked, negative for a signal; None while it runs."""
        code: int | None = self._ask({"pid": pid, "wait": wait})
        return code

    def _ask(self, asked: Mapping[str, object]) -> Any:
        assert self._process.stdin is not None and self._process.stdout is not None
        with self._lock:
            print(json.dumps(asked), file=self._process.stdin, flush=True)
            return json.loads(self._process.stdout.readline())


class Fork:
    """A forked process, as `bench.server` handles one."""

    def __init__(self, forks: Forks, pid: int) -> None:
        self.pid = pid
        self._forks = forks
        self._code: int | None = None

    def poll(self) -> int | None:
        self._code = self._forks.ended(self.pid, wait=False) if self._code is None else self._code
        return self._code

    def wait(self, timeout: float | None = None) -> int:
        """The exit code. What is waited for has been told to end, so no time is needed."""
        self._code = self._forks.ended(self.pid, wait=True) if self._code is None else self._code
        assert self._code is not None
        return self._code

    def send_signal(self, sig: int) -> None:
        if self.poll() is None:
            os.kill(self.pid, sig)


class ForkedServer(Server):
    """A server like any other, only quicker to start.

    Started as `python app.py` it listens where its configuration says, so that way is for starts that are refused.

    Attributes:
        app: the folder of the application.
    """

    def __init__(
        self,
        forks: Forks,
        folder: Path,
        *,
        way: str = "uvicorn",
        app: Path = ROOT,
        settings: Mapping[str, str] | None = None,
        bound: bool = False,
        health: str = "/readyz",
    ) -> None:
        super().__init__(app / "app.py", folder=folder, settings=settings, health=health)
        self.app = app
        self._forks, self._way, self._bound = forks, way, bound

    def _launched(self) -> Process:
        return self._forks.start(self._way, folder=self.app, log=self.log_file, port=self.port, settings=self._settings, bound=self._bound)

    def refused(self) -> int:
        """Start, and wait for the end; the exit code. Fails where the server starts after all."""
        process, patience = self._launched(), monotonic() + _PATIENCE_SECONDS
        while process.poll() is None:
            if monotonic() > patience:
                process.send_signal(signal.SIGKILL)
                raise AssertionError(f"The server was not refused: {self.log}")
            sleep(_BETWEEN_LOOKS_SECONDS)
        return process.wait()


def _serve() -> None:
    """Fork whenever asked, until nobody asks any more."""
    for module in _FOREIGN:
        import_module(module)
    pids: set[int] = set()
    for line in sys.stdin:
        asked = json.loads(line)
        if "way" in asked:
            pids.add(pid := _forked(asked))
            print(pid, flush=True)
        else:
            code = _code_of(asked["pid"], wait=asked["wait"])
            pids -= set() if code is None else {asked["pid"]}
            print(json.dumps(code), flush=True)
    for pid in pids:
        os.kill(pid, signal.SIGKILL)


def _forked(asked: dict[str, Any]) -> int:
    pid = os.fork()
    if pid == 0:
        _become_a_server(asked)
    return pid


def _code_of(pid: int, *, wait: bool) -> int | None:
    found, status = os.waitpid(pid, 0 if wait else os.WNOHANG)
    return os.waitstatus_to_exitcode(status) if found else None


def _become_a_server(asked: dict[str, Any]) -> NoReturn:
    log = os.open(asked["log"], os.O_CREAT | os.O_WRONLY | os.O_APPEND, 0o600)
    os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
    os.dup2(log, 1)
    os.dup2(log, 2)
    if asked["bound"] and os.geteuid() == 0:
        _give_up_privileges()
    os.environ.update(asked["settings"])
    os.chdir(asked["folder"])
    sys.path[0] = asked["folder"]
    code = 1
    try:
        _run(asked["way"], asked["port"])
    except SystemExit as end:
        code = _said(end)
    finally:
        # Past the interpreter's own end: what the parent had open is not this process's to close.
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code)


def _give_up_privileges() -> None:
    """Without its capabilities root may write only where the permissions of files let it (capabilities(7))."""
    kernel = ctypes.CDLL(None, use_errno=True)
    if kernel.capset(struct.pack("Ii", _CAPABILITY_VERSION_3, 0), bytes(_NO_CAPABILITIES)):
        raise OSError(ctypes.get_errno(), "capset")


def _run(way: str, port: int) -> None:
    if way == "uvicorn":
        sys.argv = ["uvicorn", "app:app", "--port", str(port)]
        import_module("uvicorn.main").main()
    elif way == "streamlit":
        sys.argv = ["streamlit", "run", "app.py", "--server.port", str(port)]
        import_module("streamlit.web.cli").main()
    else:
        sys.argv = ["app.py"]
        runpy.run_path("app.py", run_name="__main__")


def _said(end: SystemExit) -> int:
    """The exit code, after the words that Python would have printed."""
    if end.code is None or isinstance(end.code, int):
        return end.code or 0
    print(end.code, file=sys.stderr)
    return 1


if __name__ == "__main__":
    _serve()
