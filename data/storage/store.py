"""What the rest of `data` asks of a database, whichever it is: statements in, rows out (docs/decisions.md 34)."""

from collections.abc import Sequence
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any, Protocol

from data.storage.waiting.server_secret import ServerSecret


class Cursor(Protocol):
    """One transaction's way to the database. A change answers with one row, which says how many rows it touched."""

    def execute(self, sql: str, values: Sequence[object] = ..., /) -> "Cursor":
        """The same text on every database, with $1, $2 and so on for the values."""

    def fetchall(self) -> list[tuple[Any, ...]]: ...


class Store(Protocol):
    """One writer at a time, readers beside it; safe to share between threads. Whatever goes wrong is raised as StoreTrouble."""

    @property
    def secret(self) -> ServerSecret:
        """What opens the rows that wait among everyone."""

    @property
    def writes(self) -> int:
        """How many changes were made through this store. During one's own block of `write_lock` nobody else adds to it."""

    @property
    def confirmation(self) -> Path | None:
        """Where another process leaves word of a confirmed day; None where it can write into the database itself."""

    def read(self, sql: str, values: Sequence[object] = (), /) -> list[tuple[Any, ...]]:
        """The rows of one SELECT."""

    def write(self, sql: str, values: Sequence[object] = (), /) -> int:
        """How many rows one statement touched; they are safe by then, or when the block of `write_lock` ends that it is in."""

    def write_lock(self) -> AbstractContextManager[None]:
        """Nobody else writes during the block, so that what is read in it is still so when it is written back."""

    def transaction(self) -> AbstractContextManager[Cursor]:
        """Several statements, alone, all safe when the block ends; whatever is raised inside undoes all of them."""

    def is_writable(self, *, patience_seconds: float = -1) -> bool | None:
        """Whether a save would be safe just now; None where others write for longer than that."""

    def rewrite_due(self) -> bool:
        """Whether what was deleted can still be read in the file, and a rewrite would end that."""

    def rewrite_is_quick(self) -> bool:
        """Whether a rewrite would take well under a second."""

    def rewrite_if_quiet(self, quiet_seconds: float, /) -> bool:
        """Rewrite where that is due and nobody has written for so long; whether it was done."""

    def rewrite(self) -> None:
        """Write the file anew without what was deleted, where there is one."""

    def give_up_rewriting(self) -> None:
        """End whatever would keep somebody waiting who stops a server, and begin none of it any more."""

    def close(self) -> None:
        """Nothing can be read or saved after it."""
