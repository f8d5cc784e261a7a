"""Whether the two questions of a supervisor are answered truly: while the file is rewritten, on a full disk, when it was moved."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from time import monotonic

import pytest

from bench.server import Server
from data.storage.engines.duckdb_store import DuckDBStore
from tests.server.forks import ForkedServer, Forks
from tests.server.somebody import file_number, moved_in, until, visit
from tests.server.test_while_running import STARTED, answer, files_no_larger_than, quiet, saved_answer, status

# So many take seconds to rewrite, on any machine.
MANY = 150_000
# What a stop may take, and as much again for a machine that is busy with other tests.
STOP_SECONDS = 10.0
ONE_ASKER_SECONDS = 5.0
GONE = "The database file was moved, removed or replaced while Rekindle runs, so nothing was saved."
# A small write fits in what is left of a disk where a save does not.
NEARLY_FULL = 400


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("large") / "rekindle.duckdb"
    store = DuckDBStore(path)
    fill = "INSERT INTO record SELECT uuid(), encode(repeat(sha256(CAST(n AS VARCHAR)), 16)), DATE '2999-01-01' FROM range($1) AS r(n)"
    store.write(fill, [MANY])
    store.close()
    return path


@pytest.fixture
def rewriting(forks: Forks, large: Path) -> Iterator[Server]:
    """A server that has just begun to rewrite a large file."""
    server = ForkedServer(forks, large.parent, settings={"REKINDLE_QUIET_SECONDS": "0"}, health="/healthz")
    with server:
        until(lambda: large.with_name(f"{large.name}.new").exists())
        yield server


def test_sixty_checks_at_once_are_answered_while_the_file_is_rewritten(rewriting: Server) -> None:
    def timed(path: str) -> tuple[int, bool]:
        began = monotonic()
        return status(rewriting, path), monotonic() - began < ONE_ASKER_SECONDS

    with ThreadPoolExecutor(60) as crowd:
        lives = set(crowd.map(timed, ["/healthz"] * 60))
    assert lives == {(200, True)}


def test_a_stop_gives_a_rewrite_up_and_the_file_stays_as_it_was(rewriting: Server) -> None:
    former, began = file_number(rewriting), monotonic()

    rewriting.stop()

    assert monotonic() - began < STOP_SECONDS
    assert file_number(rewriting) == former
    assert not list(rewriting.folder.glob("*.new*"))
    assert "given up because Rekindle is stopping" in rewriting.log
    assert quiet(rewriting)


def test_a_disk_with_room_for_a_small_write_alone_is_not_ready_and_lives(forks: Forks, tmp_path: Path) -> None:
    server = ForkedServer(forks, tmp_path, way="streamlit")
    (key,) = moved_in(server.database, STARTED)
    with server, visit(server, key, "/drive") as visitor:
        answer(visitor, 1)
        log = server.database.with_name(f"{server.database.name}.wal")
        with files_no_larger_than(server, log.stat().st_size + NEARLY_FULL):
            until(lambda: status(server, "/readyz") == 503)
            lives = status(server, "/healthz")
        until(lambda: status(server, "/readyz") == 200)

    assert lives == 200
    assert quiet(server, key)


def test_a_file_that_was_moved_refuses_saves_in_one_sentence_until_it_is_back(forks: Forks, tmp_path: Path) -> None:
    server = ForkedServer(forks, tmp_path)
    (key,) = moved_in(server.database, STARTED)
    with server, visit(server, key, "/drive") as visitor:
        server.database.rename(tmp_path / "aside")
        answer(visitor, 1)
        said = visitor.screen.words()
        until(lambda: status(server, "/readyz") == 503)
        (tmp_path / "aside").rename(server.database)
        answer(visitor, 2)
        until(lambda: status(server, "/readyz") == 200)
        kept = saved_answer(server, key)

    assert GONE in said
    assert kept == 2
    assert quiet(server, key)
