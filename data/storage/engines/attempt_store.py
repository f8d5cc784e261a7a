"""How often something was tried from one address, counted for all processes on one PostgreSQL (docs/decisions.md 42).

An address is kept as a mark that leads back to it only by the secret of the server, and another one each day; when something was tried
is kept in sixths of the time that is looked back on.
"""

from data.storage.store import Store

_PARTS, _DAY_SECONDS = 6, 86_400
# By the clock of the database, which all processes share.
_NOW = "SELECT CAST(extract(epoch FROM now()) AS BIGINT)"


class AttemptStore:
    """Counts what is limited. Raises StoreTrouble where the database cannot be asked."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def take(self, limit: str, address: str, tried: str, *, most: int, seconds: int) -> bool:
        """Whether one more is allowed in so many seconds; it is counted unless the very same was tried before."""
        now = self._now()
        days = (now // _DAY_SECONDS, now // _DAY_SECONDS - 1)
        places = [self._store.secret.mark(day, f"{limit} {address}") for day in days]
        tries = [self._store.secret.mark(day, f"{limit} {address} {tried}") for day in days]
        # A flood is refused without a turn at writing, which people who save would wait for.
        if not self._has_room(now, places, tries, most):
            return False
        part = seconds // _PARTS
        with self._store.write_lock():
            if not self._has_room(now, places, tries, most):
                return False
            self._store.write(
                "INSERT INTO attempt VALUES ($1, $2, $3) ON CONFLICT DO NOTHING", [places[0], tries[0], now // part * part + seconds]
            )
        return True

    def drop_expired(self) -> None:
        """Erase what is no longer looked back on."""
        now = self._now()
        if self._store.read("SELECT 1 FROM attempt WHERE gone_by <= $1 LIMIT 1", [now]):
            self._store.write("DELETE FROM attempt WHERE gone_by <= $1", [now])

    def _has_room(self, now: int, places: list[bytes], tries: list[bytes], most: int) -> bool:
        counted = "SELECT count(*), count(*) FILTER (WHERE tried IN ($4, $5)) FROM attempt WHERE place IN ($2, $3) AND gone_by > $1"
        ((count, same),) = self._store.read(counted, [now, *places, *tries])
        return bool(same) or count < most

    def _now(self) -> int:
        ((now,),) = self._store.read(_NOW)
        return int(now)
