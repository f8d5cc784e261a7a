"""Mixing everybody who waits, against nothing but opening as many sealed rows."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter

from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
from cryptography.hazmat.primitives.hpke import AEAD, KDF, KEM, Suite

from bench import counted
from bench.line import Goal, Line
from bench.server import ROOT
from bench.walks import REKINDLE
from data.groups import cohort_store
from data.storage.engines.duckdb_store import DuckDBStore

_PEOPLE, _ROUNDS = 100_000, 3
# As long as what is sealed of one submission (data/storage/waiting/waiting_seal.py).
_SEALED_BYTES = 320
# A process keeps the peak of the one it was forked from, so the command is started by one that holds next to nothing.
_LAUNCH = """
import resource, subprocess, sys
subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL, check=True)
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
"""


def lines() -> Iterator[Line]:
    """People per second in one mixing, taking turns with opening alone; and the memory of the command for a hundred thousand."""
    with TemporaryDirectory() as folder:
        speeds = [_speeds(Path(folder) / f"{number}.duckdb") for number in range(_ROUNDS)]
        ours, theirs = (median(column) for column in zip(*speeds, strict=True))
        goal = Goal(0.5, at_least=True)
        yield Line.of("people mixed in a second", {REKINDLE.name: ours, "opening": theirs}, "", goal)
        crowd = Path(folder) / "crowd.duckdb"
        with closing(DuckDBStore(crowd)) as store:
            counted.wait(store, _PEOPLE)
        values = {REKINDLE.name: _peak(crowd), "nobody": _peak(crowd)}
        yield Line.of("memory to mix 100,000 at once, peak", values, "MiB", Goal(1024, "MiB"))


def _speeds(path: Path) -> tuple[float, float]:
    with closing(DuckDBStore(path)) as store:
        counted.wait(store, _PEOPLE)
    theirs = _opening()
    with closing(DuckDBStore(path)) as store:
        began = perf_counter()
        cohort_store.run_daily(store, counted.DAY)
        ours = perf_counter() - began
    return _PEOPLE / ours, _PEOPLE / theirs


def _opening() -> float:
    """How long the library alone takes to open that many rows, one after the other."""
    suite, private = Suite(KEM.X25519, KDF.HKDF_SHA256, AEAD.AES_256_GCM), X25519PrivateKey.generate()
    sealed = suite.encrypt(bytes(_SEALED_BYTES), private.public_key())
    began = perf_counter()
    for _ in range(_PEOPLE):
        suite.decrypt(sealed, private)
    return perf_counter() - began


def _peak(path: Path) -> float:
    """The most memory that the command held, in MiB; its second run finds nobody waiting."""
    command = [sys.executable, "-c", _LAUNCH, sys.executable, "-m", "data.cli", "mix"]
    settings = os.environ | {"REKINDLE_DATABASE": str(path), "REKINDLE_SECRET_FILE": f"{path}.secret"}
    done = subprocess.run(command, cwd=ROOT, env=settings, capture_output=True, check=True, text=True)
    return int(done.stdout) / 1024
