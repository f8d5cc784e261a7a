"""Who else is connected to a PostgreSQL database."""

from collections.abc import Sequence
from time import monotonic

from data.storage import migrations
from data.storage.engines.postgres_turn import PostgresCursor

# By this name the server knows a process, and so does another one: they go by one schema where it is the same.
OUR_NAME = f"rekindle {migrations.NEWEST}"
# So long the server may take to see that somebody has gone who was just stopped.
_PATIENCE_SECONDS = 3.0
# Whatever works by itself for the server, such as its vacuum, is nobody.
_OTHERS = "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid() AND usename IS NOT NULL"
# Rekindle has a user of its own, so whoever comes as another one is no Rekindle.
_OLDER = f"{_OTHERS} AND usename = current_user AND application_name <> $1"


def is_alone(cursor: PostgresCursor) -> bool:
    """Whether nobody else is connected, be it a pooler or a tool; asked for some seconds."""
    return _there_is_none(cursor, _OTHERS)


def no_older_runs(cursor: PostgresCursor) -> bool:
    """Whether nobody who may be a Rekindle of another schema is connected; asked for some seconds.

    One of the same schema that starts at the same moment is, and waits for its turn.
    """
    return _there_is_none(cursor, _OLDER, [OUR_NAME])


def _there_is_none(cursor: PostgresCursor, sql: str, values: Sequence[object] = ()) -> bool:
    until = monotonic() + _PATIENCE_SECONDS
    # Within a transaction the server would go on saying what it said first.
    cursor.execute("SELECT pg_stat_clear_snapshot()")
    while cursor.execute(sql, values).fetchall() != [(0,)]:
        if monotonic() > until:
            return False
        cursor.execute("SELECT pg_sleep(0.1), pg_stat_clear_snapshot()")
    return True
