from pathlib import Path

import pytest

from bench.soak.house import Damage
from bench.soak.soak import Soak
from data.storage.engines.duckdb_store import DuckDBStore


def test_a_few_kills_lose_double_and_halve_nothing(tmp_path: Path) -> None:
    soak = Soak.begun(tmp_path / "soak.duckdb")

    found = sum((soak.kill() for _ in range(4)), start=Damage()) + soak.look()

    assert found == Damage()
    assert soak.done.total() > 0


_COHORT = """
    INSERT INTO cohort (cohort_id, round_id, instrument, stage, people, mixed_on, in_totals)
    VALUES (999, NULL, 'rk-1.1', NULL, 10, DATE '2026-11-22', TRUE)
    """


@pytest.mark.parametrize(
    ("done_to_it", "told"),
    [
        ("DELETE FROM record", "lost"),
        (_COHORT, "doubled"),
        ("INSERT INTO lapsed VALUES (uuid())", "half"),
    ],
)
def test_what_is_gone_or_there_twice_when_the_next_process_looks_is_told(tmp_path: Path, done_to_it: str, told: str) -> None:
    soak = Soak.begun(tmp_path / "soak.duckdb")
    soak.kill()
    while not any(life.saved for life in soak.house.lives):
        soak.kill()
    soak.look()
    store = DuckDBStore(soak.path)
    store.write(done_to_it, [])
    store.close()

    assert getattr(soak.look(), told) > 0
