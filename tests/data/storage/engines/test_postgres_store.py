from collections.abc import Iterator
from contextlib import closing, suppress
from threading import Barrier, Thread

import psycopg
import pytest

from bench.server import free_port
from data.database_address import PostgresAddress
from data.errors import DatabaseUnreachable, DemonstrationDatabase, NewerDatabase, NotADatabase, NotADemonstration, StoreTrouble
from data.groups import cohort_store
from data.keys import new_key
from data.record import record_store
from data.record.record import Record
from data.storage.engines.opening import open_store
from data.storage.store import Store
from tests.data.storage.engines.pgbouncer import through
from tests.databases import ServedDatabases, store_at
from tests.invented.crowd import Person
from tests.invented.records import NEXT_YEAR, TODAY, becoming, somebody, tag_of

ADD = "INSERT INTO record VALUES (gen_random_uuid(), $1, $2)"


@pytest.fixture(params=["straight", "pooled"])
def address(request: pytest.FixtureRequest, postgres: ServedDatabases) -> Iterator[PostgresAddress]:
    """What holds straight at the server holds through a pooler that hands each transaction to another connection."""
    with postgres.fresh() as address:
        yield through(request.getfixturevalue("pooler"), address) if request.param == "pooled" else address


@pytest.fixture
def store(address: PostgresAddress) -> Iterator[Store]:
    with closing(store_at(address)) as store:
        yield store


