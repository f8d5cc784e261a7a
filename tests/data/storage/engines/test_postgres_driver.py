import subprocess
import sys
from pathlib import Path

import pytest

from data.storage.engines import postgres_driver

ROOT = Path(__file__).parents[4]
ASKED = "from data.storage.engines import opening, postgres_driver; postgres_driver.check()"


def test_where_the_driver_is_there_nothing_is_said() -> None:
    postgres_driver.check()

    assert "psycopg_pool" in sys.modules


@pytest.mark.parametrize("part", ["psycopg", "psycopg_pool"])
def test_a_driver_that_is_missing_or_not_whole_is_told_and_needed_for_nothing_else(part: str, tmp_path: Path) -> None:
    (tmp_path / f"{part}.py").write_text('raise ImportError("no pq wrapper available")')
    told = subprocess.run(
        [sys.executable, "-c", ASKED], cwd=ROOT, env={"PYTHONPATH": f"{tmp_path}:{ROOT}"}, text=True, capture_output=True, check=False
    )

    assert told.stderr.splitlines()[-1] == "data.errors.StoreTrouble: postgres_no_driver"
