"""A move that cannot go well says why in one sentence, without a password, and both places stay as they were."""

import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, closing, contextmanager
from pathlib import Path

import pytest

from bench.server import free_port
from data import cli
from data.content.language import ENGLISH
from data.database_address import Database, PostgresAddress
from data.keys import new_key
from data.record import record_store
from data.settings import settings
from data.wording import error_words
from tests.data.storage.children.processes import running, said
from tests.data.storage.moving.test_move import ROOT, contents
from tests.databases import ServedDatabases, store_at
from tests.invented.records import NEXT_YEAR, becoming, somebody
from tests.server.served import older, small_disk

PASSWORD = "hunter2"
# Where from (None for the file of the test), where to, and what is said.
Move = tuple[Database | None, str, str]
Case = Callable[[ServedDatabases, Path], AbstractContextManager[Move]]


def sentence(rule: str, **values: str | int) -> str:
    return str(error_words.load(ENGLISH).rules.model_dump()[rule]).format(**values)


def with_password(address: PostgresAddress) -> str:
    return address.uri.replace("postgres@", f"postgres:{PASSWORD}@")


@contextmanager
def to_nobody(_: ServedDatabases, __: Path) -> Iterator[Move]:
    to = f"postgresql://me:{PASSWORD}@127.0.0.1:{free_port()}/rekindle"
    yield None, to, sentence("postgres_unreachable", place=str(PostgresAddress(to)))


@contextmanager
def to_a_mistyped_address(_: ServedDatabases, __: Path) -> Iterator[Move]:
    yield None, f"postgresql:/me:{PASSWORD}@127.0.0.1/rekindle", sentence("move_no_address")


@contextmanager
def to_half_an_address(_: ServedDatabases, __: Path) -> Iterator[Move]:
    yield None, f"postgresql://me:{PASSWORD}@[::1/rekindle", sentence("postgres_address")


@contextmanager
def to_an_older_server(postgres: ServedDatabases, _: Path) -> Iterator[Move]:
    with postgres.fresh(of="template0") as address, older.saying("14.19", address) as behind:
        yield None, behind.uri, sentence("postgres_too_old", version=14, oldest=15)


@contextmanager
def to_one_that_may_only_be_read(postgres: ServedDatabases, _: Path) -> Iterator[Move]:
    with postgres.fresh(of="template0") as address:
        postgres.run(address, f"ALTER DATABASE {address.uri.rpartition('/')[2]} SET default_transaction_read_only = on")
        yield None, with_password(address), sentence("postgres_read_only")


@contextmanager
def to_what_somebody_else_has(postgres: ServedDatabases, _: Path) -> Iterator[Move]:
    with postgres.fresh(of="template0") as address:
        postgres.run(address, "CREATE TABLE guest_book (name VARCHAR)")
        yield None, with_password(address), sentence("move_target_holds", place=str(address))


@contextmanager
def to_a_full_disk(_: ServedDatabases, __: Path) -> Iterator[Move]:
    with small_disk.mounted() as disk:
        disk.fill()
        yield None, disk.address.uri, sentence("disk_full")


@contextmanager
def to_another_file(_: ServedDatabases, folder: Path) -> Iterator[Move]:
    yield None, str(folder / "new.duckdb"), sentence("move_same_kind")


@contextmanager
def from_nothing(postgres: ServedDatabases, folder: Path) -> Iterator[Move]:
    with postgres.fresh(of="template0") as address:
        yield PostgresAddress(with_password(address)), str(folder / "new.duckdb"), sentence("no_database")


@contextmanager
def over_a_file(postgres: ServedDatabases, folder: Path) -> Iterator[Move]:
    there = folder / "there.duckdb"
    there.write_text("Dear diary")
    with postgres.fresh() as address:
        yield PostgresAddress(with_password(address)), str(there), sentence("move_target_holds", place=str(there))
    assert there.read_text() == "Dear diary"


