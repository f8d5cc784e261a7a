"""What whoever watches over a server may know, as figures for Prometheus: of the server as a whole, and never of anybody in it.

No label holds an address, a key, a team or a word of a person, and nothing counts what people answer, join or show (docs/security.md 8).
"""

from collections.abc import Iterator
from contextlib import contextmanager
from time import perf_counter
from typing import Protocol

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, ProcessCollector

REGISTRY = CollectorRegistry()
_SECONDS = (0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1.0, 2.0, 5.0, 10.0, 30.0)

# Memory, processor time and open files of this process.
ProcessCollector(registry=REGISTRY)

SAVES = Histogram("rekindle_save_seconds", "How long changes took, with their wait", registry=REGISTRY, buckets=_SECONDS)
WAITS = Histogram("rekindle_wait_seconds", "How long changes waited that had to", registry=REGISTRY, buckets=_SECONDS)
WAITING = Gauge("rekindle_waiting", "Changes that wait for their turn just now", registry=REGISTRY)
ERRORS = Counter("rekindle_errors", "What was refused on a screen or went wrong, by kind", ["kind"], registry=REGISTRY)
OPEN = Gauge("rekindle_open_sessions", "Pages that are open just now", registry=REGISTRY)
READY = Gauge("rekindle_ready", "Whether people can save, as /readyz says: 1 or 0", registry=REGISTRY)
DAY_IN_DOUBT = Gauge("rekindle_day_in_doubt", "Whether nothing is done by the day because it is in doubt: 1 or 0", registry=REGISTRY)
MIXED = Gauge("rekindle_mixed_timestamp_seconds", "The day whose mixing is done", registry=REGISTRY)
BACKED_UP = Gauge("rekindle_backup_timestamp_seconds", "When a backup was last taken; 0 before the first", registry=REGISTRY)
REWRITTEN = Gauge("rekindle_rewrite_timestamp_seconds", "When the file was last rewritten; 0 before the first time", registry=REGISTRY)
REWRITE_TOOK = Gauge("rekindle_rewrite_seconds", "How long that took", registry=REGISTRY)


class Lock(Protocol):
    """What only one at a time holds."""

    def acquire(self, blocking: bool = ...) -> bool: ...
    def release(self) -> None: ...


@contextmanager
def turn(lock: Lock) -> Iterator[None]:
    """Hold the lock during the block; what had to wait for it is counted."""
    if not lock.acquire(blocking=False):
        began = perf_counter()
        with WAITING.track_inprogress():
            lock.acquire()
        WAITS.observe(perf_counter() - began)
    try:
        yield
    finally:
        lock.release()


def rewrote(seconds: float) -> None:
    """The file has just been rewritten, which took so long."""
    REWRITTEN.set_to_current_time()
    REWRITE_TOOK.set(seconds)
