"""People for a server on PostgreSQL, and what the database holds of them."""

from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from data.database_address import PostgresAddress
from data.keys import new_key
from data.record import record_store
from data.record.record import Record
from data.storage.engines.opening import open_store
from data.storage.store import Store
from tests.browser.visitor.tunnel import Tunnel, dug
from tests.invented.records import becoming
from tests.server.forks import ForkedServer, Forks
from tests.server.somebody import KEPT_UNTIL


def server_on(forks: Forks, folder: Path, address: PostgresAddress, **more: str) -> ForkedServer:
    """A server on that database, with the secret that lies in the folder. `streamlit run` writes no line for each request."""
    folder.mkdir(exist_ok=True)
    settings = {"REKINDLE_DATABASE": address.uri, "REKINDLE_SECRET_FILE": str(secret_in(folder)), **more}
    return ForkedServer(forks, folder, way="streamlit", settings=settings)


def secret_in(folder: Path) -> Path:
    return folder / "secret"


def moved_in(store: Store, record: Record) -> str:
    """The key of somebody whose record is put into the database."""
    key = new_key()
    record_store.change(store, key, becoming(record), keep_until=KEPT_UNTIL)
    return key


@contextmanager
def opened(address: PostgresAddress, folder: Path) -> Iterator[Store]:
    """The database as another process has it open beside the server."""
    with closing(open_store(address, secret_file=secret_in(folder))) as store:
        yield store


@contextmanager
def behind_a_tunnel(address: PostgresAddress) -> Iterator[tuple[PostgresAddress, Tunnel]]:
    """The same database, on a way that can be cut."""
    with dug(address.uri) as tunnel:
        port = tunnel.url.rpartition(":")[2]
        yield PostgresAddress(f"postgresql://postgres@127.0.0.1:{port}/{address.uri.rpartition('/')[2]}"), tunnel
