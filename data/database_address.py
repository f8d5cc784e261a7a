"""Where the database is: a file of DuckDB, or a database of a PostgreSQL server."""

import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeAlias

# Both are PostgreSQL's own (its manual, "Connection URIs").
_SCHEMES = ("postgresql://", "postgres://")

# What may be shown of an address that is written as it should be: nothing that could be a part of a password with a sign in it.
_SHOWN = re.compile(r"(?P<scheme>\w+://)([^@/?#]*@)?(?P<place>([\w.,%-]|\[[\da-f:.]+\]|:\d+)*(/[\w.%-]*)?)(\?[^@#]*)?", re.IGNORECASE)
# An address that somebody mistyped, or wrote as other programs or libpq's own settings have it.
_MISTYPED = re.compile(r"(\w+:)?(postgre|pgsql)\w*(:|//)|(.*\s)?(host|hostaddr|dbname|service)\s*=", re.IGNORECASE)
# As our own files end; no database of a server is called so.
_FILE = ".duckdb"


@dataclass(frozen=True)
class PostgresAddress:
    """The address of a database on a PostgreSQL server. It may hold a password, so it is never shown as a whole."""

    uri: str = field(repr=False)

    def __str__(self) -> str:
        """Server and database, without user, password and options; the scheme alone where it cannot be told which is which."""
        shown = _SHOWN.fullmatch(self.uri)
        return f"{shown['scheme']}{shown['place']}" if shown else f"{self.uri.partition('://')[0]}://..."


Database: TypeAlias = Path | PostgresAddress


def read(text: str) -> Database:
    """The address, or the path as it is given. Raises ValueError for what is neither, or an address that leads to a file."""
    if text.startswith(_SCHEMES):
        if text.partition("?")[0].endswith(_FILE):
            raise ValueError("the path of a file, written as an address")
        return PostgresAddress(text)
    # Taken for a path, a mistyped address would make an empty database in a folder of that name.
    if "://" in text or _MISTYPED.match(text):
        raise ValueError("an address, and not the path of a file")
    return Path(text)
