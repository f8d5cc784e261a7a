"""Starts that cannot go well end with one sentence, in each of the three ways to start, and leave every file as it was."""

import os
import re
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from itertools import cycle
from pathlib import Path

import duckdb
import pytest

from bench.server import ROOT
from data.storage.engines.duckdb_store import DuckDBStore
from tests.server.copies import CONTENT, copied
from tests.server.forks import WAYS, ForkedServer, Forks

NOT_OURS = (
    r"The file at REKINDLE_DATABASE is damaged or not a Rekindle database\. It was left as it is\. Put a backup there or set another path\."
)
SOMEBODY_ELSES = r"The database file belongs to something else and was left as it is\. Set REKINDLE_DATABASE to another path\."
NEWER = r"A newer Rekindle wrote this database, so it was left as it is\. Start that version, or a newer one\."
NO_WRITING = r"The database file or its folder cannot be written\. Let this user write there, or set REKINDLE_DATABASE\."
LOG_ALONE = r"rekindle\.duckdb is missing while its log, rekindle\.duckdb\.wal, is there\. Put the file back, or move the log away\."


def text(path: Path) -> None:
    path.write_text("Dear diary, today I nearly deleted this.")


def another_database(path: Path) -> None:
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE people (name TEXT)")
    connection.close()


def empty(path: Path) -> None:
    path.touch()


