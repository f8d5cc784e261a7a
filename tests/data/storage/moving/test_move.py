import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from time import monotonic

import psycopg
import pytest

from data.database_address import Database, PostgresAddress
from data.errors import NewerDatabase, StoreTrouble
from data.keys import new_key
from data.record import record_store
from data.storage.moving import file_end, served_end
from data.storage.moving.carrier import Carrier
from data.storage.moving.move import move
from data.storage.moving.tables import tables
from data.storage.store import Store
from data.storage.waiting.server_secret import ServerSecret
from tests.data.storage.engines.test_same_on_both import days_pass, people_come
from tests.databases import ServedDatabases, store_at
from tests.invented.crowd import Person
from tests.invented.records import NEXT_YEAR, becoming, somebody, tag_of

ROOT = Path(__file__).parents[4]
# So many that their way takes seconds.
MANY = "INSERT INTO record SELECT gen_random_uuid(), CAST(repeat('seal', 100) AS BYTEA), DATE '2030-01-01' FROM generate_series(1, 100000)"
LOOKS, WAIT_SECONDS = 20, 60


@pytest.fixture
def empty(postgres: ServedDatabases) -> Iterator[PostgresAddress]:
    with postgres.fresh(of="template0") as address:
        yield address


@pytest.fixture
def other(database: Database, private_store: Path, empty: PostgresAddress) -> Database:
    """An empty place of the other kind."""
    return empty if isinstance(database, Path) else private_store


def moved(source: Database, target: Database) -> dict[str, int]:
    return move(source, target, ServerSecret(Path(os.environ["REKINDLE_SECRET_FILE"])), demo=False)


def contents(store: Store) -> dict[str, list[str]]:
    """Every row of every table."""
    with store.transaction() as cursor:
        return {table.name: sorted(map(repr, cursor.execute(table.reading).fetchall())) for table in tables(cursor)}


def is_empty(postgres: ServedDatabases, place: Database) -> bool:
    """Whether whoever starts there finds nothing."""
    if isinstance(place, Path):
        return not place.exists()
    return postgres.run(place, "SELECT count(*) FROM pg_class WHERE relnamespace = 'public'::regnamespace") == [(0,)]


def test_everything_is_there_and_once_after_a_move_and_a_move_back(database: Database, other: Database, tmp_path: Path) -> None:
    key = new_key()
    with closing(store_at(database)) as store:
        people_come(store)
        days_pass(store)
        Person().wait(store)
        record_store.change(store, key, becoming(somebody("moved")), keep_until=NEXT_YEAR)
        before = contents(store)
    filled = {"record", "share", "team", "team_key", "umbrella_team", "round", "cohort", "cohort_count", "total_count", "shown_count"}
    assert [name for name in filled | {"pending", "waiting_key", "wrapped_key", "norms", "migration"} if not before[name]] == []

    assert moved(database, other) == {name: len(rows) for name, rows in before.items()}

    with closing(store_at(other)) as store:
        after = contents(store)
        assert tag_of(record_store.read(store, key, keep_until=NEXT_YEAR)) == "moved"
    # A start asks whether a save would be safe, and counts that.
    beats = before.pop("heartbeat"), after.pop("heartbeat")
    assert len(beats[1]) == 1
    assert after == before


def test_who_waited_is_mixed_after_a_move_by_the_same_secret(database: Database, other: Database) -> None:
    with closing(store_at(database)) as store:
        people_come(store)

    moved(database, other)

    with closing(store_at(other)) as store:
        days_pass(store)
        assert store.read("SELECT count(*) FROM cohort WHERE round_id IS NULL") != [(0,)]


def test_a_place_that_holds_anything_is_left_as_it_is(database: Database, other: Database) -> None:
    store_at(database).close()
    store_at(other).close()

    with pytest.raises(StoreTrouble, match="move_target_holds"):
        moved(database, other)

    with closing(store_at(other)) as store:
        assert store.read("SELECT count(*) FROM record") == [(0,)]


