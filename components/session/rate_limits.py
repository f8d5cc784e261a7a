"""How often one address may do something. Kept in memory only, forgotten at a restart, never written down."""

from collections import OrderedDict, deque
from collections.abc import Callable
from threading import Lock
from time import monotonic

# Enough for a large building; beyond it the longest unseen addresses are forgotten, so that memory stays bounded.
MAX_ADDRESSES = 10_000


class Limit:
    """At most `most` times in `seconds` for each address."""

    def __init__(self, most: int, seconds: float, *, clock: Callable[[], float] = monotonic) -> None:
        self._most, self._seconds, self._clock = most, seconds, clock
        self._times: OrderedDict[str, deque[float]] = OrderedDict()
        self._lock = Lock()

    def allows(self, address: str) -> bool:
        """Whether one more is allowed now; if so it is counted."""
        with self._lock:
            times = self._recent(address)
            if len(times) >= self._most:
                return False
            times.append(self._clock())
            return True

    def reached(self, address: str) -> bool:
        """Whether the next one would be refused; counts nothing."""
        with self._lock:
            return len(self._recent(address)) >= self._most

    def _recent(self, address: str) -> deque[float]:
        times = self._times.setdefault(address, deque())
        self._times.move_to_end(address)
        while len(self._times) > MAX_ADDRESSES:
            self._times.popitem(last=False)
        earliest = self._clock() - self._seconds
        while times and times[0] < earliest:
            times.popleft()
        return times