def damaged(path: Path) -> None:
    DuckDBStore(path).close()
    whole = path.read_bytes()
    path.write_bytes(whole[: len(whole) // 2])


def of_something_else(path: Path) -> None:
    with duckdb.connect(str(path)) as connection:
        connection.execute("CREATE TABLE people (name VARCHAR)")


def newer(path: Path) -> None:
    DuckDBStore(path).close()
    with duckdb.connect(str(path)) as connection:
        connection.execute("INSERT INTO migration VALUES ('999_from_the_future.sql')")


def folder_in_its_place(path: Path) -> None:
    path.mkdir()


def only_the_log(path: Path) -> None:
    path.with_name(path.name + ".wal").write_bytes(b"what was saved last")


def read_only_file(path: Path) -> None:
    DuckDBStore(path).close()
    path.chmod(0o400)


def read_only_folder(path: Path) -> None:
    DuckDBStore(path).close()
    path.with_name(path.name + ".lock").unlink()
    path.parent.chmod(0o500)


BAD_FILES: list[tuple[Callable[[Path], None], str]] = [
    (text, NOT_OURS),
    (another_database, NOT_OURS),
    (empty, NOT_OURS),
    (damaged, NOT_OURS),
    (folder_in_its_place, NOT_OURS),
    (of_something_else, SOMEBODY_ELSES),
    (newer, NEWER),
    (only_the_log, LOG_ALONE),
    (read_only_file, NO_WRITING),
    (read_only_folder, NO_WRITING),
]


@pytest.fixture
def served(tmp_path: Path) -> Iterator[Path]:
    """The folder of the database; the log lies elsewhere."""
    folder = tmp_path / "served"
    folder.mkdir()
    yield folder
    folder.chmod(0o700)


def files(folder: Path) -> dict[str, bytes | None]:
    """What is in a folder. The lock holds nothing but the number of a process."""
    return {path.name: path.read_bytes() if path.is_file() else None for path in folder.iterdir() if not path.name.endswith(".lock")}


def said(server: ForkedServer) -> str:
    """What a refused start leaves in the log, once the greeting of `streamlit run` is taken away."""
    return re.sub(r"\s*You can now view your Streamlit app in your browser\.\s*URL: \S+\s*", "", server.log)


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize(("bad", "sentence"), BAD_FILES, ids=[bad.__name__ for bad, _ in BAD_FILES])
def test_a_file_that_cannot_be_used_is_named_and_left_as_it_was(
    forks: Forks, tmp_path: Path, served: Path, way: str, bad: Callable[[Path], None], sentence: str
) -> None:
    database = served / "rekindle.duckdb"
    bad(database)
    before = files(served)
    server = ForkedServer(forks, tmp_path, way=way, settings={"REKINDLE_DATABASE": str(database)}, bound=True)

    code = server.refused()

    assert code == 1
    assert re.fullmatch(rf"Rekindle did not start\. {sentence}\n", said(server))
    assert files(served) == before


@pytest.mark.parametrize("way", WAYS)
def test_a_second_process_is_told_of_the_first_and_leaves_it_alone(forks: Forks, tmp_path: Path, served: Path, way: str) -> None:
    with ForkedServer(forks, served) as first:
        second = ForkedServer(forks, tmp_path, way=way, settings={"REKINDLE_DATABASE": str(first.database)})

        code = second.refused()

        assert code == 1
        assert said(second) == (
            f"Rekindle did not start. The database is in use by process {first.pid}. "
            "Stop that one first, or set REKINDLE_DATABASE to another path.\n"
        )
        assert first.is_healthy()


SECRET = "hunter2"
BAD_SETTINGS = [
    (
        "REKINDLE_DATABASE",
        f"mysql://owner:{SECRET}@db/rekindle",
        "the path of a file or to an address such as postgresql://user@host/rekindle",
    ),
    ("REKINDLE_BASE_URL", f"https://owner:{SECRET}@rekindle.example", "an address such as https://rekindle.example"),
    ("REKINDLE_KEEP_DAYS", SECRET, "a whole number of days, 1 to 36500"),
]


@pytest.mark.parametrize(("way", "name", "value", "wanted"), [(way, *bad) for way, bad in zip(WAYS, BAD_SETTINGS, strict=True)])
def test_a_bad_setting_is_named_and_never_quoted(forks: Forks, tmp_path: Path, way: str, name: str, value: str, wanted: str) -> None:
    server = ForkedServer(forks, tmp_path, way=way, settings={name: value})

    code = server.refused()

    assert code == 1
    assert said(server) == f"Rekindle did not start. {name} cannot be used: set it to {wanted}, or leave it out.\n"
    assert not server.database.exists()


HOSTS = "STREAMLIT_SERVER_ALLOWED_HOSTS"
BAD_HOSTS = [
    (
        "localhost",
        f"{HOSTS} leaves out the host of REKINDLE_BASE_URL, so no page would ever come. Add it there, with spaces between hosts.",
    ),
    ("localhost,rekindle.example", f"{HOSTS} cannot be used: it holds a comma. Put spaces between the hosts."),
    ("localhost rekindle.example www.one.example,two.example", f"{HOSTS} cannot be used: it holds a comma. Put spaces between the hosts."),
]


@pytest.mark.parametrize(("way", "hosts", "sentence"), [(way, *bad) for way, bad in zip(WAYS, BAD_HOSTS, strict=True)])
def test_hosts_that_would_leave_every_page_empty_are_refused(forks: Forks, tmp_path: Path, way: str, hosts: str, sentence: str) -> None:
    reached = {"REKINDLE_BASE_URL": "https://rekindle.example", HOSTS: hosts}
    server = ForkedServer(forks, tmp_path, way=way, settings=reached)

    code = server.refused()

    assert code == 1
    assert said(server) == f"Rekindle did not start. {sentence}\n"
    assert not server.database.exists()


CONTENT_FILES = sorted(path.relative_to(ROOT / CONTENT) for path in (ROOT / CONTENT).rglob("*.toml"))


@pytest.mark.parametrize(("way", "file"), list(zip(cycle(WAYS), CONTENT_FILES, strict=False)), ids=str)
def test_a_mistake_in_any_file_of_the_content_stops_the_start_with_its_place(forks: Forks, tmp_path: Path, way: str, file: Path) -> None:
    app = copied(tmp_path)
    with (app / CONTENT / file).open("a", encoding="utf-8") as content:
        content.write("nobody = reads this")
    server = ForkedServer(forks, tmp_path, way=way, app=app)

    code = server.refused()

    assert code == 1
    rule = r"whole file: the file must be valid TOML [^\n]*"
    place = re.escape(file.name)
    # The file of these very words cannot say it in a sentence.
    plain, whole = rf"content: {place}: {rule}", rf"Rekindle did not start\. {place}, {rule}\. Mend the file and start again\."
    assert re.fullmatch(rf"{plain if file.stem == 'errors' else whole}\n", said(server))
    assert not server.database.exists()


COMMANDS = {
    "streamlit": ["-m", "streamlit", "run", "app.py"],
    "uvicorn": ["-m", "uvicorn", "app:app"],
    "python": ["app.py"],
}


@pytest.mark.parametrize("way", WAYS)
def test_the_command_itself_ends_the_same_way(tmp_path: Path, way: str) -> None:
    """Nothing forked here: what somebody types."""
    database = tmp_path / "rekindle.duckdb"
    text(database)

    ended = subprocess.run(
        [sys.executable, *COMMANDS[way]],
        cwd=ROOT,
        env=os.environ | {"REKINDLE_DATABASE": str(database)},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )

    assert ended.returncode == 1
    assert re.fullmatch(rf"Rekindle did not start\. {NOT_OURS}\n", ended.stderr)
    assert "Traceback" not in ended.stdout
