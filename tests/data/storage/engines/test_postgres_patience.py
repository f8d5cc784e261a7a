"""A server that says nothing: its network swallows what is sent, or nobody there answers. Whoever asks is told, and nothing is lost."""

from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor, wait
from contextlib import closing
from time import sleep

import psycopg
import pytest

from data.database_address import PostgresAddress
from data.errors import DatabaseUnreachable
from data.storage.store import Store
from tests import postgresql
from tests.browser.visitor.tunnel import Tunnel
from tests.data.storage.engines.pgbouncer import pooling
from tests.databases import store_at
from tests.invented.records import NEXT_YEAR
from tests.postgresql import Cluster
from tests.server.served import people
from tests.server.somebody import until

ADD = "INSERT INTO record VALUES (gen_random_uuid(), $1, $2)"
COUNT = "SELECT count(*) FROM record"
# More than there are connections.
CROWD = 24
# Far beyond what it takes, in seconds; whoever waits for ever gets here.
PATIENCE = 90


@pytest.fixture
def store(address: PostgresAddress) -> Iterator[Store]:
    """Of a replica whose way to the database is well."""
    with closing(store_at(address)) as store:
        yield store


@pytest.fixture
def far(address: PostgresAddress) -> Iterator[tuple[Store, Tunnel]]:
    """Of a replica that loses its network, and that network."""
    with people.behind_a_tunnel(address) as (behind, way), closing(store_at(behind)) as store:
        yield store, way
        way.mend()


def save(store: Store) -> int:
    return store.write(ADD, [b"sealed", NEXT_YEAR])


def told(store: Store, people: int = CROWD) -> list[bool]:
    """Whether each of a crowd that saves and reads at once is told that the database cannot be reached."""
    crowd = ThreadPoolExecutor(people)
    asked: list[Future[object]] = [crowd.submit(*((store.read, COUNT) if number % 2 else (save, store))) for number in range(people)]
    wait(asked, timeout=PATIENCE)
    # Whoever still waits would be waited for.
    crowd.shutdown(wait=False)
    return [one.done() and isinstance(one.exception(), DatabaseUnreachable) for one in asked]


def test_of_a_network_that_swallows_everything_everybody_is_told_and_goes_on_once_it_does_not(
    far: tuple[Store, Tunnel],
) -> None:
    """Seen to fail: without a word to the kernel and a time for each answer, they waited for ever."""
    store, way = far
    save(store)
    way.fall_silent()
    silent, writable = told(store), store.is_writable()
    way.mend()

    assert silent == [True] * CROWD
    assert not writable
    assert save(store) == 1
    assert store.is_writable()
    assert store.read(COUNT) == [(2,)]


def test_connections_that_a_firewall_has_forgotten_are_replaced_unnoticed(far: tuple[Store, Tunnel]) -> None:
    """Seen to fail: without a word to the kernel."""
    store, way = far
    save(store)
    way.forget()

    assert told(store, 1) == [False]
    assert store.read(COUNT) == [(2,)]


@pytest.fixture
def cluster() -> Iterator[Cluster]:
    with postgresql.clusters() as another:
        cluster = another()
        cluster.make()
        cluster.start()
        yield cluster


@pytest.mark.parametrize("way", ["straight", "pooled"])
def test_of_a_server_that_takes_everything_and_answers_nothing_everybody_is_told_and_goes_on_once_it_does(
    cluster: Cluster, way: str
) -> None:
    """A network that is well acknowledges what is sent. Seen to fail: without a time for each answer."""
    with pooling(cluster.uri) as pooler, closing(store_at(PostgresAddress(pooler if way == "pooled" else cluster.uri))) as store:
        with cluster.frozen():
            silent, writable = told(store), store.is_writable()
        with psycopg.connect(cluster.uri) as connection:
            held = connection.execute(COUNT).fetchall()

        assert silent == [True] * CROWD
        assert not writable
        assert save(store) == 1
        # Nobody was told that theirs is saved, and nobody's is.
        assert (held, store.read(COUNT)) == ([(0,)], [(1,)])


def test_the_turn_of_a_replica_that_has_lost_its_network_is_no_turn_any_more(far: tuple[Store, Tunnel], store: Store) -> None:
    """Seen to fail: the server kept it, and nobody else could save."""
    lost, way = far
    with pytest.raises(DatabaseUnreachable), lost.write_lock():
        save(lost)
        way.fall_silent()
        lost.read(COUNT)
    until(lambda: told(store, 1) == [False])

    assert store.read(COUNT) == [(1,)]


def test_whoever_stood_still_for_too_long_within_a_turn_is_told_and_nothing_is_saved(store: Store) -> None:
    with pytest.raises(DatabaseUnreachable), store.write_lock():
        save(store)
        store.read("SELECT set_config('idle_in_transaction_session_timeout', '1ms', true)")
        sleep(0.05)
        save(store)

    assert store.read(COUNT) == [(0,)]
    assert save(store) == 1
