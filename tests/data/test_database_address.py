from pathlib import Path

import pytest

from data import database_address
from data.database_address import PostgresAddress

PARTS = ("hun", "ter2")


@pytest.mark.parametrize(
    ("uri", "shown"),
    [
        ("postgresql://db.example/rekindle", "postgresql://db.example/rekindle"),
        ("postgres://me@db:5433,db2/rekindle?sslmode=verify-full", "postgres://db:5433,db2/rekindle"),
        ("postgresql://me:hunter2@[::1]:5433/rekindle", "postgresql://[::1]:5433/rekindle"),
        ("postgresql://me:hunter2@%2Fvar%2Frun/rekindle", "postgresql://%2Fvar%2Frun/rekindle"),
        ("postgresql:///rekindle?host=/var/run&password=hunter2", "postgresql:///rekindle"),
        ("postgresql://", "postgresql://"),
    ],
)
def test_of_an_address_its_server_and_database_are_shown(uri: str, shown: str) -> None:
    assert str(PostgresAddress(uri)) == shown


@pytest.mark.parametrize("sign", ["/", "@", ":", "?", "#", "[", " ", "%", "\\"])
def test_no_part_of_a_password_is_shown_whatever_sign_is_in_it(sign: str) -> None:
    """Seen to fail: with what is between the last @ and the first / taken for the server."""
    address = PostgresAddress(f"postgresql://me:{sign.join(PARTS)}@db.example/rekindle")

    assert [part for part in PARTS if part in f"{address} {address!r}"] == []


@pytest.mark.parametrize("path", ["var/rekindle.duckdb", "/srv/postgres/people.duckdb", "postgres/people.duckdb", "postgres", "~/people"])
def test_a_path_is_a_path_also_where_it_is_named_after_a_server(path: str) -> None:
    assert database_address.read(path) == Path(path)


@pytest.mark.parametrize(
    "mistyped",
    [
        "postgresql:/db/rekindle",
        "postgres//db/rekindle",
        "POSTGRESQL://db/rekindle",
        "postgresql:db",
        "jdbc:postgresql://db/rekindle",
        "mysql://db/rekindle",
        "host=db dbname=rekindle",
        "user=me host = db",
        "postgresql:///srv/rekindle/rekindle.duckdb",
        "duckdb:///srv/rekindle.duckdb",
    ],
)
def test_what_is_neither_an_address_nor_a_path_is_refused(mistyped: str) -> None:
    with pytest.raises(ValueError, match="file"):
        database_address.read(mistyped)
