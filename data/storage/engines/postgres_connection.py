"""How a PostgreSQL server is connected to."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import psycopg
from psycopg.conninfo import conninfo_to_dict

from data.database_address import PostgresAddress
from data.errors import DatabaseUnreachable, StoreTrouble
from data.storage.engines.postgres_errors import translated_errors
from data.storage.engines.postgres_neighbours import OUR_NAME

# Whoever is not connected within this time hears so; an address may say otherwise.
_CONNECT_SECONDS = 5
# A network that says nothing, not even that a message has come, is taken for lost as soon, also while nobody asks: a firewall that has
# forgotten a connection lets a new one through.
_SILENCE = {"tcp_user_timeout": 5_000, "keepalives_idle": 5, "keepalives_interval": 2, "keepalives_count": 3}


@contextmanager
def connected(address: PostgresAddress) -> Iterator[psycopg.Connection]:
    """One connection, for a start or a command: whoever runs it hears which server is not there."""
    try:
        with translated_errors(), _connection(address) as connection:
            yield connection
    except DatabaseUnreachable:
        raise DatabaseUnreachable("postgres_unreachable", place=str(address)) from None


def _connection(address: PostgresAddress) -> psycopg.Connection:
    try:
        return psycopg.Connection.connect(**parameters(address))
    # Of a name that no host can have, such as one with two dots beside each other, Python itself complains.
    except (psycopg.ProgrammingError, UnicodeError):
        # Not even chained: the complaint quotes the address, or the half of a password that it took for a part of one.
        raise StoreTrouble("postgres_address") from None


def parameters(address: PostgresAddress) -> dict[str, Any]:
    """How to connect: $1 as in DuckDB, every statement by itself, and nothing that a pooler could hand to somebody else."""
    ours = {"autocommit": True, "cursor_factory": psycopg.RawCursor, "prepare_threshold": None, "application_name": OUR_NAME}
    # Text is UTF-8, whatever the server would choose.
    return {"connect_timeout": _CONNECT_SECONDS, **_SILENCE, **conninfo_to_dict(address.uri), "client_encoding": "utf8", **ours}
