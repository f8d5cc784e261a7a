"""What may go wrong while people are there: a full disk, a file that may not be written, a damaged record, an error nobody foresaw."""

import os
import re
import resource
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from http.client import HTTPConnection
from pathlib import Path

import pytest

from bench.server import Server
from bench.visitor import Visitor
from data.content.language import ENGLISH
from data.instrument.answers import Answer, Step
from data.instrument.instrument import load
from data.keys import Kind
from data.record.record import Draft, Record, Result
from data.storage.engines.duckdb_store import DuckDBStore
from data.storage.sealing import Seal
from data.wording.error_words import load as refusals
from data.wording.screens import load as wording
from tests.browser.visitor import moved_clock, people
from tests.invented.records import TODAY
from tests.server.copies import CONTENT, copied, spoilt
from tests.server.forks import ForkedServer, Forks
from tests.server.somebody import KEPT_UNTIL, file_number, moved_in, on_disk, shown, until, until_rewritten, visit

RK = load()
SHEET = people.example()
STARTED = Record(draft=Draft(instrument=RK.version, tag="mine", answers=SHEET, saved=dict.fromkeys(Step, 1)))
FINISHED = Record(results=(Result(instrument=RK.version, taken_on=TODAY, answers=SHEET),))
FULL = "There is no room left on the disk. What was saved before is safe. Make room, then save again."
NO_WRITING = "The database file or its folder cannot be written. Let this user write there, or set REKINDLE_DATABASE."
OWN_WORDS = ("keeping bees", "selling honey", "Long winters", "The sound of a hive")
PATTERN = "Outlet outside"
# Longer than any answer takes; only a server that hangs gets here.
PATIENCE = 60


def answer(visitor: Visitor, given: Answer) -> None:
    """Answer one statement of the third step and press "Continue"."""
    visitor.fill("radio_groups", {"answers": {"spark_dull": given}})
    visitor.press("continue_drive")


def saved_answer(server: Server, key: str) -> object:
    """What a fresh visit finds of that statement."""
    with visit(server, key, "/drive") as visitor:
        return shown(visitor)["answers"].get("spark_dull")


def status(server: Server, path: str) -> int:
    connection = HTTPConnection("127.0.0.1", server.port, timeout=PATIENCE)
    connection.request("GET", path)
    code = connection.getresponse().status
    connection.close()
    return code


def quiet(server: Server, *keys: str) -> bool:
    """Whether the log holds neither a traceback nor anything of anybody."""
    return not any(word in server.log for word in ("Traceback", *OWN_WORDS, *keys))


@contextmanager
def files_no_larger_than(server: Server, size: int) -> Iterator[None]:
    """To the server a full disk: no file of its may grow beyond that size."""
    usual = resource.prlimit(server.pid, resource.RLIMIT_FSIZE)
    resource.prlimit(server.pid, resource.RLIMIT_FSIZE, (size, usual[1]))
    yield
    resource.prlimit(server.pid, resource.RLIMIT_FSIZE, usual)


def test_on_a_full_disk_the_page_says_so_and_goes_on_when_there_is_room(forks: Forks, tmp_path: Path) -> None:
    # `streamlit run` writes no line for each request, so the log stays smaller than what the limit leaves.
    server = ForkedServer(forks, tmp_path, way="streamlit")
    (key,) = moved_in(server.database, STARTED)
    with server, visit(server, key, "/drive") as visitor:
        answer(visitor, 1)
        visitor.press("back_path")
        log = server.database.with_name(f"{server.database.name}.wal")
        with files_no_larger_than(server, log.stat().st_size):
            answer(visitor, 2)
            said = visitor.screen.words()
            until(lambda: status(server, "/readyz") == 503)
            kept = saved_answer(server, key)
        answer(visitor, 3)
        went_on = visitor.screen.find("continue_path").kind
        server.kill()
        server.start()

        assert FULL in said and "Traceback" not in said
        assert (kept, went_on) == (1, "button")
        assert saved_answer(server, key) == 3
    assert quiet(server, key)
    assert "DiskFull at " in server.log


def test_a_folder_that_may_no_longer_be_written_is_named_and_loses_nothing(forks: Forks, tmp_path: Path) -> None:
    # A log that is open can still be written, so this waits until a rewrite has closed it. The usual health check would write.
    server = ForkedServer(forks, tmp_path, bound=True, settings={"REKINDLE_QUIET_SECONDS": "0"}, health="/_stcore/health")
    (key,) = moved_in(server.database, STARTED)
    former, log = file_number(server), server.database.with_name(f"{server.database.name}.wal")
    with server, visit(server, key, "/drive") as visitor:
        until_rewritten(server, former)
        until(lambda: not log.exists())
        tmp_path.chmod(0o500)
        answer(visitor, 1)
        said, kept = visitor.screen.words(), saved_answer(server, key)
        until(lambda: status(server, "/readyz") == 503)
        tmp_path.chmod(0o700)
        answer(visitor, 2)

        assert NO_WRITING in said and "Traceback" not in said
        assert kept == SHEET.statements["spark_dull"]
        assert saved_answer(server, key) == 2
    assert quiet(server, key)
    assert "DatabaseReadOnly at " in server.log


