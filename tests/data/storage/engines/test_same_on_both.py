"""The same acts through the same doors, on DuckDB and on a real PostgreSQL: every statement runs on both, and leaves the same.

Seen to fail: with the migration that drew sums as it was written first.
"""

from collections.abc import Iterator
from contextlib import closing
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from data.groups import cohort_store, contribution_store, team_store
from data.instrument.answers import StageSelf
from data.instrument.instrument import CURRENT
from data.instrument.norms import Figures, Norms
from data.keys import Kind
from data.record import record_store
from data.record.viewer_link import Section
from data.retention import erasure, upkeep
from data.sharing import viewer_link_store
from data.sharing.shared_profile import copy_of
from data.storage.store import Store
from data.totals import norms_store, publishing
from data.totals.published import Insights
from tests.databases import ServedDatabases, store_at
from tests.invented.crowd import TEAM_ONLY, Person, of_one_mind
from tests.invented.full_record import profile
from tests.invented.records import NEXT_YEAR, TODAY

ENDED, LATER = TODAY + timedelta(days=2), TODAY + timedelta(days=800)
POOL, ROUND = 32, 7
NORMS = Norms(name="norms-1", day=TODAY, people=200, dimensions={"spark": Figures(mean=61.5, sd=18.25, alpha=0.81)})
# What is told of a database without its ids, which are as good as random.
CONTENTS = (
    "SELECT instrument, stage, place, people, mixed_on, in_totals FROM cohort ORDER BY 1, 2, 3, 4",
    "SELECT measure, code, sum(people) FROM cohort_count GROUP BY measure, code ORDER BY 1, 2",
    "SELECT * FROM total_count ORDER BY 1, 2, 3, 4",
    "SELECT number, instrument, opened_on, closes_on, closed_on FROM round ORDER BY 1, 5",
    "SELECT instrument, round_id IS NULL, arrived_on, count(*) FROM pending GROUP BY 1, 2, 3 ORDER BY 1, 2, 3",
    "SELECT kept_until, count(*) FROM record GROUP BY kept_until ORDER BY 1",
    "SELECT kept_until, count(*) FROM share GROUP BY kept_until ORDER BY 1",
    "SELECT kind, place, count(*) FROM team_key GROUP BY kind, place ORDER BY 1, 2",
    "SELECT name, made_on FROM team ORDER BY 1",
    "SELECT place, name FROM umbrella_team ORDER BY 1",
    "SELECT * FROM norms",
    "SELECT done_for FROM mixing",
    # Blurred at random, by one at most for each of two cohorts.
    "SELECT instrument, total, measure, bar FROM shown_count ORDER BY 1, 2, 3, 4",
    "SELECT count(*) FROM lapsed",
)


@pytest.fixture
def both(private_store: Path, postgres: ServedDatabases) -> Iterator[tuple[Store, Store]]:
    with postgres.fresh() as address, closing(store_at(private_store)) as embedded, closing(store_at(address)) as served:
        yield embedded, served


def people_come(store: Store) -> list[Any]:
    """What a small world answers: a pool, a team with a round, a share, somebody who goes back on it and somebody who deletes."""
    crowd = [Person(stage=list(StageSelf)[number % 2], statements=of_one_mind(1 + number % 5)) for number in range(POOL)]
    for person in crowd:
        person.wait(store)
    keys = team_store.create(store, "North", closes_on=TODAY, today=TODAY)
    round = team_store.closable_round(store, keys.manage)
    members = [Person(statements=of_one_mind(2 + number % 3), consents=TEAM_ONLY) for number in range(ROUND + 1)]
    for person in members:
        person.finish(store)
        person.join(store, round)
    contribution_store.withdraw(store, members[0].key, members[0].record(store).contributions[0], keep_until=NEXT_YEAR)
    erasure.delete_everything(store, crowd[0].key)
    shown = copy_of(profile("Words"), [Section.DIMENSIONS], until=TODAY)
    links = [viewer_link_store.create(store, crowd[1].key, shown, label="", today=TODAY, keep_until=NEXT_YEAR) for _ in range(2)]
    viewer_link_store.withdraw(store, crowd[1].key, links[0].record.shares[0], keep_until=NEXT_YEAR)
    together = umbrella_comes(store)
    standing = [contribution_store.standings(store, person.record(store))[0].state for person in (crowd[2], members[1])]
    team = team_store.find(store, keys.manage, Kind.MANAGE)
    return [
        standing,
        viewer_link_store.read(store, links[1].key, TODAY),
        len(viewer_link_store.active_links(store, links[1].record, TODAY)),
        team_store.kind_of(store, keys.insights),
        team.name,
        [(one.number, one.closes_on, one.closed_on) for one in team_store.rounds(store, team)],
        together,
    ]


def umbrella_comes(store: Store) -> Insights:
    """What is shown of two teams that hold a round together."""
    keys = team_store.create(store, "Both", closes_on=TODAY, today=TODAY, teams=["East", "West"])
    for number in range(2 * ROUND):
        invited = team_store.invitation(store, keys.joins[number % 2])
        person = Person(statements=of_one_mind(1 + number % 5), consents=TEAM_ONLY)
        person.finish(store)
        contribution_store.join_round(store, person.key, invited.round, today=TODAY, keep_until=NEXT_YEAR, place=invited.place)
    cohort_store.close_round(store, keys.manage, TODAY)
    return publishing.round_insights(store, keys.insights)


def days_pass(store: Store) -> list[Any]:
    mixed = [cohort_store.run_daily(store, day) for day in (TODAY, TODAY, ENDED)]
    before = publishing.newest_norms(store, CURRENT)
    norms_store.add(store, CURRENT, NORMS)
    return [mixed, before, publishing.newest_norms(store, CURRENT), publishing.reference_group(store), publishing.reliability(store)]


def contents(store: Store) -> list[list[tuple[Any, ...]]]:
    return [store.read(sql) for sql in CONTENTS]


def test_every_act_says_and_leaves_the_same_on_duckdb_and_on_postgresql(both: tuple[Store, Store]) -> None:
    for act in (people_come, days_pass, contents):
        embedded, served = (act(store) for store in both)
        assert served == embedded

    erased = [(upkeep.drop_expired(store, LATER), team_store.drop_unused(store, LATER)) for store in both]
    assert erased[0] == erased[1]
    assert contents(both[0]) == contents(both[1])
    assert [record_store.drop_expired(store, LATER) for store in both] == [0, 0]
