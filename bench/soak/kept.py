"""Where everything is kept while processes die: a file, a PostgreSQL server, or one that is copied all the time to another."""

import json
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Protocol, Self

from data import database_address
from data.storage.engines.opening import open_store
from data.storage.store import Store
from tests.postgresql import Cluster


@dataclass(frozen=True)
class Shared:
    """What every process is told: database, secret, calendar, the keys of the visitors, and the manage and insights link of the team."""

    database: str
    secret: str
    calendar: str
    keys: Sequence[str]
    links: Sequence[str]

    @classmethod
    def from_line(cls, line: str) -> Self:
        return cls(**json.loads(line))

    def line(self) -> str:
        return json.dumps(asdict(self)) + "\n"

    def opened(self) -> Store:
        return open_store(database_address.read(self.database), secret_file=Path(self.secret))


class Kept(Protocol):
    """A database, how many processes use it at once, and how it fails, where it can fail by itself."""

    @property
    def database(self) -> str: ...
    @property
    def processes(self) -> int: ...
    @property
    def fails(self) -> Callable[[], None] | None: ...


@dataclass(frozen=True)
class InFile:
    """A file lives in its one process, and dies with it."""

    database: str
    processes: int = 1
    fails: None = None


class OnServer:
    """A server for two replicas, which is killed like them and starts again."""

    processes = 2

    def __init__(self, another: Callable[[], Cluster]) -> None:
        self._cluster = another()
        self._cluster.make()
        self._cluster.start()
        self.database = self._cluster.uri

    def fails(self) -> None:
        self._cluster.kill()
        self._cluster.start()


class OnPair:
    """A server and the copy that confirms every change; when the one is killed, the other takes over, and gets a copy of its own."""

    processes = 2

    def __init__(self, another: Callable[[], Cluster]) -> None:
        self._clusters = [another(), another()]
        self._clusters[0].make()
        self._clusters[0].start()
        self._follow()
        hosts = ",".join(f"127.0.0.1:{cluster.port}" for cluster in self._clusters)
        self.database = f"postgresql://postgres@{hosts}/postgres?target_session_attrs=read-write"

    def fails(self) -> None:
        self.lose()
        self.take_over()

    def lose(self) -> None:
        """From here on nobody answers who takes changes."""
        self._clusters[0].kill()

    def take_over(self) -> None:
        """Let the copy take changes, and be followed by a new copy in the place of the one that was lost."""
        lost, copy = self._clusters
        copy.promote()
        self._clusters = [copy, lost]
        lost.clear()
        self._follow()

    def _follow(self) -> None:
        """From here on nothing is acknowledged that the second does not hold as well."""
        first, second = self._clusters
        second.copy(first.uri)
        second.start()
        first.confirm_changes_by_a_copy()
