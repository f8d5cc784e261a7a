from pathlib import Path

import duckdb
import pytest

from components.session import resources
from data.errors import DemonstrationDatabase, NotADemonstration, StoreTrouble
from data.keys import new_key
from data.record import record_store
from data.storage.engines.duckdb_store import DuckDBStore
from tests.invented.records import NEXT_YEAR, becoming, somebody, tag_of


def refused_untouched(path: Path, refusal: type[StoreTrouble], *, demo: bool) -> None:
    """Opening is refused, every byte is as it was, and whoever may open it still can."""
    before = path.read_bytes()
    with pytest.raises(refusal):
        DuckDBStore(path, demo=demo)
    assert path.read_bytes() == before
    DuckDBStore(path, demo=not demo).close()


def test_a_demonstration_is_never_opened_as_a_real_database(private_store: Path) -> None:
    DuckDBStore(private_store, demo=True).close()

    refused_untouched(private_store, DemonstrationDatabase, demo=False)


def test_a_real_database_is_never_opened_as_a_demonstration(private_store: Path) -> None:
    DuckDBStore(private_store).close()

    refused_untouched(private_store, NotADemonstration, demo=True)


def test_a_database_without_a_table_is_not_taken_for_a_demonstration(private_store: Path) -> None:
    duckdb.connect(str(private_store)).close()

    with pytest.raises(NotADemonstration):
        DuckDBStore(private_store, demo=True)
    DuckDBStore(private_store).close()


def test_a_demonstration_stays_one_when_its_file_is_rewritten(private_store: Path) -> None:
    store, key = DuckDBStore(private_store, demo=True), new_key()
    record_store.change(store, key, becoming(somebody()), keep_until=NEXT_YEAR)
    store.rewrite()
    store.close()

    refused_untouched(private_store, DemonstrationDatabase, demo=False)
    store = DuckDBStore(private_store, demo=True)
    assert tag_of(record_store.read(store, key, keep_until=NEXT_YEAR)) == "first"
    store.close()


@pytest.mark.parametrize(("made_as", "asked_as"), [(False, "true"), (True, "false")])
def test_the_server_opens_only_the_kind_that_the_setting_says(
    private_store: Path, monkeypatch: pytest.MonkeyPatch, made_as: bool, asked_as: str
) -> None:
    DuckDBStore(private_store, demo=made_as).close()
    monkeypatch.setenv("REKINDLE_DEMO", asked_as)

    with pytest.raises(DemonstrationDatabase if made_as else NotADemonstration):
        resources.store()