@contextmanager
def from_one_that_is_served(postgres: ServedDatabases, folder: Path) -> Iterator[Move]:
    with postgres.fresh() as address, closing(store_at(address)) as store:
        assert store.is_writable()
        yield PostgresAddress(with_password(address)), str(folder / "new.duckdb"), sentence("move_source_in_use", place=str(address))


@contextmanager
def from_an_older_one(postgres: ServedDatabases, folder: Path) -> Iterator[Move]:
    with postgres.fresh() as address:
        postgres.run(address, "DELETE FROM migration WHERE name = (SELECT max(name) FROM migration)")
        yield PostgresAddress(with_password(address)), str(folder / "new.duckdb"), sentence("move_source_older")


@contextmanager
def from_a_newer_one(postgres: ServedDatabases, folder: Path) -> Iterator[Move]:
    with postgres.fresh() as address:
        postgres.run(address, "INSERT INTO migration VALUES ('999_from_the_future.sql')")
        yield PostgresAddress(with_password(address)), str(folder / "new.duckdb"), sentence("database_newer")


CASES: list[Case] = [
    to_nobody,
    to_a_mistyped_address,
    to_half_an_address,
    to_an_older_server,
    to_one_that_may_only_be_read,
    to_what_somebody_else_has,
    to_a_full_disk,
    to_another_file,
    from_nothing,
    over_a_file,
    from_one_that_is_served,
    from_an_older_one,
    from_a_newer_one,
]


@pytest.fixture
def filled(private_store: Path) -> dict[str, list[str]]:
    """What the file of the test holds."""
    with closing(store_at(private_store)) as store:
        record_store.change(store, new_key(), becoming(somebody("stays")), keep_until=NEXT_YEAR)
        return contents(store)


@pytest.mark.parametrize("case", CASES, ids=[case.__name__ for case in CASES])
def test_a_move_that_cannot_be_made_is_told_in_one_sentence_and_nothing_has_changed(
    postgres: ServedDatabases,
    private_store: Path,
    filled: dict[str, list[str]],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    case: Case,
) -> None:
    with case(postgres, private_store.parent) as (source, to, why):
        if isinstance(source, PostgresAddress):
            monkeypatch.setenv("REKINDLE_DATABASE", source.uri)
            settings.cache_clear()

        code = cli.main(["move", "--to", to])

    told = capsys.readouterr()
    assert (code, told.out, told.err) == (1, "", f"{why}\n")
    assert PASSWORD not in told.err
    assert not list(private_store.parent.glob("new.duckdb*[!k]"))
    with closing(store_at(private_store)) as store:
        assert contents(store) == filled


def test_a_file_that_a_server_holds_is_not_moved_and_the_server_is_named(
    private_store: Path, filled: dict[str, list[str]], postgres: ServedDatabases, capsys: pytest.CaptureFixture[str]
) -> None:
    with running("hold", private_store) as process, postgres.fresh(of="template0") as address:
        said(process)

        assert cli.main(["move", "--to", with_password(address)]) == 1

    assert capsys.readouterr().err == f"{sentence('database_in_use', pid=process.pid)}\n"


def test_a_move_to_a_file_on_a_full_disk_leaves_no_half_of_one(
    postgres: ServedDatabases, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    full = tmp_path / "full"
    full.mkdir()
    # A small disk of its own, which goes with its process.
    small = 'mount -t tmpfs -o size=64k tmpfs "$0" && "$1" -m data.cli move --to "$0/new.duckdb"; echo $?; ls -A "$0"'
    with postgres.fresh() as address:
        monkeypatch.setenv("REKINDLE_DATABASE", address.uri)
        told = subprocess.run(
            ["unshare", "--map-root-user", "--mount", "sh", "-c", small, str(full), sys.executable],
            cwd=ROOT,
            text=True,
            capture_output=True,
            check=True,
        )

    assert told.stderr == f"{sentence('disk_full')}\n"
    assert told.stdout == "1\nnew.duckdb.lock\n"
