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
        raise DemonstrationDatabase(
            "The database is a demonstration with invented people and was left as it is; set REKINDLE_DATABASE to another path."
        )
    if demo and not marked:
        raise NotADemonstration(
            "The database is no demonstration and was left as it is, because invented people may not mix with real ones; "
            "leave REKINDLE_DEMO out, or set REKINDLE_DATABASE to another path."
        )
