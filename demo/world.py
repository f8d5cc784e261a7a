"""A database full of invented people. Everybody goes through the doors that real people go through; no row is put in behind them."""

import secrets
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from functools import partial

from data.assessment import steps
from data.assessment.step_answers import StepAnswers
from data.groups import cohort_store, contribution_store, more_time_store, team_store
from data.groups.agreements import agreement_store
from data.groups.agreements.happened import NOTHING_ASKED, Happenings
from data.groups.team_keys import TeamKeys
from data.instrument.answers import Answers, Step
from data.instrument.instrument import CURRENT, load
from data.keys import new_key
from data.profile import profile
from data.record import record_store
from data.record.record import Consents, Record
from data.record.viewer_link import Section
from data.retention import upkeep
from data.sharing import shared_profile, viewer_link_store
from data.storage.store import Store
from data.totals import publishing
from demo import story
from demo.people import Leaning, People

# The reference group comes in four waves, long enough ago that nothing waits any more.
WAVES, IN_A_WAVE = (130, 100, 70, 40), 160
# Fewer than a round needs, so that whoever tries it can be the sixth.
IN_OPEN_ROUND = 5
# So many in each of three rounds that all of what they say of agreements is told.
IN_EACH_ROUND, IN_LONGER_ROUND = 24, 4
_THREE_ROUNDS = (190, 100, 9)
_ROUND_OPENED, _ROUND_CLOSED, _KEPT = timedelta(days=26), timedelta(days=12), timedelta(days=365)
# The second result is young enough to have joined the round that was closed after it.
_BEFORE, _NOW = timedelta(days=150), timedelta(days=20)

# What the teams have in common, in standard deviations, so that there is something to talk about.
_LEANINGS: dict[str, Leaning] = {
    "Invented harbour": {"support": 0.9, "balance": -0.4},
    "Invented orchard": {"purpose": 0.8, "outlet": -0.7},
    "Invented observatory": {"growth": 0.7, "balance": -0.9, "momentum": -0.4},
}
_PARTS = {
    Step.LIFE_STAGE: ("life_stage",),
    Step.JOB_AND_WORK: ("job_and_work",),
    Step.BALANCE: ("week", "obstacles"),
    Step.REFLECT: ("reflections",),
}


@dataclass(frozen=True)
class World:
    """The keys that open what was made: two people and what each shows to others, teams with closed and open rounds."""

    ready: str = field(repr=False)
    ready_shown: str = field(repr=False)
    fresh: str = field(repr=False)
    fresh_shown: str = field(repr=False)
    closed: dict[str, TeamKeys] = field(repr=False)
    open: TeamKeys = field(repr=False)
    over_time: TeamKeys = field(repr=False)
    longer: TeamKeys = field(repr=False)
    umbrella: TeamKeys = field(repr=False)


def build(store: Store, today: date, seed: int = 1) -> World:
    """Fill an empty demonstration, as of today: the same people for the same seed, under new keys."""
    return _Builder(store, today, People(seed)).build()


