from pathlib import Path
from typing import Any

import pytest

from data.record import record_store
from data.storage.engines.duckdb_store import DuckDBStore
from tests.data.storage.children.processes import rest, running, said
from tests.invented.records import NEXT_YEAR, tag_of

ROUNDS, SAVES_BEFORE_THE_KILL = 5, 40


def killed_while_writing(path: Path) -> list[Any]:
    """What a process had acknowledged when it was killed between one save and another, or in the middle of one."""
    with running("write_for_ever", path) as process:
        acknowledged = [said(process) for _ in range(SAVES_BEFORE_THE_KILL)]
        process.kill()
        return acknowledged + rest(process)


def newest(acknowledged: list[Any]) -> dict[str, int]:
    return {key: number for key, number in acknowledged}


def test_no_acknowledged_save_is_lost_when_the_process_is_killed(private_store: Path) -> None:
    expected: dict[str, int] = {}
    for _ in range(ROUNDS):
        expected |= newest(killed_while_writing(private_store))
        store = DuckDBStore(private_store)

        found = {key: int(tag_of(record_store.read(store, key, keep_until=NEXT_YEAR)) or -1) for key in expected}
        store.close()

        # A save that was killed before it was acknowledged may have been made all the same.
        assert {key: number for key, number in expected.items() if found[key] < number} == {}


@pytest.mark.parametrize("half", [b"", b"half a database"])
def test_a_first_start_that_was_killed_does_not_stop_the_next(private_store: Path, half: bytes) -> None:
    """Half a file lies only where it is prepared, never where it is looked for."""
    private_store.with_name(private_store.name + ".new").write_bytes(half)
    private_store.with_name(private_store.name + ".new.wal").write_bytes(half)

    store = DuckDBStore(private_store)

    assert store.is_writable()
    assert list(private_store.parent.glob("*.new*")) == []
    store.close()
