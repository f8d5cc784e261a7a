import threading
from pathlib import Path

import pytest

from data.errors import StoreTrouble
from data.keys import new_key
from data.record import record_store
from data.storage.compaction import CompactionStage
from data.storage.engines.duckdb_store import DuckDBStore
from tests.invented.records import NEXT_YEAR, becoming, somebody, tag_of

# To ask is the first thing that whoever stops a server does; then they wait for their turn.
ASKED_SECONDS = 0.3


@pytest.mark.parametrize("stage", [stage for stage in CompactionStage if stage is not CompactionStage.REPLACED])
def test_a_rewrite_is_given_up_at_any_point_and_leaves_the_file_as_it_was(private_store: Path, stage: CompactionStage) -> None:
    store, key = DuckDBStore(private_store), new_key()
    record_store.change(store, key, becoming(somebody("here")), keep_until=NEXT_YEAR)
    former, stops = private_store.stat().st_ino, threading.Thread(target=store.give_up_rewriting)

    def watch(reached: CompactionStage) -> None:
        if reached is stage:
            stops.start()
            stops.join(ASKED_SECONDS)

    with pytest.raises(StoreTrouble, match="given_up"):
        store.rewrite(watch)
    stops.join()

    assert private_store.stat().st_ino == former or stage is CompactionStage.CLOSED
    assert list(private_store.parent.glob("*.new*")) == []
    assert tag_of(record_store.read(store, key, keep_until=NEXT_YEAR)) == "here"
    store.close()
