from collections.abc import Iterator
from pathlib import Path

import pytest

from bench.server import Server
from bench.visitor import Visitor

PROBE = Path(__file__).parent / "probe.py"


@pytest.fixture(scope="module")
def probe(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    folder = tmp_path_factory.mktemp("probe")
    (folder / "runs").touch()
    with Server(PROBE, folder=folder, settings={"PROBE_RUNS": str(folder / "runs")}, cwd=folder) as server:
        yield server


@pytest.fixture
def visitor(probe: Server) -> Iterator[Visitor]:
    with Visitor(probe.url, keep=True) as visitor:
        yield visitor
