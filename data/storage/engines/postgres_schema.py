"""A PostgreSQL database made ready: looked at before it is touched, and brought up to date by one process at a time."""

from pathlib import Path

import psycopg

from data.errors import NotADatabase, StoreTrouble
from data.storage import demonstration_mark, migrations
from data.storage.engines import postgres_neighbours
from data.storage.engines.postgres_turn import BEGIN, PostgresCursor
from data.storage.waiting.server_secret import ServerSecret

# Debian's oldest that is still cared for, and the one that our tests run.
_OLDEST = 15
_ALONE = Path(__file__).with_name("postgres_alone.sql")


def prepare(connection: psycopg.Connection, secret: ServerSecret, *, demo: bool) -> None:
    """Bring the schema up to date. Raises StoreTrouble for what is not for us, and leaves it as it is."""
    cursor = begin(connection)
    if migrations.tables(cursor):
        check(cursor, demo=demo)
        # What an older one reads and writes may mean something else afterwards.
        if list(migrations.missing(cursor)) and not postgres_neighbours.no_older_runs(cursor):
            raise StoreTrouble("upgrade_beside_others")
        _bring_up_to_date(cursor, secret)
    else:
        make(cursor, secret, demo=demo)
    connection.commit()


def begin(connection: psycopg.Connection) -> PostgresCursor:
    """A turn at writing, which whoever starts at the same moment waits for. Raises StoreTrouble for a server that is too old."""
    version = connection.info.server_version // 10_000
    if version < _OLDEST:
        raise StoreTrouble("postgres_too_old", version=version, oldest=_OLDEST)
    connection.execute(BEGIN)
    return PostgresCursor(connection)


def make(cursor: PostgresCursor, secret: ServerSecret, *, demo: bool) -> None:
    """Everything that an empty database needs to be ours."""
    if demo:
        demonstration_mark.mark(cursor)
    _bring_up_to_date(cursor, secret)


def check(cursor: PostgresCursor, *, demo: bool) -> None:
    """Raises StoreTrouble for what is not for us. Changes nothing."""
    try:
        migrations.check(cursor)
    except NotADatabase:
        raise NotADatabase("postgres_of_something_else") from None
    demonstration_mark.check(cursor, demo=demo)


def _bring_up_to_date(cursor: PostgresCursor, secret: ServerSecret) -> None:
    for file in migrations.missing(cursor):
        migrations.apply(cursor, file, secret)
    cursor.execute(_ALONE.read_text(encoding="utf-8"))
    # A database that takes no changes is refused here, and not at somebody's first answer.
    cursor.execute("UPDATE heartbeat SET beats = beats + 1")
