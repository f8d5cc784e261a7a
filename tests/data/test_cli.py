import os
import random
import subprocess
import sys
from pathlib import Path

import pytest

from data.store import Store
from tests.data.crowd import anybody
from tests.data.processes import ROOT, running, said


def command(*words: str) -> subprocess.CompletedProcess[str]:
    """What an operator types, with the settings of this test."""
    return subprocess.run([sys.executable, "-m", "data.cli", *words], cwd=ROOT, env=os.environ, capture_output=True, text=True)


def waiting(path: Path, people: int) -> None:
    """So many people have finished, and no server runs any more."""
    store, dice = Store(path), random.Random(3)
    for _ in range(people):
        anybody(dice).wait(store)
    store.close()


def counted(path: Path) -> tuple[int, int]:
    """How many wait, and how many are in cohorts."""
    store = Store(path)
    ((wait, sealed),) = store.read("SELECT (SELECT count(*) FROM pending), (SELECT coalesce(sum(people), 0) FROM cohort)")
    store.close()
    return wait, int(sealed)


def test_the_command_seals_whoever_waits_and_says_so(private_store: Path) -> None:
    waiting(private_store, 12)

    done = command("seal")

    assert (done.returncode, done.stdout, done.stderr) == (0, "Sealed: whoever could be mixed is counted now.\n", "")
    assert counted(private_store) == (0, 12)


def test_the_command_given_twice_counts_nobody_twice(private_store: Path) -> None:
    waiting(private_store, 12)
    command("seal")

    again = command("seal")

    assert (again.returncode, again.stdout) == (0, "Nothing to do: today's sealing was done before.\n")
    assert counted(private_store) == (0, 12)


def test_fewer_people_than_a_group_needs_go_on_waiting(private_store: Path) -> None:
    waiting(private_store, 9)

    assert command("seal").returncode == 0
    assert counted(private_store) == (9, 0)


def test_while_a_server_holds_the_file_the_command_says_so_and_changes_nothing(private_store: Path) -> None:
    waiting(private_store, 12)
    before = private_store.read_bytes()
    with running("hold", private_store) as server:
        said(server)

        refused = command("seal")

        assert (refused.returncode, refused.stdout) == (1, "")
        assert refused.stderr.startswith(f"The database is in use by process {server.pid};")
        assert refused.stderr.count("\n") == 1
        assert private_store.read_bytes() == before
    assert counted(private_store) == (12, 0)


def test_a_mistyped_path_is_refused_and_leaves_no_database_behind(private_store: Path) -> None:
    refused = command("seal")

    assert refused.returncode == 1
    assert refused.stderr.startswith("There is no database at REKINDLE_DATABASE")
    assert not private_store.exists()


@pytest.mark.parametrize("words", [(), ("unseal",), ("seal", "now")])
def test_anything_else_is_answered_with_how_to_use_it(private_store: Path, words: tuple[str, ...]) -> None:
    refused = command(*words)

    assert refused.returncode == 2
    assert "usage: python -m data.cli" in refused.stderr
    assert "Traceback" not in refused.stderr


def test_a_setting_that_cannot_be_used_is_named_in_one_sentence(private_store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("REKINDLE_KEEP_DAYS", "for ever")

    refused = command("seal")

    assert refused.returncode == 1
    assert refused.stderr.startswith("REKINDLE_KEEP_DAYS cannot be used")
    assert refused.stderr.count("\n") == 1