def at_once(*acts: object) -> None:
    threads = [Thread(target=act) for act in acts if callable(act)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


def test_two_processes_that_change_one_record_at_once_keep_every_change(address: PostgresAddress, store: Store) -> None:
    """Two stores are two replicas to the server. Seen to fail: without the advisory lock."""
    key, together = new_key(), Barrier(2)

    def longer(record: Record) -> Record:
        return somebody(f"{tag_of(record) or ''}x")

    def change(replica: Store) -> None:
        together.wait()
        for _ in range(25):
            record_store.change(replica, key, longer, keep_until=NEXT_YEAR)

    record_store.change(store, key, becoming(somebody("")), keep_until=NEXT_YEAR)
    with closing(store_at(address)) as other:
        at_once(lambda: change(store), lambda: change(other))

    assert tag_of(record_store.read(store, key, keep_until=NEXT_YEAR)) == "x" * 50


def test_of_two_processes_that_mix_a_day_at_once_one_does(address: PostgresAddress, store: Store) -> None:
    done: list[bool] = []
    for _ in range(30):
        Person().wait(store)

    with closing(store_at(address)) as other:
        at_once(*[lambda one=one: done.append(cohort_store.run_daily(one, TODAY)) for one in (store, other)])

    assert sorted(done) == [False, True]
    assert store.read("SELECT sum(people), (SELECT count(*) FROM pending) FROM cohort") == [(30, 0)]


@pytest.mark.parametrize("way", ["straight", "pooled"])
def test_processes_that_start_on_an_empty_database_at_once_make_one_schema(postgres: ServedDatabases, pooler: str, way: str) -> None:
    opened: list[Store] = []
    with postgres.fresh(of="template0") as empty:
        address = through(pooler, empty) if way == "pooled" else empty
        at_once(*[lambda: opened.append(store_at(address)) for _ in range(3)])

        for store in opened:
            assert store.is_writable()
            store.close()
    assert len(opened) == 3


def test_connections_that_died_while_nobody_asked_are_replaced_unnoticed(postgres: ServedDatabases, store: Store) -> None:
    """As after a restart of the server, or a fail-over. Seen to fail: without another try."""
    for act in (lambda: store.write(ADD, [b"sealed", NEXT_YEAR]), lambda: store.read("SELECT sealed FROM record")):
        postgres.disconnect_everybody()
        assert act()

    postgres.disconnect_everybody()
    with store.transaction() as cursor:
        cursor.execute(ADD, [b"another", NEXT_YEAR])
    assert store.read("SELECT count(*) FROM record") == [(2,)]


def test_what_is_lost_in_the_middle_of_a_transaction_is_told_and_undone(postgres: ServedDatabases, store: Store) -> None:
    with pytest.raises(DatabaseUnreachable), store.transaction() as cursor:
        cursor.execute(ADD, [b"one", NEXT_YEAR])
        postgres.disconnect_everybody()
        cursor.execute(ADD, [b"two", NEXT_YEAR])

    assert store.read("SELECT count(*) FROM record") == [(0,)]


def test_a_turn_in_which_a_statement_failed_is_never_taken_for_saved(store: Store) -> None:
    """The server answers its end without a complaint, and undoes all of it. Seen to fail: without asking how the transaction stands."""
    with pytest.raises(StoreTrouble, match="database_failed"), store.write_lock():
        store.write(ADD, [b"one", NEXT_YEAR])
        with suppress(StoreTrouble):
            store.write("UPDATE record SET sealed = NULL")

    assert store.read("SELECT count(*) FROM record") == [(0,)]


def test_what_is_raised_within_a_turn_undoes_what_was_written_in_it(store: Store) -> None:
    with pytest.raises(LookupError), store.write_lock():
        store.write(ADD, [b"one", NEXT_YEAR])
        with store.transaction() as cursor:
            cursor.execute(ADD, [b"two", NEXT_YEAR])
        assert store.read("SELECT count(*) FROM record") == [(2,)]
        raise LookupError

    assert store.read("SELECT count(*) FROM record") == [(0,)]


def test_a_refused_row_is_told_without_quoting_it(store: Store) -> None:
    with pytest.raises(StoreTrouble) as refused:
        store.write("INSERT INTO team VALUES (gen_random_uuid(), 'Harbour crew', NULL)")

    assert "Harbour crew" not in str(refused.value)
    assert refused.value.__cause__ is None


def test_a_closed_store_says_so(address: PostgresAddress) -> None:
    store = store_at(address)
    store.close()

    with pytest.raises(StoreTrouble, match="database_closed"):
        store.read("SELECT 1")


def test_a_server_that_is_not_there_is_named_without_its_password() -> None:
    address = PostgresAddress(f"postgresql://me:secret@127.0.0.1:{free_port()}/rekindle")

    with pytest.raises(DatabaseUnreachable) as refused:
        store_at(address)

    assert "127.0.0.1" in str(refused.value)
    assert "secret" not in f"{refused.value} {address!r} {address}"


def test_a_database_of_something_else_is_left_as_it_is(postgres: ServedDatabases) -> None:
    with postgres.fresh(of="template0") as address:
        postgres.run(address, "CREATE TABLE migration (name VARCHAR)")
        postgres.run(address, "CREATE TABLE guest_book (name VARCHAR)")

        with pytest.raises(NotADatabase, match="postgres_of_something_else"):
            store_at(address)

        named = "SELECT string_agg(table_name, ' ' ORDER BY table_name) FROM information_schema.tables WHERE table_schema = 'public'"
        assert postgres.run(address, named) == [("guest_book migration",)]


def test_a_database_that_takes_no_changes_is_refused_at_the_start(postgres: ServedDatabases, address: PostgresAddress) -> None:
    postgres.run(address, "ALTER DATABASE " + address.uri.rpartition("/")[2] + " SET default_transaction_read_only = on")

    with pytest.raises(StoreTrouble, match="postgres_read_only"):
        store_at(address)


def test_invented_people_and_real_ones_never_share_a_database(postgres: ServedDatabases, address: PostgresAddress, store: Store) -> None:
    with pytest.raises(NotADemonstration):
        open_store(address, secret_file=store.secret.path, demo=True)

    with postgres.fresh(of="template0") as invented:
        open_store(invented, secret_file=store.secret.path, demo=True).close()
        with pytest.raises(DemonstrationDatabase):
            store_at(invented)


def test_once_a_newer_one_has_brought_it_up_to_date_an_older_one_saves_nothing_any_more(address: PostgresAddress, store: Store) -> None:
    """Seen to fail: without looking at each turn."""
    with psycopg.connect(address.uri, autocommit=True) as newer:
        newer.execute("INSERT INTO migration VALUES ('999_of_tomorrow.sql')")

    assert not store.is_writable()
    with pytest.raises(NewerDatabase, match="database_upgraded"):
        store.write(ADD, [b"sealed", NEXT_YEAR])
    with pytest.raises(NewerDatabase, match="database_upgraded"), store.write_lock():
        pass
    assert store.read("SELECT count(*) FROM record") == [(0,)]
