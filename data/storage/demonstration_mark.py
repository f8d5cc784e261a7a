"""The mark that tells a database of invented people from one of real people, so that neither is ever opened as the other."""

from duckdb import DuckDBPyConnection

from data.errors import DemonstrationDatabase, NotADemonstration


def mark(connection: DuckDBPyConnection) -> None:
    """Make a new database a demonstration, for good: no migration makes this table, and a rewrite copies it like any other."""
    connection.execute("CREATE TABLE demonstration (invented BOOLEAN NOT NULL)")


def check(connection: DuckDBPyConnection, *, demo: bool) -> None:
    """Raise DemonstrationDatabase or NotADemonstration for a file of the other kind. Changes nothing."""
    marked = bool(connection.execute("SELECT 1 FROM duckdb_tables() WHERE table_name = 'demonstration'").fetchall())
    if marked and not demo:
        raise DemonstrationDatabase("demonstration")
    if demo and not marked:
        raise NotADemonstration("not_a_demonstration")
