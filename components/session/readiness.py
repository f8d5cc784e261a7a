"""Whether people can save, for whoever watches over the server: looked at by one thread of its own, and remembered for a moment."""

import asyncio
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from time import monotonic

from data import figures

# However many ask, the database is tried once in this time.
_FRESH_SECONDS = 2.0
# Whoever holds the writer for longer than this is at work, and the last answer stands...
_PATIENCE_SECONDS = 0.5
# ...for as long as a rewrite of a large database may take. After that nobody could save for minutes, whatever the reason.
_LONGEST_BUSY_SECONDS = 180.0
# A disk that hangs holds up the look, and nobody who asks.
_ASKER_WAITS_SECONDS = 2.0


class Readiness:
    """What the last look said. `try_saving` is given how long to wait for others, and answers None where they take longer."""

    def __init__(self, try_saving: Callable[[float], bool | None]) -> None:
        self._try = try_saving
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="readiness")
        self._look: Future[bool | None] | None = None
        # Not ready before the first look: nobody should be sent to a server that has not saved anything yet.
        self._ready, self._looked_at, self._known_at = False, float("-inf"), monotonic()

    async def now(self) -> bool:
        """Whether people can save, as of a moment ago."""
        if monotonic() - self._looked_at >= _FRESH_SECONDS:
            # Not wait_for, which would call the look off: it goes on, and whoever asks next hears what came of it.
            await asyncio.wait({asyncio.wrap_future(self._under_way())}, timeout=_ASKER_WAITS_SECONDS)
        return self._ready and monotonic() - self._known_at < _LONGEST_BUSY_SECONDS

    def _under_way(self) -> Future[bool | None]:
        if self._look is None or self._look.done():
            self._look = self._thread.submit(self._once)
        return self._look

    def _once(self) -> bool | None:
        writable = self._try(_PATIENCE_SECONDS)
        self._looked_at = monotonic()
        if writable is not None:
            self._ready, self._known_at = writable, self._looked_at
            figures.READY.set(writable)
        return writable
