"""A DuckDB file as one end of a move: read while nobody holds it, or made beside its place and put there once it is whole."""

from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from duckdb import DuckDBPyConnection

from data.errors import StoreTrouble
from data.storage import database_file, exchange, migrations
from data.storage.error_translation import translated_errors
from data.storage.moving.carrier import Carrier
from data.storage.moving.tables import Rows
from data.storage.waiting.server_secret import ServerSecret

_ROWS_AT_A_TIME = 1000


class FileEnd:
    """An open file."""

    def __init__(self, connection: DuckDBPyConnection) -> None:
        self.cursor = connection

    def rows(self, sql: str, /) -> Iterator[Rows]:
        """All of them, so many at a time as fit into memory."""
        with translated_errors():
            found = self.cursor.execute(sql)
            while rows := found.fetchmany(_ROWS_AT_A_TIME):
                yield rows

    def check_alone(self) -> None:
        """Nobody else can come, because the file is held."""


@contextmanager
def source(path: Path, *, demo: bool) -> Iterator[FileEnd]:
    """What the file holds, which nobody else holds meanwhile. Not a byte of it is changed."""
    with translated_errors(), closing(database_file.lock(path)):
        database_file.inspect(path, demo=demo)
        with database_file.connect(path, read_only=True) as connection:
            if list(migrations.missing(connection)):
                raise StoreTrouble("move_source_older")
            yield FileEnd(connection)


def fill(path: Path, secret: ServerSecret, carrier: Carrier, *, demo: bool) -> None:
    """Make the file out of what is carried. Until all of it is there and compared, there is no file at the path."""
    if not path.parent.is_dir():
        raise StoreTrouble("backup_no_folder", file=str(path))
    with translated_errors(), closing(database_file.lock(path)):
        if path.exists() or database_file.logs(path):
            raise StoreTrouble("move_target_holds", place=str(path))
        exchange.check(path)
        new = database_file.new_file(path)
        database_file.remove_new_file(path)
        try:
            with database_file.connect(new) as connection:
                database_file.make(connection, secret, demo=demo)
                _carry(carrier, connection)
                database_file.close_whole(connection, new)
            # Opened anew, as the next start will open it: what counts is what lies on the disk.
            with database_file.connect(new, read_only=True) as connection:
                carrier.compare(FileEnd(connection))
            database_file.put_in_place(path)
        finally:
            database_file.remove_new_file(path)


def _carry(carrier: Carrier, connection: DuckDBPyConnection) -> None:
    connection.begin()
    carrier.carry(FileEnd(connection))
    connection.commit()
