"""A real PostgreSQL of the tests' own. `python -m tests.postgresql` installs what it needs (make test calls it)."""

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from tempfile import mkdtemp
from time import sleep

import psycopg

from bench.server import free_port

_INSTALLED = Path("/usr/lib/postgresql")
_LOOKS_EVERY_SECONDS = 0.02
ADVICE = "The tests try every statement on PostgreSQL. On Debian or Ubuntu: apt-get install postgresql; elsewhere install it, then again."


def tools() -> Path | None:
    """The folder of the newest server that is here, where Debian has it or on the path."""
    found = sorted(_INSTALLED.glob("*/bin/initdb"), key=lambda tool: int(tool.parts[-3]))
    elsewhere = shutil.which("initdb")
    return found[-1].parent if found else Path(elsewhere).parent if elsewhere else None


def ensure() -> None:
    """Install one unless it is here. Ends the process if that does not work."""
    as_root = [] if os.geteuid() == 0 else ["sudo", "-n"]
    if not tools() and shutil.which("apt-get") and (not as_root or shutil.which("sudo")):
        command = [*as_root, "sh", "-c", "apt-get update -q && apt-get install -y -q --no-install-recommends postgresql"]
        print("No PostgreSQL here; trying:", " ".join(command), flush=True)
        subprocess.run(command, stdin=subprocess.DEVNULL, env={**os.environ, "DEBIAN_FRONTEND": "noninteractive"}, check=False)
    if not tools():
        sys.exit(ADVICE)


class Cluster:
    """A server of its own on a free port of this machine alone, with everything that it holds; it can be killed, copied and promoted.

    With `durable` it waits for the disk as one in use does; nothing of a test has to survive a power cut.
    """

    def __init__(self, *, durable: bool = False) -> None:
        bin = tools()
        assert bin, ADVICE
        # Not beneath pytest's own folder, which only its user may enter: PostgreSQL refuses to be root.
        self.folder, self.port = Path(mkdtemp(prefix="rekindle-postgres-")), free_port()
        self.uri = f"postgresql://postgres@127.0.0.1:{self.port}/postgres"
        self._bin, self._durable = bin, durable
        self._as_postgres = ["runuser", "-u", "postgres", "--"] if os.geteuid() == 0 else []
        if self._as_postgres:
            shutil.chown(self.folder, "postgres")

    def make(self) -> None:
        """Lay down what a server needs that holds nothing yet."""
        self._run("initdb", "-A", "trust", "-U", "postgres", "-E", "UTF8", "--no-locale", "--no-sync")

    def copy(self, uri: str) -> None:
        """Lay down a copy of the server there, which follows it from its start on."""
        self._run("pg_basebackup", "-d", uri, "-R", "-X", "stream", "-c", "fast", "--no-sync")

    def start(self) -> None:
        """Wait until it answers."""
        fsync = f"-c fsync={'on' if self._durable else 'off'}"
        options = f"-p {self.port} -c listen_addresses=127.0.0.1 -c unix_socket_directories= {fsync}"
        self._run("pg_ctl", "-w", "-l", str(self.folder / "log"), "-o", options, "start")

    def confirm_changes_by_a_copy(self) -> None:
        """From here on nothing is acknowledged that the server does not hold as well that follows this one."""
        self._set("synchronous_standby_names = '*'")
        with psycopg.connect(self.uri, autocommit=True) as connection:
            while not connection.execute("SELECT 1 FROM pg_stat_replication WHERE sync_state = 'sync'").fetchall():
                sleep(_LOOKS_EVERY_SECONDS)

    def promote(self) -> None:
        """Let a copy take changes, and follow nobody any more."""
        self._run("pg_ctl", "-w", "promote")
        self._set("synchronous_standby_names = ''")

    def clear(self) -> None:
        """Let go of everything that it holds, while it does not run."""
        shutil.rmtree(self.folder / "data")

    def kill(self) -> None:
        """End every process of it at once, as a power cut would (kill -9)."""
        pids = self._signal(signal.SIGKILL)
        # We are not their parent, so nothing tells that they are gone but that they are.
        while any(_runs(pid) for pid in pids):
            sleep(_LOOKS_EVERY_SECONDS)
        # Nobody may come for its remains, and then the next one takes it for one that runs.
        (self.folder / "data" / "postmaster.pid").unlink()

    @contextmanager
    def frozen(self) -> Iterator[None]:
        """For as long as the block lasts, none of its processes does anything: its machine takes what is sent, and nobody answers."""
        self._signal(signal.SIGSTOP)
        try:
            yield
        finally:
            self._signal(signal.SIGCONT)

    def remove(self) -> None:
        """Stop it if it runs, and leave nothing behind."""
        if (self.folder / "data" / "postmaster.pid").exists():
            self._run("pg_ctl", "-w", "-m", "immediate", "stop", check=False)
        shutil.rmtree(self.folder)

    def _signal(self, sig: signal.Signals) -> list[int]:
        """Send it to every process of the server; which these are."""
        first = int((self.folder / "data" / "postmaster.pid").read_text().split()[0])
        # The first one first, so that it starts no others.
        pids = [first, *_children(first)]
        for pid in pids:
            with suppress(ProcessLookupError):
                os.kill(pid, sig)
        return pids

    def _set(self, setting: str) -> None:
        with psycopg.connect(self.uri, autocommit=True) as connection:
            connection.execute(f"ALTER SYSTEM SET {setting}".encode())
            connection.execute("SELECT pg_reload_conf()")

    def _run(self, tool: str, *words: str, check: bool = True) -> None:
        command: list[str | Path] = [*self._as_postgres, self._bin / tool, "-D", self.folder / "data", *words]
        subprocess.run(command, check=check, stdout=subprocess.DEVNULL, cwd=self.folder)


@contextmanager
def clusters(*, durable: bool = False) -> Iterator[Callable[[], Cluster]]:
    """Makes as many as are asked for, which are thrown away when the block ends."""
    with ExitStack() as stack:

        def another() -> Cluster:
            cluster = Cluster(durable=durable)
            stack.callback(cluster.remove)
            return cluster

        yield another


@contextmanager
def running(*, durable: bool = False) -> Iterator[str]:
    """The address of a server that runs for as long as the block lasts."""
    with clusters(durable=durable) as another:
        cluster = another()
        cluster.make()
        cluster.start()
        yield cluster.uri


def _children(pid: int) -> list[int]:
    return [int(child) for child in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]


def _runs(pid: int) -> bool:
    """Whether it is there and not just waits to be forgotten by its parent."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except FileNotFoundError:
        return False


if __name__ == "__main__":
    ensure()
