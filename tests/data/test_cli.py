from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from data import cli
from data.groups import cohort_store
from data.retention.day_store import KnownDay
from data.storage.store import Store
from tests.data.storage.processes import running, said
from tests.invented.crowd import Person


def wait_for_mixing(path: Path, people: int) -> None:
    store = Store(path)
    for _ in range(people):
        Person().wait(store, cohort_store.day_of(datetime.now(UTC)))
    store.close()


def test_mixing_by_hand_mixes_whoever_waits_and_says_so_once(private_store: Path, capsys: pytest.CaptureFixture[str]) -> None:
    wait_for_mixing(private_store, 10)

    assert [cli.main(["mix"]) for _ in range(2)] == [0, 0]

    mixed, nothing = capsys.readouterr().out.splitlines()
    assert (mixed[:6], nothing[:14]) == ("Mixed:", "Nothing to do:")
    store = Store(private_store)
    assert store.read("SELECT people FROM cohort") == [(10,)]
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


def test_an_unknown_task_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        cli.main(["unmix"])

    assert "invalid choice" in capsys.readouterr().err


def test_an_old_day_is_no_reason_to_mix_until_it_is_confirmed(private_store: Path, capsys: pytest.CaptureFixture[str]) -> None:
    wait_for_mixing(private_store, 10)
    store, today = Store(private_store), datetime.now(UTC).date()
    KnownDay(store).look(today - timedelta(days=20))
    store.close()

    done = [cli.main(words) for words in (["mix"], ["confirm-day", str(today - timedelta(days=20))], ["confirm-day", str(today)], ["mix"])]

    assert done == [1, 1, 0, 0]
    told = capsys.readouterr()
    assert "Nobody was mixed, because it is in doubt which day it is." in told.err
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
