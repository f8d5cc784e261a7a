import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import duckdb
import pytest

from data import cli
from data.content.language import ENGLISH
from data.database_address import Database
from data.groups import cohort_store, team_store
from data.retention.day_store import KnownDay
from data.settings import settings
from data.storage.engines.duckdb_store import DuckDBStore
from data.wording import error_words
from tests.data.storage.children.processes import running, said
from tests.data.storage.test_database_file import with_storage_version
from tests.databases import ServedDatabases, store_at
from tests.invented.crowd import Person

ROOT = Path(__file__).parents[2]


def wait_for_mixing(database: Database, people: int) -> None:
    store = store_at(database)
    for _ in range(people):
        Person().wait(store, cohort_store.day_of(datetime.now(UTC)))
    store.close()


def test_mixing_by_hand_mixes_whoever_waits_and_says_so_once(private_store: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Also from the disk. Seen to fail: without the rewrite."""
    wait_for_mixing(private_store, 30)
    store, ended = DuckDBStore(private_store), datetime.now(UTC).date() - timedelta(days=3)
    team_store.create(store, "North", closes_on=ended, today=ended)
    parts = [part for (part,) in store.read("SELECT sealed FROM pending")]
    store.rewrite()
    assert [part for part in parts if part[:40] not in private_store.read_bytes()] == []
    store.close()

    assert [cli.main(["mix"]) for _ in range(2)] == [0, 0]

    mixed, nothing = capsys.readouterr().out.splitlines()
    assert mixed == "Mixed: people counted now: 30. Closed rounds that wait for someone with a link: 1."
    assert (nothing[:14], nothing[-10:]) == ("Nothing to do:", "a link: 1.")
    gone = private_store.read_bytes()
    assert [part for part in parts if part[:40] in gone] == []
    store = DuckDBStore(private_store)
    assert store.read("SELECT people FROM cohort") == [(30,)]
    store.close()


def test_beside_a_server_that_runs_nothing_is_sealed_and_the_reason_is_said(
    private_store: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with running("hold", private_store) as process:
        said(process)

        assert cli.main(["mix"]) == 1

    assert "in use by process" in (told := capsys.readouterr().err)
    assert "A server that runs mixes by itself." in told


def test_a_file_that_is_no_database_is_left_alone_in_one_sentence(private_store: Path, capsys: pytest.CaptureFixture[str]) -> None:
    private_store.write_text("not a database")

    assert cli.main(["mix"]) == 1

    assert capsys.readouterr().err.count("\n") == 1
    assert private_store.read_text() == "not a database"


def test_a_backup_and_back_while_no_server_runs(private_store: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    made = tmp_path / "made.backup"
    wait_for_mixing(private_store, 30)

    done = [cli.main(words) for words in (["backup", str(made)], ["mix"], ["restore", str(made)], ["mix"], ["backup", str(made)])]

    assert done == [0, 0, 0, 0, 1]
    told = capsys.readouterr()
    assert f"Backed up: {made} holds everything" in told.out
    assert f"What was there before lies in {private_store}.before" in told.out
    # Those who waited in the backup wait again, and were mixed a second time.
    assert told.out.count("Mixed:") == 2
    assert told.err == f"{made} is there already, and nothing is written over; name a file that is not there yet.\n"


def test_a_backup_without_room_is_no_backup_and_says_so_in_one_sentence(private_store: Path, tmp_path: Path) -> None:
    wait_for_mixing(private_store, 30)
    full = tmp_path / "full"

    told = on_a_small_disk(64, full, '"$1" -m data.cli backup "$0/made.backup"')

    assert told.stdout == "1\n"
    assert told.stderr.startswith(f"There is no room for {full}/made.backup, so there is no backup and nothing half of one")
    assert told.stderr.count("\n") == 1


@pytest.mark.parametrize(("command", "why"), [("backup", "backup_no_room_beside"), ("restore", "restore_no_room")])
def test_beside_a_database_on_a_full_disk_nothing_is_made_and_one_sentence_says_so(
    private_store: Path, tmp_path: Path, command: str, why: str
) -> None:
    wait_for_mixing(private_store, 1)
    made, full = tmp_path / "made.backup", tmp_path / "full"
    if command == "restore":
        assert cli.main(["backup", str(made)]) == 0
    # Room for one of them and a half.
    kilobytes = private_store.stat().st_size * 3 // 2048
    there = 'cp "$REKINDLE_DATABASE" "$0/people.duckdb" && REKINDLE_DATABASE="$0/people.duckdb"'
    same = 'cmp "$REKINDLE_DATABASE" "$0/people.duckdb"'

    told = on_a_small_disk(kilobytes, full, f'{there} "$1" -m data.cli {command} "$2"; echo $?; {same}', str(made))

    assert told.stderr == f"{error_words.load(ENGLISH).rules.model_dump()[why]}\n"
    assert told.stdout == "1\n0\npeople.duckdb\npeople.duckdb.lock\n"
    assert made.exists() == (command == "restore")


def on_a_small_disk(kilobytes: int, folder: Path, script: str, *words: str) -> subprocess.CompletedProcess[str]:
    """What is said by a script of the shell on a disk of its own, which goes with its process; at last its code, and what is there then.

    To the script the disk is `$0`, and Python `$1`.
    """
    folder.mkdir()
    whole = f'mount -t tmpfs -o size={kilobytes}k tmpfs "$0" && {script}; echo $?; ls -A "$0"'
    command = ["unshare", "--map-root-user", "--mount", "sh", "-c", whole, str(folder), sys.executable, *words]
    return subprocess.run(command, cwd=ROOT, text=True, capture_output=True, check=True)


@pytest.mark.parametrize("of", ["schema", "duckdb"])
def test_a_backup_of_a_newer_one_is_not_restored_and_one_sentence_says_so(
    private_store: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], of: str
) -> None:
    wait_for_mixing(private_store, 1)
    made, before = tmp_path / "made.backup", private_store.read_bytes()
    assert cli.main(["backup", str(made)]) == 0
    if of == "schema":
        with duckdb.connect(str(made)) as newer:
            newer.execute("INSERT INTO migration VALUES ('999_from_the_future.sql')")
    else:
        made.write_bytes(with_storage_version(made.read_bytes(), 5_000))
    capsys.readouterr()

    assert cli.main(["restore", str(made)]) == 1

    assert capsys.readouterr().err == (
        f"The backup {made} was written by a newer Rekindle or DuckDB, so nothing was changed; "
        "restore it with that version, or a newer one.\n"
    )
    assert private_store.read_bytes() == before
    assert not list(private_store.parent.glob("*.new*")) + list(private_store.parent.glob("*.before*"))


def test_a_backup_into_no_folder_or_of_no_database_is_refused(private_store: Path, capsys: pytest.CaptureFixture[str]) -> None:
    nowhere = private_store.parent / "nowhere" / "made.backup"

    assert cli.main(["backup", str(nowhere)]) == 1
    wait_for_mixing(private_store, 1)
    assert cli.main(["backup", str(nowhere)]) == 1
    assert cli.main(["restore", str(nowhere)]) == 1

    assert [line[:22] for line in capsys.readouterr().err.splitlines()] == [
        "There is no database a",
        "The folder of " + str(nowhere)[:8],
        "There is no file " + str(nowhere)[:5],
    ]


def test_an_unknown_task_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        cli.main(["unmix"])

    assert "invalid choice" in capsys.readouterr().err


def test_an_old_day_is_no_reason_to_mix_until_it_is_confirmed(database: Database, capsys: pytest.CaptureFixture[str]) -> None:
    wait_for_mixing(database, 10)
    store, today = store_at(database), datetime.now(UTC).date()
    KnownDay(store).look(today - timedelta(days=20))
    store.close()

    done = [cli.main(words) for words in (["mix"], ["confirm-day", str(today - timedelta(days=20))], ["confirm-day", str(today)], ["mix"])]

    assert done == [1, 1, 0, 0]
    told = capsys.readouterr()
    assert "Nobody was mixed, because it is not certain which day it is." in told.err
    assert f"The clock of this machine says {today}" in told.err
    assert f"The day {today} is confirmed." in told.out
    assert "Mixed:" in told.out


def test_no_day_is_confirmed_for_a_database_that_is_not_there(private_store: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["confirm-day", str(datetime.now(UTC).date())]) == 1

    assert "There is no database" in capsys.readouterr().err
    assert list(private_store.parent.iterdir()) == []


def test_the_language_that_nobody_speaks_is_made_where_the_name_is_a_tag(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    made = [cli.main(["pseudo-language", str(tmp_path / name)]) for name in ("el", "words")]

    assert made == [0, 1]
    assert [path.name for path in tmp_path.iterdir() if path.is_dir()] == ["el"]
    assert "words is the tag of no language" in capsys.readouterr().err


@pytest.mark.parametrize("task", ["backup", "restore"])
def test_a_server_is_backed_up_by_its_own_tools(
    task: str, postgres: ServedDatabases, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    with postgres.fresh() as address:
        monkeypatch.setenv("REKINDLE_DATABASE", address.uri)

        assert cli.main([task, str(tmp_path / "backup")]) == 1

    assert "its own tools make and restore backups" in capsys.readouterr().err
    assert not (tmp_path / "backup").exists()


def test_a_move_there_and_back_says_what_it_moved_and_what_to_do(
    private_store: Path, postgres: ServedDatabases, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    wait_for_mixing(private_store, 3)
    back = private_store.with_name("back.duckdb")
    with postgres.fresh(of="template0") as address:
        assert cli.main(["move", "--to", address.uri]) == 0
        assert cli.main(["move", "--to", address.uri]) == 1
        assert cli.main(["move", "--to", "mysql://db.example/rekindle"]) == 1
        monkeypatch.setenv("REKINDLE_DATABASE", address.uri)
        settings.cache_clear()
        assert cli.main(["move", "--to", str(back)]) == 0
        assert cli.main(["move", "--to", address.uri]) == 1

    told = capsys.readouterr()
    assert [line[: len(f"Moved: {place} holds all ")] for line, place in zip(told.out.splitlines(), (address, back), strict=True)] == [
        f"Moved: {address} holds all ",
        f"Moved: {back} holds all ",
    ]
    assert [line.partition(",")[0][:40] for line in told.err.splitlines()] == [
        f"{address} is not empty"[:40],
        "What --to names cannot be used. Name the",
        "A move goes from a file to a PostgreSQL ",
    ]
