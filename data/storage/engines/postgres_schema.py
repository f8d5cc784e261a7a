"""A PostgreSQL database made ready: looked at before it is touched, and brought up to date by one process at a time."""

from pathlib import Path

import psycopg

from data.errors import NotADatabase, StoreTrouble
from data.storage import demonstration_mark, migrations
from data.storage.engines.postgres_turn import BEGIN, PostgresCursor
from data.storage.waiting.server_secret import ServerSecret

# Debian's oldest that is still cared for, and the one that our tests run.
_OLDEST = 15
_INDEXES = Path(__file__).with_name("postgres_indexes.sql")


def prepare(connection: psycopg.Connection, secret: ServerSecret, *, demo: bool) -> None:
    """Bring the schema up to date. Raises StoreTrouble for what is not for us, and leaves it as it is."""
    version = connection.info.server_version // 10_000
    if version < _OLDEST:
        raise StoreTrouble("postgres_too_old", version=version, oldest=_OLDEST)
    # Whoever starts at the same moment waits here, and then finds it done. Whatever fails undoes all of it.
    connection.execute(BEGIN)
    cursor = PostgresCursor(connection)
    if migrations.tables(cursor):
        _check(cursor, demo=demo)
    elif demo:
        demonstration_mark.mark(cursor)
    for file in migrations.missing(cursor):
        migrations.apply(cursor, file, secret)
    cursor.execute(_INDEXES.read_text(encoding="utf-8"))
    # A database that takes no changes is refused here, and not at somebody's first answer.
    cursor.execute("UPDATE heartbeat SET beats = beats + 1")
    connection.commit()


def _check(cursor: PostgresCursor, *, demo: bool) -> None:
    try:
        migrations.check(cursor)
    except NotADatabase:
        raise NotADatabase("postgres_of_something_else") from None
    demonstration_mark.check(cursor, demo=demo)