def test_a_file_made_read_only_under_a_running_server_loses_nothing_acknowledged(forks: Forks, tmp_path: Path) -> None:
    server = ForkedServer(forks, tmp_path, bound=True)
    (key,) = moved_in(server.database, STARTED)
    with server, visit(server, key, "/drive") as visitor:
        for file in tmp_path.glob("rekindle.duckdb*"):
            file.chmod(0o400)
        answer(visitor, 1)
        acknowledged = visitor.screen.find("continue_path").kind
        server.kill()
        for file in tmp_path.glob("rekindle.duckdb*"):
            file.chmod(0o600)
        server.start()

        assert acknowledged == "button"
        assert saved_answer(server, key) == 1


@pytest.fixture
def damaged(forks: Forks, tmp_path: Path) -> Iterator[tuple[Server, str, bytes]]:
    """A server, the key of somebody, and the bytes of their record, of which one was changed."""
    server = ForkedServer(forks, tmp_path)
    (key,) = moved_in(server.database, FINISHED)
    store, row = DuckDBStore(server.database), Seal(key, Kind.OWN).row_id
    sealed = store.read("SELECT sealed FROM record WHERE record_id = $1", [row])[0][0]
    bad = sealed[:-1] + bytes([sealed[-1] ^ 1])
    store.write("UPDATE record SET sealed = $1 WHERE record_id = $2", [bad, row])
    store.close()
    with server:
        yield server, key, bad


def test_a_record_that_does_not_open_is_told_on_every_screen_and_never_overwritten(damaged: tuple[Server, str, bytes]) -> None:
    server, key, bad = damaged
    said = {}
    for screen in ("/", "/profile", "/drive", "/balance", "/reflect"):
        with visit(server, key, screen) as visitor:
            said[screen] = visitor.screen.words()
    server.stop()
    store = DuckDBStore(server.database)
    rows = store.read("SELECT sealed FROM record WHERE record_id = $1", [Seal(key, Kind.OWN).row_id])
    store.close()

    assert [
        screen for screen, words in said.items() if refusals(ENGLISH).rules.record_unreadable not in words or "Traceback" in words
    ] == []
    assert rows == [(bad,)]
    assert quiet(server, key)
    assert "RecordUnreadable at " in server.log


def test_somebody_elses_damaged_record_troubles_nobody_else(damaged: tuple[Server, str, bytes]) -> None:
    server, _, _ = damaged
    with Visitor(server.url) as visitor:
        visitor.open("/")
        visitor.fill("consent_take_part", True)
        visitor.press("start")

        assert "Life stage" in visitor.screen.words()


def test_an_error_nobody_foresaw_is_a_calm_sentence_with_the_number_that_the_log_has(forks: Forks, tmp_path: Path) -> None:
    """Two buttons with the same label get the same key, which Streamlit refuses: words that pass every check and still break a screen."""
    app = copied(tmp_path)
    spoilt(app / CONTENT / "screens.toml", 'delete = "Delete everything"', 'delete = "Forget me on this device"')
    server = ForkedServer(forks, tmp_path, app=app)
    (key,) = moved_in(server.database, FINISHED)
    with server, visit(server, key, "/profile") as visitor:
        said = visitor.screen.words()
        shown = visitor.screen.exceptions()
    lines = [line for line in server.log.splitlines() if "shown as number" in line]

    assert shown == [] and "Traceback" not in said
    assert len(lines) == 1
    assert re.fullmatch(r"StreamlitDuplicateElementKey at \w+\.py:\d+, shown as number [0-9a-f]{6}", lines[0])
    assert wording(ENGLISH).frame.error.format(number=lines[0][-6:]) in said
    assert quiet(server, key)


def test_an_error_in_what_the_server_does_by_itself_stops_neither_the_server_nor_that(tmp_path: Path) -> None:
    """Seen to fail: with the error let through, which stopped the whole server without a word on any screen."""
    server, clock = moved_clock.served(tmp_path)
    (key,) = moved_in(server.database, FINISHED)
    with server:
        clock.stop()
        until(lambda: "ValueError at moved_clock.py" in server.log)
        clock.move(0)
        with visit(server, key, "/profile") as visitor:
            said = visitor.screen.words()
        clock.move((KEPT_UNTIL - date.today()).days + 2)
        until(lambda: on_disk(server, key) is None)

    assert PATTERN in said
    assert quiet(server, key)


def test_these_tests_run_where_the_size_of_files_can_be_limited() -> None:
    assert resource.prlimit(os.getpid(), resource.RLIMIT_FSIZE) == resource.getrlimit(resource.RLIMIT_FSIZE)
