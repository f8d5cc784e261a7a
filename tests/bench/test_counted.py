from pathlib import Path

from bench import counted
from data.groups import cohort_store
from data.keys import Kind
from data.storage.engines.duckdb_store import DuckDBStore
from data.totals import publishing
from data.totals.published import Published


def test_the_arithmetic_leaves_every_total_the_sum_of_its_cohorts(private_store: Path) -> None:
    store = DuckDBStore(private_store)
    counted.count_a_thousand(store)
    counted.multiply(store, 3)
    keys = counted.close_a_team(store)

    total = "SELECT measure, sum(people) FROM total_count WHERE total = 'everyone' GROUP BY measure"
    assert {people for _, people in store.read(total)} == {3 * 1_000}
    assert store.read("SELECT sum(people) FROM cohort") == [(3 * 1_000 + 32,)]
    assert isinstance(publishing.round_insights(store, keys.insights).whole, Published)
    assert isinstance(publishing.reference_group(store), Published)
    store.close()


def test_a_waiting_crowd_is_mixed_to_the_last(private_store: Path) -> None:
    store = DuckDBStore(private_store)
    counted.wait(store, 2_000)

    assert cohort_store.run_daily(store, counted.DAY)
    assert store.read("SELECT sum(people), (SELECT count(*) FROM pending) FROM cohort") == [(2_000, 0)]
    store.close()


def test_a_round_that_ended_waits_until_a_link_has_it_counted(private_store: Path) -> None:
    store = DuckDBStore(private_store)
    keys = counted.end_a_team(store)
    before = publishing.round_insights(store, keys.insights).whole

    cohort_store.count_rounds(store, keys.insights, Kind.INSIGHTS, counted.DAY)

    assert not isinstance(before, Published)
    assert isinstance(publishing.round_insights(store, keys.insights).whole, Published)
    store.close()
