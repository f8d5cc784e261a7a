"""How often one address may do something. Kept in memory and forgotten at a restart, unless several processes count together."""

import secrets
from collections import OrderedDict, deque
from collections.abc import Callable
from math import ceil
from threading import Lock
from time import monotonic
from typing import Any

from data.errors import StoreTrouble

# Enough for a large building; beyond it the longest unseen addresses are forgotten, so that memory stays bounded.
MAX_ADDRESSES = 10_000


class Limit:
    """At most `most` times in `seconds` for each address."""

    def __init__(self, most: int, seconds: float, *, clock: Callable[[], float] = monotonic) -> None:
        # By a clock that only runs forwards: with the time of day, one that is set back would lock everybody out.
        self._most, self._seconds, self._clock = most, seconds, clock
        self._times: OrderedDict[str, deque[float]] = OrderedDict()
        self._lock = Lock()

    def take(self, address: str, tried: str = "") -> bool:
        """Whether one more is allowed now; if so it is counted. `tried`: what it is, for whoever counts the same only once."""
        with self._lock:
            times = self._recent(address)
            if len(times) >= self._most:
                return False
            times.append(self._clock())
            return True

    def seconds_until_free(self, address: str) -> int:
        """After how many seconds the next one would be allowed; 0 where it is now. Counts nothing."""
        with self._lock:
            times = self._recent(address)
            return 0 if len(times) < self._most else ceil(times[-self._most] + self._seconds - self._clock())

    def _recent(self, address: str) -> deque[float]:
        times = self._times.setdefault(address, deque())
        self._times.move_to_end(address)
        while len(self._times) > MAX_ADDRESSES:
            self._times.popitem(last=False)
        earliest = self._clock() - self._seconds
        while times and times[0] <= earliest:
            times.popleft()
        return times


class SharedLimit(Limit):
    """The same for all processes on one database, where `take_shared` counts. While it cannot be asked, each counts by itself."""

    def __init__(self, most: int, seconds: float, take_shared: Callable[[str, str], bool]) -> None:
        super().__init__(most, seconds)
        self._take_shared = take_shared

    def take(self, address: str, tried: str = "") -> bool:
        if self.seconds_until_free(address):
            return False
        try:
            allowed = self._take_shared(address, tried or secrets.token_hex())
        except StoreTrouble:
            allowed = True
        return allowed and super().take(address)


class WrongKeys:
    """Different keys for each address that open nothing, at most as many as `limit` allows. A dead link, clicked often, is one."""

    def __init__(self, limit: Limit, seconds: float, *, clock: Callable[[], float] = monotonic) -> None:
        self._limit = limit
        self._seen: OrderedDict[tuple[str, str], float] = OrderedDict()
        self._once_good: OrderedDict[str, None] = OrderedDict()
        self._seconds, self._clock = seconds, clock
        self._lock = Lock()

    def opened(self, mark: str) -> None:
        """Remember a key that opens something: once its link has ended, it is an old link and no guess."""
        with self._lock:
            self._once_good[mark] = None
            self._once_good.move_to_end(mark)
            _forget_oldest(self._once_good)

    def take(self, address: str, mark: str) -> bool:
        """Whether a key that opens nothing is answered as one that was mistyped; it is counted unless that was done lately."""
        with self._lock:
            known = self._clock() - self._seen.get((address, mark), float("-inf")) < self._seconds
            if known or mark in self._once_good:
                return True
        # Not under the lock: a database may be asked, and whoever has a good key waits for none.
        if not self._limit.take(address, mark):
            return False
        with self._lock:
            self._seen[address, mark] = self._clock()
            self._seen.move_to_end((address, mark))
            _forget_oldest(self._seen)
        return True


def _forget_oldest(remembered: OrderedDict[Any, Any]) -> None:
    while len(remembered) > MAX_ADDRESSES:
        remembered.popitem(last=False)
