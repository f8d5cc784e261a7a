"""A PostgreSQL whose one database lies on a small disk of its own: a real one, which gets full."""

import os
import pwd
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import mkdtemp

import psycopg
from psycopg import errors

from bench.server import free_port
from data.database_address import PostgresAddress
from tests import postgresql

_MEGABYTES = 40
# Named for the size and the owner of the disk, its folder, and the command that is to see it.
_MOUNTED = 'mount -t tmpfs -o size=$1m,mode=700,uid=$2 tmpfs "$3" && shift 3 && exec "$@"'
# PostgreSQL refuses to be root, also where root is only what somebody is called who may mount.
_UNPRIVILEGED = ["unshare", "--user", "--map-user=1000", "--"]


class SmallDisk:
    """The disk, as whoever fills it and makes room on it knows it."""

    def __init__(self, uri: str) -> None:
        self._uri = uri
        self.address = PostgresAddress(f"{uri.rpartition('/')[0]}/people")
        self._run(uri, "CREATE TABLE ballast (held BYTEA) TABLESPACE small")
        # Whoever is connected first writes a file, without which nobody is.
        self._run(self.address.uri, "SELECT 1")

    def fill(self) -> None:
        """Leave no room on it."""
        self._fill(("ballast", 1_000_000), ("ballast", 10_000))

    def fill_to_the_last_page(self) -> None:
        """Leave no room in what the database has of it either."""
        # Else the room of what was saved before would be kept for whoever saves the same row again.
        self._run(self.address.uri, "VACUUM record")
        self.fill()
        self._fill(("record", 2_500), ("record", 100))

    def make_room(self) -> None:
        self._run(self._uri, "DROP TABLE ballast")

    def _fill(self, *tables: tuple[str, int]) -> None:
        for table, size in tables:
            with suppress(errors.DiskFull):
                self._insert_for_ever(table, size)

    def _insert_for_ever(self, table: str, size: int) -> None:
        record = "INSERT INTO record VALUES (gen_random_uuid(), $1, DATE '2999-01-01')"
        uri, sql = (self.address.uri, record) if table == "record" else (self._uri, "INSERT INTO ballast VALUES ($1)")
        with psycopg.connect(uri, autocommit=True, cursor_factory=psycopg.RawCursor) as connection:
            while True:
                # What does not compress.
                connection.execute(sql.encode(), [os.urandom(size)])

    def _run(self, uri: str, sql: str) -> None:
        with psycopg.connect(uri, autocommit=True) as connection:
            connection.execute(sql.encode())


@contextmanager
def mounted() -> Iterator[SmallDisk]:
    """The disk and its server, both gone when the block ends."""
    bin = postgresql.tools()
    assert bin, postgresql.ADVICE
    # Not beneath pytest's own folder, which only its user may enter.
    folder, port = Path(mkdtemp(prefix="rekindle-small-disk-")), free_port()
    (folder / "disk").mkdir()
    root = os.geteuid() == 0
    as_postgres = ["runuser", "-u", "postgres", "--"] if root else []
    if root:
        for path in (folder, folder / "disk"):
            shutil.chown(path, "postgres")
    owner = pwd.getpwnam("postgres").pw_uid if root else 0
    seen = ["unshare", "--mount"] if root else ["unshare", "--map-root-user", "--mount"]
    within = [*seen, "sh", "-c", _MOUNTED, "sh", str(_MEGABYTES), str(owner), str(folder / "disk"), *(as_postgres or _UNPRIVILEGED)]
    options = f"-p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories={folder} -c fsync=off -c autovacuum=off"

    def run(*command: str | Path) -> None:
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL, cwd=folder)

    run(*as_postgres, bin / "initdb", "-D", folder / "data", "-A", "trust", "-U", "postgres", "-E", "UTF8", "--no-locale", "--no-sync")
    try:
        run(*within, bin / "pg_ctl", "-D", folder / "data", "-w", "-l", folder / "log", "-o", options, "start")
        uri = f"postgresql://postgres@127.0.0.1:{port}/postgres"
        with psycopg.connect(uri, autocommit=True) as connection:
            connection.execute(f"CREATE TABLESPACE small LOCATION '{folder / 'disk'}'".encode())
            connection.execute("CREATE DATABASE people TEMPLATE template0 TABLESPACE small")
        yield SmallDisk(uri)
    finally:
        run(*as_postgres, bin / "pg_ctl", "-D", folder / "data", "-w", "-m", "immediate", "stop")
        shutil.rmtree(folder)
