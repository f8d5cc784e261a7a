"""A move: everything from a file into a PostgreSQL database, or from there into a file; counted and compared, all at once or not at all."""

from contextlib import AbstractContextManager
from pathlib import Path

from data.database_address import Database
from data.errors import StoreTrouble
from data.storage.moving import file_end, served_end
from data.storage.moving.carrier import Carrier
from data.storage.moving.tables import End
from data.storage.waiting.server_secret import ServerSecret


def move(source: Database, target: Database, secret: ServerSecret, *, demo: bool) -> dict[str, int]:
    """How many rows of each table were moved. The source stays as it is. Raises StoreTrouble, and the target stays empty then."""
    if isinstance(source, Path) == isinstance(target, Path):
        raise StoreTrouble("move_same_kind")
    with _opened(source, demo=demo) as here:
        carrier = Carrier(here)
        if isinstance(target, Path):
            file_end.fill(target, secret, carrier, demo=demo)
        else:
            served_end.fill(target, secret, carrier, demo=demo)
    return {name: taken.rows for name, taken in carrier.taken.items()}


def _opened(source: Database, *, demo: bool) -> AbstractContextManager[End]:
    return file_end.source(source, demo=demo) if isinstance(source, Path) else served_end.source(source, demo=demo)
