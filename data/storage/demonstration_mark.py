"""The mark that tells a database of invented people from one of real people, so that neither is ever opened as the other."""

from data.errors import DemonstrationDatabase, NotADemonstration
from data.storage import migrations
from data.storage.store import Cursor


def mark(cursor: Cursor) -> None:
    """Make a new database a demonstration, for good: no migration makes this table, and a rewrite copies it like any other."""
    cursor.execute("CREATE TABLE demonstration (invented BOOLEAN NOT NULL)")


def check(cursor: Cursor, *, demo: bool) -> None:
    """Raise DemonstrationDatabase or NotADemonstration for a database of the other kind. Changes nothing."""
    marked = "demonstration" in migrations.tables(cursor)
    if marked and not demo:
        raise DemonstrationDatabase("demonstration")
    if demo and not marked:
        raise NotADemonstration("not_a_demonstration")
