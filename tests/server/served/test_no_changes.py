"""A PostgreSQL that answers and takes no changes: its disk is full, it may only be read, or a newer Rekindle has upgraded it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from data.content.language import ENGLISH
from data.errors import DatabaseReadOnly, DiskFull
from data.record import record_store
from data.storage.store import Store
from data.wording import error_words
from tests.databases import ServedDatabases
from tests.invented.records import NEXT_YEAR, becoming, somebody
from tests.server.forks import Forks
from tests.server.served import people, small_disk
from tests.server.served.small_disk import SmallDisk
from tests.server.somebody import until, visit
from tests.server.test_while_running import STARTED, answer, quiet, saved_answer, status

WORDS = error_words.load(ENGLISH).rules


@pytest.fixture
def disk() -> Iterator[SmallDisk]:
    with small_disk.mounted() as disk:
        yield disk


def save(store: Store, key: str) -> None:
    record_store.change(store, key, becoming(somebody("more")), keep_until=NEXT_YEAR)


def test_on_a_full_disk_people_read_so_and_go_on_when_there_is_room(forks: Forks, disk: SmallDisk, tmp_path: Path) -> None:
    """Its heartbeat finds room for ever. Seen to fail: with a server that called itself ready then."""
    with people.server_on(forks, tmp_path, disk.address) as server, people.opened(disk.address, tmp_path) as store:
        key = people.moved_in(store, STARTED)
        with visit(server, key, "/drive") as visitor:
            answer(visitor, 1)
            visitor.press("back_path")
            disk.fill_to_the_last_page()
            answer(visitor, 2)
            said, kept = visitor.screen.words(), saved_answer(server, key)
            until(lambda: status(server, "/readyz") == 503)
            lives = status(server, "/healthz")
            with pytest.raises(DiskFull):
                save(store, key)
            disk.make_room()
            visitor.press("continue_drive")
            went_on = visitor.screen.find("continue_path").kind

        assert said.count(WORDS.disk_full) == 1 and "Traceback" not in said
        assert (kept, lives, went_on) == (1, 200, "button")
        assert saved_answer(server, key) == 2
        until(lambda: status(server, "/readyz") == 200)
    assert quiet(server, key)
    assert f"Nothing can be saved just now: {WORDS.disk_full}" in server.log


def test_of_a_copy_that_may_only_be_read_people_read_so_and_go_on_at_once_when_it_takes_changes(
    forks: Forks, postgres: ServedDatabases, tmp_path: Path
) -> None:
    """As after a change-over that found this server. Seen to fail: with the connections kept that were refused."""
    with postgres.fresh() as address, people.opened(address, tmp_path) as store, people.server_on(forks, tmp_path, address) as server:
        key, name = people.moved_in(store, STARTED), address.uri.rpartition("/")[2]
        with visit(server, key, "/drive") as visitor:
            postgres.run(postgres.at("schema"), f"ALTER DATABASE {name} SET default_transaction_read_only = on")
            postgres.disconnect_everybody()
            answer(visitor, 2)
            said = visitor.screen.words()
            until(lambda: status(server, "/readyz") == 503)
            with pytest.raises(DatabaseReadOnly):
                save(store, key)
            postgres.run(postgres.at("schema"), f"ALTER DATABASE {name} RESET default_transaction_read_only")
            visitor.press("continue_drive")
            until(lambda: status(server, "/readyz") == 200)
            visitor.press("continue_drive" if "continue_drive" in {one.key for one in visitor.screen.widgets()} else "continue_path")
        kept = saved_answer(server, key)

    assert said.count(WORDS.postgres_read_only) == 1 and "Traceback" not in said
    assert kept == 2
    assert quiet(server, key)
    assert f"Nothing can be saved just now: {WORDS.postgres_read_only}" in server.log


def test_who_has_an_older_process_before_them_during_an_upgrade_reads_so_and_loses_nothing(
    forks: Forks, postgres: ServedDatabases, tmp_path: Path
) -> None:
    """Seen to fail: without a look at the schema at each turn, the older process saved."""
    with postgres.fresh() as address, people.opened(address, tmp_path) as store, people.server_on(forks, tmp_path, address) as server:
        key = people.moved_in(store, STARTED)
        with visit(server, key, "/drive") as visitor:
            answer(visitor, 1)
            visitor.press("back_path")
            postgres.run(address, "INSERT INTO migration VALUES ('999_from_the_future.sql')")
            answer(visitor, 2)
            said, kept = visitor.screen.words(), saved_answer(server, key)
            until(lambda: status(server, "/readyz") == 503)
            postgres.run(address, "DELETE FROM migration WHERE name = '999_from_the_future.sql'")
            until(lambda: status(server, "/readyz") == 200)
            visitor.press("continue_drive")

        assert said.count(WORDS.database_upgraded) == 1 and "Traceback" not in said
        assert kept == 1
        assert saved_answer(server, key) == 2
    assert quiet(server, key)
    assert f"Nothing can be saved just now: {WORDS.database_upgraded}" in server.log