@dataclass(frozen=True)
class _Builder:
    store: Store
    today: date
    people: People

    def build(self) -> World:
        ready, fresh = new_key(), new_key()
        self._take(ready, story.with_words(self.people.sheet(), story.JOB_BEFORE), self.today - _BEFORE)
        self._give(ready, self.today - _BEFORE)
        for days in WAVES:
            self._wave(self.today - timedelta(days=days))
        self._take(ready, story.with_words(self.people.sheet(), story.JOB_NOW), self.today - _NOW)
        # In the largest team, so that this profile can be laid beside a team too (docs/demonstration.md).
        closed = {name: self._team(name, size, ready if size == max(story.TEAMS.values()) else None) for name, size in story.TEAMS.items()}
        self._change(ready, lambda record: story.journal_kept(record, self.today))
        self._take(fresh, story.with_words(self.people.sheet(), story.JOB_BEFORE), self.today - timedelta(days=3))
        of_teams = closed, self._open_team(), self._team_over_time(), self._longer_team(), self._umbrella()
        return World(ready, self._share(ready), fresh, self._share(fresh), *of_teams)

    def _wave(self, day: date) -> None:
        """People without a team, who are mixed on the next day."""
        for _ in range(IN_A_WAVE):
            key = new_key()
            self._take(key, self.people.sheet(), day)
            self._give(key, day)
        upkeep.mix(self.store, day=day + timedelta(days=1))

    def _team(self, name: str, size: int, member: str | None) -> TeamKeys:
        """A team whose organiser has closed its round. A member is one of so many; all others are new."""
        opened, closed = self.today - _ROUND_OPENED, self.today - _ROUND_CLOSED
        keys = team_store.create(self.store, name, closes_on=self.today, today=opened)
        if member:
            self._join(keys, member, closed)
        for _ in range(size - bool(member)):
            self._new_member(keys, _LEANINGS[name], closed)
        cohort_store.close_round(self.store, keys.manage, closed)
        return keys

    def _open_team(self) -> TeamKeys:
        keys = team_store.create(
            self.store, story.OPEN_TEAM, closes_on=self.today + timedelta(days=14), today=self.today - timedelta(days=1)
        )
        for _ in range(IN_OPEN_ROUND):
            self._new_member(keys, {}, self.today)
        return keys

    def _team_over_time(self) -> TeamKeys:
        """A team with three closed rounds, which agreed on something after the first and after the second."""
        first, second, third = (self.today - timedelta(days=days) for days in _THREE_ROUNDS)
        keys = team_store.create(self.store, story.TEAM_OVER_TIME, closes_on=first, today=first)
        self._answer(keys, {"balance": -1.1}, first, [{}] * IN_EACH_ROUND)
        self._agree(keys, story.AGREED_FIRST, second)
        self._answer(keys, {"balance": -1.1}, second, [{1: one, 2: other} for one, other in zip(story.HALF_DAY, story.THANKS, strict=True)])
        self._agree(keys, story.AGREED_THEN, third)
        self._answer(keys, {"balance": 0.8}, third, [{1: one} for one in story.HALF_DAY_LATER])
        return keys

    def _answer(self, keys: TeamKeys, leaning: Leaning, day: date, said: Sequence[Happenings]) -> None:
        """A new member for each of these, and the close."""
        for happenings in said:
            self._new_member(keys, leaning, day, happenings)
        cohort_store.close_round(self.store, keys.manage, day)

    def _agree(self, keys: TeamKeys, agreed: Sequence[str], day: date) -> None:
        """Agree on these, and open the round that asks about them."""
        newest = team_store.invitation(self.store, keys.join).round
        for agreement in agreed:
            agreement_store.agree(self.store, keys.manage, newest, agreement)
        team_store.open_round(self.store, keys.manage, closes_on=day, today=day)

    def _longer_team(self) -> TeamKeys:
        """A team of which too few had answered by its last day, so that the round goes on."""
        last = self.today - timedelta(days=2)
        keys = team_store.create(self.store, story.LONGER_TEAM, closes_on=last, today=last - timedelta(days=10), more_weeks=2)
        for _ in range(IN_LONGER_ROUND):
            self._new_member(keys, {}, last)
        more_time_store.give(self.store, self.today)
        return keys

    def _umbrella(self) -> TeamKeys:
        """Small teams that held a round together, which their organiser has closed."""
        opened, closed, teams = self.today - _ROUND_OPENED, self.today - _ROUND_CLOSED, story.UMBRELLA_TEAMS
        keys = team_store.create(self.store, story.UMBRELLA, closes_on=self.today, today=opened, teams=tuple(teams))
        for join_key, size in zip(keys.joins, teams.values(), strict=True):
            for _ in range(size):
                self._new_member(replace(keys, join=join_key), {}, closed)
        cohort_store.close_round(self.store, keys.manage, closed)
        return keys

    def _new_member(self, keys: TeamKeys, leaning: Leaning, day: date, said: Happenings = NOTHING_ASKED) -> None:
        key = new_key()
        self._take(key, self.people.sheet(leaning), day)
        self._join(keys, key, day, said)

    def _join(self, keys: TeamKeys, key: str, day: date, said: Happenings = NOTHING_ASKED) -> None:
        invited = team_store.invitation(self.store, keys.join)
        join = partial(contribution_store.join_round, self.store, key, invited.round, place=invited.place)
        join(today=day, keep_until=self._keep_until, happenings=said)

    def _take(self, key: str, sheet: Answers, day: date) -> None:
        """A whole assessment, step by step, saved at its end as at the last step."""
        norms = publishing.newest_norms(self.store, CURRENT)
        self._change(key, lambda record: steps.finish(_taken(record, sheet, day), today=day, norms=norms))

    def _give(self, key: str, day: date) -> None:
        contribution_store.join_everyone(self.store, key, today=day, keep_until=self._keep_until)

    def _share(self, key: str) -> str:
        """A link without end to all of one's latest profile, and to where its scores stand today."""
        record = record_store.read(self.store, key, keep_until=self._keep_until) or Record()
        latest, everyone = profile.from_result(record.results[-1]), publishing.reference_group(self.store, CURRENT)
        shown = shared_profile.copy_of(latest, tuple(Section), compared=shared_profile.comparison_of(latest, everyone, day=self.today))
        made = viewer_link_store.create(self.store, key, shown, label="A mentor", today=self.today, keep_until=self._keep_until)
        return made.key

    def _change(self, key: str, make: Callable[[Record], Record]) -> None:
        record_store.change(self.store, key, make, keep_until=self._keep_until)

    @property
    def _keep_until(self) -> date:
        return self.today + _KEPT


def _taken(record: Record, sheet: Answers, day: date) -> Record:
    tag = secrets.token_hex(8)
    consents = Consents(wording=load(CURRENT).consent.wording, given_on=day, take_part=True, count_in_reference=True)
    record = steps.begin(record, instrument=CURRENT, tag=tag, consents=consents)
    for step in Step:
        record = steps.save(record, step, _given(step, sheet), tag=tag)
    return record


def _given(step: Step, sheet: Answers) -> StepAnswers:
    """What "Continue" saves on that step."""
    return StepAnswers(
        **{part: getattr(sheet, part) for part in _PARTS.get(step, ())},
        statements={item.id: sheet.statements.get(item.id) for item in load(CURRENT).page(step)},
        seconds=sheet.page_seconds.get(step, 0.0),
    )
