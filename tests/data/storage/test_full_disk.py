from pathlib import Path

import pytest

from data.storage.compaction import CompactionStage
from tests.data.storage.children.processes import rest, running


def test_a_full_disk_refuses_saves_keeps_reads_and_ends_when_there_is_room(private_store: Path) -> None:
    with running("save_until_full", private_store) as process:
        while_full, with_room, after_a_restart = rest(process)

    assert while_full == ["DiskFull", False, True]
    assert with_room == [True, True, "2"]
    assert after_a_restart == [True, "2"]


def test_a_log_that_cannot_be_written_back_loses_nothing_and_saving_goes_on_with_room(private_store: Path) -> None:
    with running("save_until_the_log_cannot_be_written_back", private_store) as process:
        facts = rest(process)

    assert facts == [["DiskFull", True, True]]


@pytest.mark.parametrize("stage", [CompactionStage.STARTED, CompactionStage.VERIFIED])
def test_a_rewrite_without_room_leaves_everything_usable_and_is_made_up_for_later(private_store: Path, stage: CompactionStage) -> None:
    """At the second stage it is the checkpoint that fails, after which DuckDB refuses everything until it is opened again."""
    with running("run_out_of_room_while_rewriting", private_store, stage) as process:
        while_full, with_room = rest(process)

    assert while_full == ["DiskFull", True, True, []]
    assert with_room == [True, "2"]
