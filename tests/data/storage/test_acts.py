from pathlib import Path

import pytest

from data.groups import team_store
from data.record import record_store
from data.storage.engines.duckdb_store import DuckDBStore
from tests.data.storage.children.acts import ACTS, NEXT_WEEK
from tests.data.storage.children.processes import rest, running
from tests.invented.crowd import Person
from tests.invented.records import NEXT_YEAR, TODAY

TABLES = ("record", "share", "pending", "lapsed", "team", "team_key", "round", "cohort", "cohort_count", "total_count")


def state(path: Path, key: str) -> tuple[object, ...]:
    """What an act may change, without what is at random in it."""
    store = DuckDBStore(path)
    rows = [store.read(f"SELECT count(*) FROM {table}") for table in TABLES]
    waiting = store.read("SELECT pending_id, round_id FROM pending ORDER BY pending_id")
    open_rounds = store.read("SELECT count(*) FROM round WHERE closed_on IS NULL")
    record = record_store.read(store, key, keep_until=NEXT_YEAR)
    listed = (len(record.shares), sorted(given.pending_id for given in record.contributions)) if record else None
    store.close()
    return (rows, waiting, open_rounds, listed)


@pytest.mark.parametrize("act", ACTS)
def test_an_act_that_is_killed_anywhere_is_done_whole_or_not_at_all(private_store: Path, act: str) -> None:
    store, somebody = DuckDBStore(private_store), Person()
    team = team_store.create(store, "North", closes_on=NEXT_WEEK, today=TODAY)
    for person in [Person() for _ in range(6)]:
        person.finish(store)
        person.join(store, team_store.closable_round(store, team.manage))
    somebody.wait(store)
    ACTS["share"](store, somebody.key, team.manage)
    store.close()
    before = state(private_store, somebody.key)

    with running("die_while_acting", private_store, act, somebody.key, team.manage) as process:
        deaths = rest(process)

    states = [state(Path(path), somebody.key) for path, _ in deaths]
    after = states[-1]
    assert [died for _, died in deaths] == [True] * (len(deaths) - 1) + [False]
    assert len(deaths) > 3
    assert before != after
    assert [found for found in states if found not in (before, after)] == []
