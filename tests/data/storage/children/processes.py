"""Starting the processes of `tests.data.storage.children.child`, and reading what they say."""

import json
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[4]


@contextmanager
def running(what: str, path: Path, *more: str) -> Iterator[subprocess.Popen[str]]:
    """The process, killed at the latest when the block ends."""
    command = [sys.executable, "-m", "tests.data.storage.children.child", what, str(path), *more]
    with subprocess.Popen(command, cwd=ROOT, text=True, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        try:
            yield process
        finally:
            process.kill()


def said(process: subprocess.Popen[str]) -> list[Any]:
    """The next thing that it says; an error where it says nothing more."""
    assert process.stdout is not None
    line = process.stdout.readline()
    assert line, "the process ended without a word"
    return list(json.loads(line))


def rest(process: subprocess.Popen[str]) -> list[list[Any]]:
    """Everything else that a process that ends or was killed had said; a line that it could not finish is left out."""
    assert process.stdout is not None
    return [json.loads(line) for line in process.stdout if line.endswith("\n")]
