"""Whether an operator gets a backup of a server that people use, and everybody back from it."""

import os
import stat
from pathlib import Path

import pytest

from data import cli
from data.settings import settings
from tests.server.forks import ForkedServer, Forks
from tests.server.somebody import moved_in, visit
from tests.server.test_while_running import STARTED, answer, quiet, saved_answer


def test_a_backup_of_a_server_in_use_brings_everybody_back_after_its_database_was_lost(
    forks: Forks, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    server, made = ForkedServer(forks, tmp_path), tmp_path / "made.backup"
    (key,) = moved_in(server.database, STARTED)
    monkeypatch.setenv("REKINDLE_DATABASE", str(server.database))
    settings.cache_clear()
    # As whoever asks for a backup usually has it.
    os.umask(0o022)
    with server:
        with visit(server, key, "/drive") as visitor:
            answer(visitor, 2)
        backed_up = cli.main(["backup", str(made)])
        with visit(server, key, "/drive") as visitor:
            answer(visitor, 5)
        refused = cli.main(["restore", str(made)])
        after = saved_answer(server, key)
    server.database.unlink()

    restored = cli.main(["restore", str(made)])
    with ForkedServer(forks, tmp_path) as again:
        before = saved_answer(again, key)

    assert stat.S_IMODE(made.stat().st_mode) == 0o600
    assert (backed_up, refused, restored) == (0, 1, 0)
    assert (after, before) == (5, 2)
    assert quiet(server, key)
