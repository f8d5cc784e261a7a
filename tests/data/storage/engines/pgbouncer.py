"""A real PgBouncer of the tests' own, in transaction mode. Called as a module it installs what it needs (make test does)."""

import os
import shutil
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import mkdtemp
from time import monotonic, sleep
from urllib.parse import urlsplit

from bench.server import free_port
from data.database_address import PostgresAddress

ADVICE = "The tests try a pooler before PostgreSQL. On Debian or Ubuntu: apt-get install pgbouncer; elsewhere install it, then again."
# Fewer than there are clients, so that each statement may come to another connection of the server than the one before.
_CONFIGURATION = """
[databases]
* = host={host} port={port}
[pgbouncer]
listen_addr = 127.0.0.1
listen_port = {listens}
unix_socket_dir =
auth_type = trust
auth_file = {folder}/users
pool_mode = transaction
default_pool_size = 3
logfile = {folder}/log
"""
_PATIENCE_SECONDS, _BETWEEN_LOOKS_SECONDS = 30, 0.02


def program() -> str | None:
    """Where it is. Debian has it where only root's path leads."""
    return shutil.which("pgbouncer", path=f"{os.environ.get('PATH', '')}:/usr/sbin")


def ensure() -> None:
    """Install one unless it is here. Ends the process if that does not work."""
    as_root = [] if os.geteuid() == 0 else ["sudo", "-n"]
    if not program() and shutil.which("apt-get") and (not as_root or shutil.which("sudo")):
        command = [*as_root, "sh", "-c", "apt-get update -q && apt-get install -y -q --no-install-recommends pgbouncer"]
        print("No PgBouncer here; trying:", " ".join(command), flush=True)
        subprocess.run(command, stdin=subprocess.DEVNULL, env={**os.environ, "DEBIAN_FRONTEND": "noninteractive"}, check=False)
    if not program():
        sys.exit(ADVICE)


@contextmanager
def pooling(server: str) -> Iterator[str]:
    """The address of a pooler before that server, as long as the block lasts."""
    assert program(), ADVICE
    folder, port = Path(mkdtemp(prefix="rekindle-pgbouncer-")), free_port()
    to = urlsplit(server)
    (folder / "ini").write_text(_CONFIGURATION.format(host=to.hostname, port=to.port, listens=port, folder=folder))
    (folder / "users").write_text(f'"{to.username}" ""\n')
    # As PostgreSQL, it refuses to be root.
    user = "postgres" if os.geteuid() == 0 else None
    if user:
        for file in (folder, *folder.iterdir()):
            shutil.chown(file, user)
    command = [str(program()), "--quiet", str(folder / "ini")]
    pooler = subprocess.Popen(command, stdin=subprocess.DEVNULL, stderr=subprocess.DEVNULL, user=user)
    try:
        _wait_for(pooler, port)
        yield to._replace(netloc=f"{to.username}@127.0.0.1:{port}").geturl()
    finally:
        pooler.terminate()
        pooler.wait()
        shutil.rmtree(folder)


def through(pooler: str, address: PostgresAddress) -> PostgresAddress:
    """The same database by way of the pooler."""
    return PostgresAddress(f"{pooler.rpartition('/')[0]}/{address.uri.rpartition('/')[2]}")


def _wait_for(pooler: subprocess.Popen[bytes], port: int) -> None:
    until = monotonic() + _PATIENCE_SECONDS
    while monotonic() < until and pooler.poll() is None:
        with suppress(OSError), socket.create_connection(("127.0.0.1", port)):
            return
        sleep(_BETWEEN_LOOKS_SECONDS)
    raise AssertionError("PgBouncer did not start.")


if __name__ == "__main__":
    ensure()
