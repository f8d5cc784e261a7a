"""A real PostgreSQL of the tests' own. `python -m tests.postgresql` installs what it needs (make test calls it)."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import mkdtemp

from bench.server import free_port

_INSTALLED = Path("/usr/lib/postgresql")
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


@contextmanager
def running(*, durable: bool = False) -> Iterator[str]:
    """The address of a server on a free port of this machine alone, which is thrown away when the block ends.

    With `durable` it waits for the disk as one in use does; nothing of a test has to survive a power cut.
    """
    bin = tools()
    assert bin, ADVICE
    # Not beneath pytest's own folder, which only its user may enter: PostgreSQL refuses to be root.
    folder, port = Path(mkdtemp(prefix="rekindle-postgres-")), free_port()
    as_postgres = ["runuser", "-u", "postgres", "--"] if os.geteuid() == 0 else []
    if as_postgres:
        shutil.chown(folder, "postgres")

    def run(tool: str, *words: str) -> None:
        subprocess.run([*as_postgres, bin / tool, "-D", folder / "data", *words], check=True, stdout=subprocess.DEVNULL, cwd=folder)

    options = f"-p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories={folder} -c fsync={'on' if durable else 'off'}"
    run("initdb", "-A", "trust", "-U", "postgres", "-E", "UTF8", "--no-locale", "--no-sync")
    try:
        run("pg_ctl", "-w", "-l", str(folder / "log"), "-o", options, "start")
        yield f"postgresql://postgres@127.0.0.1:{port}/postgres"
    finally:
        run("pg_ctl", "-w", "-m", "immediate", "stop")
        shutil.rmtree(folder)


if __name__ == "__main__":
    ensure()
