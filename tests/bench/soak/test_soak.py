from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from bench.soak.house import Damage
from bench.soak.kept import InFile, OnPair, OnServer
from bench.soak.soak import Soak
from tests import postgresql


@pytest.fixture
def soak(tmp_path: Path) -> Iterator[Soak]:
    """A file with eight visitors in its one process."""
    with Soak.begun(InFile(str(tmp_path / "soak.duckdb")), tmp_path) as soak:
        yield soak


def test_a_few_kills_lose_double_and_halve_nothing(soak: Soak) -> None:
    found = sum((soak.kill() for _ in range(4)), start=Damage())

    assert found == Damage()
    assert soak.ledger.done.total() > 0


@pytest.mark.parametrize("engine", [OnServer, OnPair])
def test_a_few_kills_of_replicas_and_of_their_server_lose_double_and_halve_nothing(
    engine: type[OnServer] | type[OnPair], tmp_path: Path
) -> None:
    with postgresql.clusters() as another, Soak.begun(engine(another), tmp_path) as soak:
        found = soak.kill() + soak.kill(fails=True) + soak.kill()

    assert found == Damage()
    assert soak.ledger.done.total() > 0


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
def test_what_is_gone_or_there_twice_when_somebody_looks_is_told(soak: Soak, done_to_it: str, told: str) -> None:
    while not any(life.saved for life in soak.ledger.house.lives):
        soak.kill()
    with closing(soak.shared.opened()) as store:
        store.write(done_to_it, [])

    assert getattr(soak.look(), told) > 0
