"""The attack of docs/anonymity.md 4.15: whoever holds the file works out single people from the counts that a small cohort keeps.

With six people, the counts of answers and scores together often leave one way only in which they can be laid out on six sheets.

Seen to fail: with nothing reduced.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest

from data.groups import codebook, cohort_store, team_store
from data.instrument.instrument import CURRENT, load
from data.retention import upkeep
from data.storage.engines.duckdb_store import DuckDBStore
from data.storage.store import Store
from data.totals import publishing
from tests.invented.records import TODAY
from tests.invented.waiting import crowd, wait

FINE = {"answer", "sum", "quadrant", "pattern", "week", "outcome", "sign", "minutes", "statement_minutes", "agreeing", "signs", "pair"}


@pytest.fixture
def store(private_store: Path) -> Iterator[Store]:
    store = DuckDBStore(private_store)
    yield store
    store.close()


def kept(store: Store, people: int) -> dict[str, dict[int, int]]:
    """What the cohorts of a round keep after the next mixing; its page is the same as before."""
    keys = team_store.create(store, "North", closes_on=TODAY, today=TODAY)
    sheets = crowd(people, seed=people)
    # Of one stage, so that it is one cohort.
    same = [sheet.model_copy(update={"life_stage": sheets[0].life_stage}) for sheet in sheets]
    wait(store, same, round_id=team_store.closable_round(store, keys.manage).round_id)
    cohort_store.close_round(store, keys.manage, TODAY)
    # As one that never enters everyone.
    store.write("UPDATE cohort SET for_everyone = FALSE")
    before = publishing.round_insights(store, keys.insights)
    upkeep.mix(store, day=TODAY)
    assert publishing.round_insights(store, keys.insights) == before
    counts: dict[str, dict[int, int]] = {}
    for measure, code, of in store.read("SELECT measure, code, people FROM cohort_count"):
        counts.setdefault(measure, {})[code] = of
    return counts


@pytest.mark.parametrize("people", [6, 7, 8, 9])
def test_of_fewer_than_ten_only_sums_are_kept(store: Store, people: int) -> None:
    found = kept(store, people)

    assert {measure.partition(".")[0] for measure in found} == {"stage", "score"}
    assert found["stage"] == {0: people}
    for dimension in load(CURRENT).dimensions:
        scores = found[codebook.score_of(dimension.id)]
        # As if all had the same score, or as near to it as units allow: nothing but their sum.
        assert sum(scores.values()) == people
        assert max(scores) - min(scores) <= 1


@pytest.mark.parametrize("people", [10, 19])
def test_of_fewer_than_twenty_no_statement_is_kept(store: Store, people: int) -> None:
    assert {measure.partition(".")[0] for measure in kept(store, people)}.isdisjoint(FINE)


def test_of_twenty_only_what_is_shown_is_kept(store: Store) -> None:
    assert {measure.partition(".")[0] for measure in kept(store, 20)} == {
        "stage", "score", "orientation", "obstacle", "answer", "quadrant", "pattern", "week", "happened",
    }  # fmt: skip
