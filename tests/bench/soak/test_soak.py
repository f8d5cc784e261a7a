from pathlib import Path

from bench.soak.house import Damage
from bench.soak.soak import Soak
from data.storage.store import Store


def test_a_few_kills_lose_double_and_halve_nothing(tmp_path: Path) -> None:
    soak = Soak.begun(tmp_path / "soak.duckdb")

    found = soak.kill() + soak.kill() + soak.look()

    assert found == Damage()
    assert soak.acts > 0


def test_a_row_that_is_gone_when_the_next_process_looks_is_told(tmp_path: Path) -> None:
    soak = Soak.begun(tmp_path / "soak.duckdb")
    soak.kill()
    while not any(life.saved for life in soak.house.lives):
        soak.kill()
    soak.look()
    store = Store(soak.path)
    with store.transaction() as cursor:
        cursor.execute("DELETE FROM record")
    store.close()

    assert soak.look().lost > 0
