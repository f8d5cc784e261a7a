from pathlib import Path
from uuid import uuid4

from data.storage.engines.duckdb_store import DuckDBStore
from data.totals import frozen_store
from data.totals.published import Alike, Ends, StandingOut

TOLD = StandingOut({"spark": -10}, ("balance",), {"growth": Alike.CLOSER}, Ends(("spark",), ()))


def test_what_is_kept_of_a_round_first_is_told_for_ever(private_store: Path) -> None:
    store, round_id = DuckDBStore(private_store), uuid4()

    for told in (TOLD, StandingOut()):
        frozen_store.keep(store, round_id, told)

    assert (frozen_store.standing_out(store, round_id), frozen_store.standing_out(store, uuid4())) == (TOLD, None)
    store.close()
