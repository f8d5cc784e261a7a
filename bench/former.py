"""Rekindle as it was at 8e54aaf, unpacked from this repository's own history, for whatever is to cost no more than it did."""

import subprocess
import tarfile
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

from bench.server import ROOT

COMMIT = "8e54aaf"


@contextmanager
def unpacked() -> Iterator[Path | None]:
    """The folder it is in; None where there is no history, as in an archive."""
    packed = subprocess.run(["git", "archive", COMMIT], cwd=ROOT, capture_output=True, check=False).stdout
    if not packed:
        yield None
        return
    with TemporaryDirectory() as folder:
        with tarfile.open(fileobj=BytesIO(packed)) as archive:
            archive.extractall(folder, filter="data")
        yield Path(folder)
