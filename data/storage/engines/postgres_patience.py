"""How long a PostgreSQL server is waited for that takes a message and does not answer it (docs/decisions.md 48)."""

import threading
from collections.abc import Sequence
from time import monotonic
from typing import Any

import psycopg
from psycopg.abc import RV, PQGen
from psycopg.pq import TransactionStatus

from data.errors import DatabaseUnreachable

# A server that restarts or is taken over by its copy is back within seconds; whoever asks meanwhile waits so long for it.
SECONDS = 10.0
# Long beside what any answer takes, and short enough for every statement of a page.
_ONCE_IN_VAIN_SECONDS = 1.0
_LOOKS_EVERY_SECONDS = 0.2


class Patience:
    """Ten seconds; once somebody has waited so long in vain, one second for everybody, until anybody is answered."""

    def __init__(self) -> None:
        self.in_vain = False

    def until(self) -> float:
        """When whoever asks now has waited long enough."""
        return monotonic() + (_ONCE_IN_VAIN_SECONDS if self.in_vain else SECONDS)

    def is_over(self, until: float) -> bool:
        """Whether that moment has come."""
        over = monotonic() >= until
        self.in_vain = self.in_vain or over
        return over


class PatientLock:
    """A lock among writers of this process. Whoever waits behind one who waits in vain gives up as they do, and not after all of them."""

    def __init__(self, lock: threading.RLock, patience: Patience) -> None:
        self._lock, self._patience = lock, patience

    def acquire(self, blocking: bool = True) -> bool:
        """Whether it is held now. Raises DatabaseUnreachable."""
        until = self._patience.until()
        # A crowd may wait for longer than that, one after the other, and each is answered.
        while not self._lock.acquire(timeout=_LOOKS_EVERY_SECONDS if blocking else 0):
            if not blocking:
                return False
            if self._patience.in_vain and monotonic() >= until:
                raise DatabaseUnreachable("database_unreachable")
        return True

    def release(self) -> None:
        self._lock.release()


class PatientConnection(psycopg.Connection[tuple[Any, ...]]):
    """One that is lost where an answer does not come in time.

    Attributes:
        patience_seconds: for each message.
        was_silent: whether it was lost for that.
    """

    patience_seconds = SECONDS
    was_silent = False

    def asked(self, sql: bytes, values: Sequence[object], until: float) -> psycopg.Cursor:
        """The answer to a first statement, if it comes until then; each later one has the whole time again."""
        self.patience_seconds = max(until - monotonic(), _ONCE_IN_VAIN_SECONDS)
        try:
            return self.execute(sql, values or None)
        finally:
            self.patience_seconds = SECONDS

    def wait(self, gen: PQGen[RV], interval: float = 0.1, timeout: float | None = None) -> RV:
        """Everything that the server is asked goes through here. Raises OperationalError."""
        try:
            return super().wait(gen, interval, timeout or self.patience_seconds)
        except psycopg.OperationalError:
            # Still asked: what came now would be taken for the answer to the next question.
            if self.info.transaction_status is TransactionStatus.ACTIVE:
                self.was_silent = True
                self.pgconn.finish()
            raise
