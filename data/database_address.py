"""Where the database is: a file of DuckDB, or a database of a PostgreSQL server."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeAlias
from urllib.parse import urlsplit

# Both are PostgreSQL's own (its manual, "Connection URIs").
SCHEMES = ("postgresql", "postgres")


@dataclass(frozen=True)
class PostgresAddress:
    """The address of a database on a PostgreSQL server. It may hold a password, so it is never shown as a whole."""

    uri: str = field(repr=False)

    def __str__(self) -> str:
        """Server and database, without user, password and options."""
        parts = urlsplit(self.uri)
        return f"{parts.scheme}://{parts.netloc.rpartition('@')[2]}{parts.path}"


Database: TypeAlias = Path | PostgresAddress


def is_postgres(text: str) -> bool:
    """Whether that is the address of a PostgreSQL database, and no path."""
    return text.partition("://")[0] in SCHEMES
