"""A PostgreSQL database as one end of a move: read while nobody else is connected, or filled in one transaction."""

from collections.abc import Iterator
from contextlib import contextmanager

import psycopg

from data.database_address import PostgresAddress
from data.errors import StoreTrouble
from data.storage import migrations
from data.storage.engines import postgres_neighbours, postgres_schema
from data.storage.engines.postgres_connection import connected
from data.storage.engines.postgres_errors import translated_errors
from data.storage.engines.postgres_turn import PostgresCursor
from data.storage.moving.carrier import Carrier
from data.storage.moving.tables import Rows
from data.storage.waiting.server_secret import ServerSecret

_ROWS_AT_A_TIME = 1000


class ServedEnd:
    """A connection that has its turn."""

    def __init__(self, connection: psycopg.Connection, address: PostgresAddress) -> None:
        self._connection, self._address = connection, address
        self.cursor = PostgresCursor(connection)

    def rows(self, sql: str, /) -> Iterator[Rows]:
        """All of them, so many at a time as fit into memory."""
        # By a name of its own the server keeps what was found, and hands it out by and by.
        with translated_errors(), self._connection.cursor("moving") as found:
            found.execute(sql.encode())
            while rows := found.fetchmany(_ROWS_AT_A_TIME):
                yield rows

    def check_alone(self) -> None:
        """Raises StoreTrouble where somebody else is connected, who would write here when the move is done."""
        if not postgres_neighbours.is_alone(self.cursor):
            raise StoreTrouble("move_source_in_use", place=str(self._address))


@contextmanager
def source(address: PostgresAddress, *, demo: bool) -> Iterator[ServedEnd]:
    """What the database holds. Nobody else may be connected; whoever comes meanwhile waits. Nothing is changed in it."""
    with connected(address) as connection:
        cursor = postgres_schema.begin(connection)
        here = ServedEnd(connection, address)
        here.check_alone()
        if not migrations.tables(cursor):
            raise StoreTrouble("no_database")
        postgres_schema.check(cursor, demo=demo)
        if list(migrations.missing(cursor)):
            raise StoreTrouble("move_source_older")
        yield here
        connection.rollback()


def fill(address: PostgresAddress, secret: ServerSecret, carrier: Carrier, *, demo: bool) -> None:
    """Fill the empty database with what is carried. All of it is there at once, compared, or nothing is."""
    with connected(address) as connection:
        cursor = postgres_schema.begin(connection)
        if migrations.tables(cursor):
            raise StoreTrouble("move_target_holds", place=str(address))
        postgres_schema.make(cursor, secret, demo=demo)
        end = ServedEnd(connection, address)
        carrier.carry(end)
        carrier.compare(end)
        connection.commit()