def test_a_log_without_its_file_is_no_empty_place(postgres: ServedDatabases, private_store: Path) -> None:
    private_store.with_name(f"{private_store.name}.wal").write_bytes(b"what was saved last")
    with postgres.fresh() as address, pytest.raises(StoreTrouble, match="move_target_holds"):
        moved(address, private_store)


@pytest.mark.parametrize(
    ("spoil", "refused", "rule"),
    [
        ("INSERT INTO migration VALUES ('999_later.sql')", NewerDatabase, "database_newer"),
        ("DELETE FROM migration WHERE name = (SELECT max(name) FROM migration)", StoreTrouble, "move_source_older"),
        ("CREATE TABLE guest_book (name VARCHAR)", StoreTrouble, "move_differs"),
    ],
)
def test_a_database_of_another_schema_is_not_moved(
    database: Database, other: Database, postgres: ServedDatabases, spoil: str, refused: type[StoreTrouble], rule: str
) -> None:
    with closing(store_at(database)) as store, store.transaction() as cursor:
        cursor.execute(spoil)

    with pytest.raises(refused, match=rule):
        moved(database, other)

    assert is_empty(postgres, other)


def test_nothing_is_moved_under_a_running_server(database: Database, other: Database, postgres: ServedDatabases) -> None:
    with closing(store_at(database)) as store:
        # Its connection to a server is made beside, and is there by now.
        assert store.is_writable()
        with pytest.raises(StoreTrouble, match=r"database_in_use|move_source_in_use"):
            moved(database, other)
    assert is_empty(postgres, other)

    moved(database, other)


def test_whoever_comes_to_the_server_while_things_are_on_their_way_stops_the_move(postgres: ServedDatabases, private_store: Path) -> None:
    """A server that was started meanwhile would save into what is left behind. Seen to fail: without the second look."""
    with postgres.fresh() as address, served_end.source(address, demo=False) as here:
        here.check_alone()
        with psycopg.connect(address.uri), pytest.raises(StoreTrouble, match="move_source_in_use"):
            file_end.fill(private_store, ServerSecret(Path(os.environ["REKINDLE_SECRET_FILE"])), Carrier(here), demo=False)

    assert not private_store.exists()


def test_an_empty_database_and_one_of_the_same_kind_are_not_moved(
    postgres: ServedDatabases, empty: PostgresAddress, tmp_path: Path
) -> None:
    with pytest.raises(StoreTrouble, match="no_database"):
        moved(empty, tmp_path / "new.duckdb")
    for source, target in ((empty, empty), (tmp_path / "one", tmp_path / "two")):
        with pytest.raises(StoreTrouble, match="move_same_kind"):
            moved(source, target)
    store_at(tmp_path / "one").close()
    with pytest.raises(StoreTrouble, match="backup_no_folder"), postgres.fresh() as address:
        moved(address, tmp_path / "nowhere" / "new.duckdb")


def test_whoever_kills_a_move_in_the_middle_finds_an_empty_place_and_can_move_again(
    database: Database, other: Database, postgres: ServedDatabases
) -> None:
    with closing(store_at(database)) as store:
        store.write(MANY)
    served, to = (database, str(other)) if isinstance(other, Path) else (other, other.uri)
    command = [sys.executable, "-m", "data.cli", "move", "--to", to]

    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL) as process:
        until, seen = monotonic() + WAIT_SECONDS, 0
        while seen < LOOKS:
            assert process.poll() is None
            assert monotonic() < until
            seen += is_on_its_way(postgres, served)
        process.kill()
        assert process.wait() == -9

    assert is_empty(postgres, other)
    assert moved(database, other)["record"] == 100_000


def is_on_its_way(postgres: ServedDatabases, served: Database) -> bool:
    """Whether rows are read or written there just now: of a table that is small that is seen once or twice."""
    assert isinstance(served, PostgresAddress)
    name = served.uri.rpartition("/")[2]
    doing = "(query LIKE 'FETCH%' OR query LIKE 'INSERT INTO \"record\"%')"
    return postgres.run(postgres.at("schema"), f"SELECT 1 FROM pg_stat_activity WHERE datname = '{name}' AND {doing}") != []
