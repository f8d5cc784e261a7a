"""Rekindle as it was at one commit, served beside today's: its own files, its own database, and a record that it wrote itself."""

import subprocess
import sys
import tarfile
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

from bench.server import ROOT, Server
from bench.walks import NO_LIMITS

NAME = "8e54aaf"
# In its own words: what was in which room then. The answers are those of today's `full_record` with one result.
_KEEP_ONE = """
import sys
from datetime import date, timedelta
from pathlib import Path
from data import records
from data.sealing import new_key
from data.store import Store
from tests.data import full_record

store, key = Store(Path(sys.argv[1])), new_key()
record = full_record.full(results=1, notes=0).model_copy(update={"shares": ()})
records.change(store, key, lambda _: record, keep_until=date.today() + timedelta(days=365))
store.close()
print(key)
"""


@contextmanager
def served() -> Iterator[tuple[Server, str]]:
    """It running, and the key of somebody with one result. Raises CalledProcessError in a clone that does not reach back so far."""
    with TemporaryDirectory() as folder:
        tree, kept = Path(folder, "tree"), Path(folder, "kept")
        kept.mkdir()
        # Its files alone: a worktree would leave a trace in the clone of whoever stops half way.
        packed = subprocess.run(["git", "archive", NAME], cwd=ROOT, capture_output=True, check=True).stdout
        with tarfile.open(fileobj=BytesIO(packed)) as files:
            files.extractall(tree, filter="data")
        server = Server(tree / "app.py", folder=kept, settings=NO_LIMITS, cwd=tree)
        command = [sys.executable, "-c", _KEEP_ONE, str(server.database)]
        key = subprocess.run(command, cwd=tree, capture_output=True, text=True, check=True).stdout.strip()
        with server:
            yield server, key
