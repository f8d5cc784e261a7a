from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import NamedTuple

import pytest

from data import privacy_limits
from data.groups import contribution_store, team_store
from data.groups.cohorts import EVERYONE
from data.groups.contribution_store import ContributionState
from data.instrument.advice import Stage
from data.keys import Kind
from data.record import record_store
from data.record.record import Record
from data.sharing import viewer_link_store
from data.storage.engines.duckdb_store import DuckDBStore
from data.totals import between_rounds, publishing
from data.totals.published import Published, Reason, Withheld
from demo import story, world
from demo.world import World

TODAY = date(2026, 11, 22)


class Demonstration(NamedTuple):
    store: DuckDBStore
    made: World

    def record(self, key: str) -> Record:
        return record_store.read(self.store, key, keep_until=TODAY) or Record()


@pytest.fixture(scope="module")
def demonstration(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Demonstration]:
    store = DuckDBStore(tmp_path_factory.mktemp("demonstration") / "invented.duckdb", demo=True)
    yield Demonstration(store, world.build(store, TODAY))
    store.close()


def test_the_reference_group_holds_six_hundred_and_every_life_stage(demonstration: Demonstration) -> None:
    ((people,),) = demonstration.store.read("SELECT sum(people) FROM total_count WHERE total = $1 AND measure = 'stage'", [EVERYONE])

    assert people >= 600
    assert isinstance(publishing.reference_group(demonstration.store), Published)
    assert all(publishing.stage_group(demonstration.store, stage).asked is None for stage in Stage)


def test_the_newest_results_rest_on_measured_figures_and_the_oldest_on_assumed_ones(demonstration: Demonstration) -> None:
    norms = [result.norms for result in demonstration.record(demonstration.made.ready).results]

    assert [of.name if of else None for of in norms] == ["norms-0", "norms-1"]


def test_three_teams_have_closed_rounds_of_their_sizes(demonstration: Demonstration) -> None:
    counted = "SELECT sum(people) FROM cohort WHERE round_id IS NOT NULL GROUP BY round_id ORDER BY 1"
    others = (world.IN_EACH_ROUND, sum(story.UMBRELLA_TEAMS.values()))
    sizes = [people for (people,) in demonstration.store.read(counted) if people not in others]
    seen = [publishing.round_insights(demonstration.store, keys.insights) for keys in demonstration.made.closed.values()]

    assert sizes == sorted(story.TEAMS.values()) == [7, 14, 32]
    assert [insights.team for insights in seen] == list(story.TEAMS)
    assert [getattr(insights.whole, "n_band", "") for insights in seen] == ["6-9", "10-19", "20-49"]


def test_a_team_has_three_rounds_and_what_became_of_its_agreements(demonstration: Demonstration) -> None:
    last = publishing.round_insights(demonstration.store, demonstration.made.over_time.insights)
    second = publishing.round_insights(demonstration.store, demonstration.made.over_time.insights, 2)

    assert [(one.number, one.n_band) for one in last.over_time.rounds] == [(1, "20-49"), (2, "20-49"), (3, "20-49")]
    assert (second.agreements.agreed, tuple(second.agreements.happened)) == (story.AGREED_THEN, story.AGREED_FIRST)
    assert tuple(last.agreements.happened) == story.AGREED_THEN
    assert all([*second.agreements.happened.values(), *last.agreements.happened.values()])
    changes = between_rounds.changes(last.over_time.rounds[1], last.over_time.rounds[2])
    assert changes and changes.points.get("balance", 0) > 0


def test_a_round_of_too_few_got_more_time(demonstration: Demonstration) -> None:
    invited = team_store.invitation(demonstration.store, demonstration.made.longer.join).round

    assert invited.closes_on - TODAY == timedelta(days=12)
    assert invited.takes_answers(TODAY)
    assert invited.more_weeks == 0


def test_four_small_teams_held_a_round_together_of_which_two_are_shown(demonstration: Demonstration) -> None:
    insights = publishing.round_insights(demonstration.store, demonstration.made.umbrella.insights)

    assert isinstance(insights.whole, Published)
    assert {team.label: team.n_band for team in insights.teams.values()} == {"Invented bakery": "6+", "Invented laundry": "6+"}


def test_only_open_rounds_still_wait(demonstration: Demonstration) -> None:
    (waiting,) = demonstration.store.read("SELECT count(*), count(round_id), count(DISTINCT round_id) FROM pending")
    insights = publishing.round_insights(demonstration.store, demonstration.made.open.insights)
    invitation = team_store.invitation(demonstration.store, demonstration.made.open.join)

    wait = world.IN_OPEN_ROUND + world.IN_LONGER_ROUND
    assert waiting == (wait, wait, 2)
    assert insights.whole == Withheld(publishing.TEAM, Reason.ROUND_OPEN)
    assert invitation.round.takes_answers(TODAY)


def test_the_ready_profile_has_two_results_a_journal_and_a_closed_round(demonstration: Demonstration) -> None:
    record = demonstration.record(demonstration.made.ready)

    assert [len(record.results), len(record.goals), len(record.milestones), len(record.values)] == [2, 2, 1, 1]
    assert len(record.gratitude) == 5
    standings = contribution_store.standings(demonstration.store, record)
    assert [standing.state for standing in standings] == [ContributionState.MIXED] * 2
    assert record.contributions[-1].round_id is not None


def test_the_other_profile_has_one_result_and_may_join_the_open_round(demonstration: Demonstration) -> None:
    record = demonstration.record(demonstration.made.fresh)

    assert [len(record.results), len(record.contributions), record.draft] == [1, 0, None]
    assert TODAY - record.results[-1].taken_on < privacy_limits.MAX_RESULT_AGE


def test_every_other_link_opens_what_it_says(demonstration: Demonstration) -> None:
    made, store = demonstration.made, demonstration.store

    for key, owner in ((made.ready_shown, made.ready), (made.fresh_shown, made.fresh)):
        shown = viewer_link_store.read(store, key, TODAY)
        assert shown.taken_on == demonstration.record(owner).results[-1].taken_on
        assert shown.comparison is not None
    for keys in (*made.closed.values(), made.open, made.over_time, made.longer):
        assert [team_store.kind_of(store, key) for key in (keys.join, keys.insights, keys.manage)] == [
            Kind.JOIN,
            Kind.INSIGHTS,
            Kind.MANAGE,
        ]
    assert team_store.closable_round(store, made.open.manage).closed_on is None


def test_no_key_is_shown_where_a_world_is_printed(tmp_path: Path, demonstration: Demonstration) -> None:
    keys = [demonstration.made.ready, demonstration.made.open.manage, demonstration.made.ready_shown]

    assert [key for key in keys if key in repr(demonstration.made)] == []
