"""Starts that cannot go well on PostgreSQL end with one sentence, without a password in it, and leave the database as it was."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, closing, contextmanager
from itertools import cycle
from pathlib import Path

import pytest

from bench.server import free_port
from data.content.language import ENGLISH
from data.database_address import PostgresAddress
from data.storage import migrations
from data.storage.engines.opening import open_store
from data.wording import error_words
from tests.data.storage.engines.test_postgres_neighbours import applied, of_an_older_one
from tests.databases import ServedDatabases, store_at
from tests.server.copies import copied
from tests.server.forks import WAYS, ForkedServer, Forks
from tests.server.served import older
from tests.server.test_refused_starts import said

PASSWORD = "hunter2"
NAMES = "SELECT string_agg(table_name, ' ' ORDER BY table_name) FROM information_schema.tables WHERE table_schema = 'public'"
# One user has to give a password, and everybody else none.
HBA = "VALUES ('host all locked 127.0.0.1/32 scram-sha-256'), ('host all all 127.0.0.1/32 trust'), ('local all all trust')"

Opened = AbstractContextManager[tuple[PostgresAddress, str]]
Case = Callable[[ServedDatabases], Opened]


def sentence(rule: str, **values: str | int) -> str:
    """As somebody reads it who starts Rekindle."""
    words = error_words.load(ENGLISH)
    return words.not_started.format(why=words.rules.model_dump()[rule].format(**values))


def settings(database: str, folder: Path) -> dict[str, str]:
    return {"REKINDLE_DATABASE": database, "REKINDLE_SECRET_FILE": str(folder / "secret")}


def as_user(address: PostgresAddress, user: str, *, port: int | None = None, name: str = "") -> PostgresAddress:
    place = str(address).removeprefix("postgresql://")
    host, _, database = place.partition("/")
    return PostgresAddress(f"postgresql://{user}:{PASSWORD}@{f'127.0.0.1:{port}' if port else host}/{name or database}")


def unreachable(address: PostgresAddress) -> tuple[PostgresAddress, str]:
    return address, sentence("postgres_unreachable", place=str(address))


@contextmanager
def nobody_at_the_port(postgres: ServedDatabases) -> Iterator[tuple[PostgresAddress, str]]:
    with postgres.fresh() as address:
        yield unreachable(as_user(address, "postgres", port=free_port()))


@contextmanager
def a_host_that_nobody_knows(_: ServedDatabases) -> Iterator[tuple[PostgresAddress, str]]:
    yield unreachable(PostgresAddress(f"postgresql://postgres:{PASSWORD}@nobody.invalid/rekindle"))


@contextmanager
def a_name_that_no_host_can_have(_: ServedDatabases) -> Iterator[tuple[PostgresAddress, str]]:
    yield PostgresAddress(f"postgresql://postgres:{PASSWORD}@db..example/rekindle"), sentence("postgres_address")


@contextmanager
def a_wrong_password(postgres: ServedDatabases) -> Iterator[tuple[PostgresAddress, str]]:
    with postgres.fresh() as address:
        ((file,),) = postgres.run(address, "SHOW hba_file")
        postgres.run(address, f"COPY ({HBA}) TO '{file}'")
        postgres.run(address, "DROP ROLE IF EXISTS locked")
        postgres.run(address, "CREATE ROLE locked LOGIN PASSWORD 'another'")
        postgres.run(address, "SELECT pg_reload_conf()")
        yield unreachable(as_user(address, "locked"))


@contextmanager
def no_database_of_that_name(postgres: ServedDatabases) -> Iterator[tuple[PostgresAddress, str]]:
    with postgres.fresh() as address:
        yield unreachable(as_user(address, "postgres", name="nowhere"))


@contextmanager
def a_password_with_signs_in_it(postgres: ServedDatabases) -> Iterator[tuple[PostgresAddress, str]]:
    """Its first half is taken for a port; half of a password is shown to nobody either."""
    address = PostgresAddress(f"postgresql://me:{PASSWORD}/more@127.0.0.1/rekindle")
    yield address, sentence("postgres_unreachable", place="postgresql://...")


@contextmanager
def half_an_address(_: ServedDatabases) -> Iterator[tuple[PostgresAddress, str]]:
    yield PostgresAddress(f"postgresql://me:{PASSWORD}@[::1/rekindle"), sentence("postgres_address")


@contextmanager
def an_option_that_is_none(_: ServedDatabases) -> Iterator[tuple[PostgresAddress, str]]:
    yield PostgresAddress(f"postgresql://me:{PASSWORD}@127.0.0.1/rekindle?colour=green"), sentence("postgres_address")


@contextmanager
def an_older_server(postgres: ServedDatabases) -> Iterator[tuple[PostgresAddress, str]]:
    with postgres.fresh(of="template0") as address, older.saying("14.19 (Debian 14.19-1)", address) as behind:
        yield behind, sentence("postgres_too_old", version=14, oldest=15)
        assert postgres.run(address, NAMES) == [(None,)]


@contextmanager
def tables_of_somebody_else(postgres: ServedDatabases) -> Iterator[tuple[PostgresAddress, str]]:
    with postgres.fresh(of="template0") as address:
        postgres.run(address, "CREATE TABLE guest_book (name VARCHAR)")
        yield address, sentence("postgres_of_something_else")
        assert postgres.run(address, NAMES) == [("guest_book",)]


@contextmanager
def tables_of_somebody_else_by_our_names(postgres: ServedDatabases) -> Iterator[tuple[PostgresAddress, str]]:
    with postgres.fresh(of="template0") as address:
        postgres.run(address, "CREATE TABLE record (artist VARCHAR)")
        postgres.run(address, "CREATE TABLE migration (bird VARCHAR)")
        yield address, sentence("postgres_of_something_else")
        assert postgres.run(address, NAMES) == [("migration record",)]


@contextmanager
def a_schema_of_a_newer_version(postgres: ServedDatabases) -> Iterator[tuple[PostgresAddress, str]]:
    with postgres.fresh() as address:
        postgres.run(address, "INSERT INTO migration VALUES ('999_from_the_future.sql')")
        yield address, sentence("database_newer")
        assert postgres.run(address, "SELECT max(name) FROM migration") == [("999_from_the_future.sql",)]


@contextmanager
def a_copy_that_may_only_be_read(postgres: ServedDatabases) -> Iterator[tuple[PostgresAddress, str]]:
    with postgres.fresh() as address:
        postgres.run(address, f"ALTER DATABASE {address.uri.rpartition('/')[2]} SET default_transaction_read_only = on")
        yield address, sentence("postgres_read_only")


@contextmanager
def a_user_who_may_make_no_tables(postgres: ServedDatabases) -> Iterator[tuple[PostgresAddress, str]]:
    with postgres.fresh(of="template0") as address:
        postgres.run(address, "DROP ROLE IF EXISTS reader")
        postgres.run(address, "CREATE ROLE reader LOGIN")
        yield as_user(address, "reader"), sentence("postgres_read_only")


@contextmanager
def invented_people(postgres: ServedDatabases) -> Iterator[tuple[PostgresAddress, str]]:
    with postgres.fresh(of="template0") as address, closing(open_store(address, secret_file=Path("/nowhere"), demo=True)):
        yield address, sentence("demonstration")


@contextmanager
def an_older_rekindle_that_runs(postgres: ServedDatabases) -> Iterator[tuple[PostgresAddress, str]]:
    with postgres.fresh() as address, of_an_older_one(address) as older_one:
        yield address, sentence("upgrade_beside_others")
        assert applied(older_one) == migrations.COUNT - 1


CASES: list[Case] = [
    nobody_at_the_port,
    a_host_that_nobody_knows,
    a_name_that_no_host_can_have,
    a_wrong_password,
    no_database_of_that_name,
    a_password_with_signs_in_it,
    half_an_address,
    an_option_that_is_none,
    an_older_server,
    tables_of_somebody_else,
    tables_of_somebody_else_by_our_names,
    a_schema_of_a_newer_version,
    an_older_rekindle_that_runs,
    a_copy_that_may_only_be_read,
    a_user_who_may_make_no_tables,
    invented_people,
]


@pytest.mark.parametrize(("case", "way"), list(zip(CASES, cycle(WAYS), strict=False)), ids=[case.__name__ for case in CASES])
def test_a_database_that_cannot_be_used_is_told_in_one_sentence_without_its_password(
    forks: Forks, tmp_path: Path, postgres: ServedDatabases, case: Case, way: str
) -> None:
    with case(postgres) as (address, told):
        server = ForkedServer(forks, tmp_path, way=way, settings=settings(address.uri, tmp_path))

        code = server.refused()

    assert said(server) == f"{told}\n"
    assert code == 1
    assert PASSWORD not in server.log


MISTYPED = [
    f"postgresql:/me:{PASSWORD}@db/rekindle",
    f"postgres//me:{PASSWORD}@db/rekindle",
    f"PostgreSQL://me:{PASSWORD}@db/rekindle",
    f"jdbc:postgresql://db/rekindle?password={PASSWORD}",
    f"host=db dbname=rekindle password={PASSWORD}",
    "postgresql:///srv/rekindle/rekindle.duckdb",
    "postgresql://var/rekindle.duckdb",
]


@pytest.mark.parametrize(("value", "way"), list(zip(MISTYPED, cycle(WAYS), strict=False)))
def test_an_address_is_taken_for_no_path_and_a_path_for_no_address(forks: Forks, tmp_path: Path, value: str, way: str) -> None:
    app = copied(tmp_path)
    server = ForkedServer(forks, tmp_path, way=way, app=app, settings=settings(value, tmp_path))
    before = sorted(path.name for path in app.iterdir())

    code = server.refused()

    assert said(server) == f"{sentence('setting_database', name='REKINDLE_DATABASE')}\n"
    assert code == 1
    assert PASSWORD not in server.log
    # A path that was meant as an address would become a folder there.
    assert sorted(path.name for path in app.iterdir() if path.name != "__pycache__") == before


@pytest.mark.parametrize("way", WAYS)
def test_without_its_driver_a_server_is_refused_in_one_sentence_and_a_file_is_served(forks: Forks, tmp_path: Path, way: str) -> None:
    app = copied(tmp_path)
    (app / "psycopg.py").write_text('raise ImportError("no pq wrapper available")')
    server = ForkedServer(forks, tmp_path, way=way, app=app, settings=settings("postgresql://me@127.0.0.1/rekindle", tmp_path))

    code = server.refused()

    assert said(server) == f"{sentence('postgres_no_driver')}\n"
    assert code == 1


def test_a_file_needs_no_driver_of_postgresql(forks: Forks, tmp_path: Path) -> None:
    app = copied(tmp_path)
    (app / "psycopg.py").write_text('raise ImportError("no pq wrapper available")')

    with ForkedServer(forks, tmp_path, app=app) as server:
        assert server.is_healthy()


def test_a_database_that_can_be_used_is_served_by_the_same_settings(forks: Forks, tmp_path: Path, postgres: ServedDatabases) -> None:
    """So that the others can fail."""
    with postgres.fresh(of="template0") as address:
        with ForkedServer(forks, tmp_path, settings=settings(as_user(address, "postgres").uri, tmp_path)) as server:
            assert server.is_healthy()
        with closing(store_at(address)) as store:
            assert store.is_writable()
