from pathlib import Path

from data.groups import submission, waiting_store
from data.storage.engines.duckdb_store import DuckDBStore
from tests.last_version.test_opening import unpacked


def test_whoever_waited_in_the_clear_is_sealed_at_the_first_start(private_store: Path) -> None:
    """Seen to fail: with the former table left behind."""
    store = DuckDBStore(unpacked("stopped", private_store))

    everyone = waiting_store.open_everyone(store)
    rounds = [id for (id,) in store.read("SELECT round_id FROM round WHERE closed_on IS NULL")]
    in_rounds = [waiting_store.open_round(store, id, {waiting_store.SERVER: store.secret.wrapping}) for id in rounds]

    sealed = store.read("SELECT count(*), count(round_id) FROM pending")
    members = [one for opened in in_rounds for one in opened or ()]
    assert sealed == [(len(everyone) + len(members), len(members))]
    assert everyone and members and None not in in_rounds
    assert {len(one.sheet) for one in (*everyone, *members)} == {len(submission.measures("rk-1.0"))}
    assert store.read("SELECT table_name FROM information_schema.tables WHERE table_name = 'former_pending'") == []
    store.close()


def test_after_the_first_rewrite_nothing_of_the_former_rows_is_left(private_store: Path) -> None:
    store = DuckDBStore(unpacked("stopped", private_store))
    store.rewrite()
    sheet = waiting_store.open_everyone(store)[0].sheet
    store.close()

    as_stored = b"".join(code.to_bytes(2, "little", signed=True) for code in sheet)
    assert as_stored not in b"".join(file.read_bytes() for file in private_store.parent.iterdir())
