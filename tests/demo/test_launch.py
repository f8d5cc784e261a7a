import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from itertools import takewhile
from pathlib import Path

from bench.server import free_port
from tests.data.processes import ROOT


def lines(process: subprocess.Popen[str]) -> Iterator[str]:
    assert process.stdout is not None
    return iter(process.stdout.readline, "")


def test_the_demonstration_prints_its_links_serves_and_leaves_nothing_behind(tmp_path: Path) -> None:
    port = free_port()
    environment = os.environ | {"TMPDIR": str(tmp_path), "PYTHONUNBUFFERED": "1"}
    command = [sys.executable, "-m", "demo", "--port", str(port)]
    with subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True) as process:
        try:
            # Streamlit's own line comes when it listens.
            said = list(takewhile(lambda line: "URL" not in line, lines(process)))
            there = [file.name for file in tmp_path.rglob("*.duckdb")]
        finally:
            process.send_signal(signal.SIGTERM)
            process.wait()

    assert "Demonstration with invented data" in "".join(said)
    assert sum(f"http://127.0.0.1:{port}/open#" in line for line in said) == 13
    assert there == ["demonstration.duckdb"]
    assert list(tmp_path.rglob("*.duckdb*")) == []
