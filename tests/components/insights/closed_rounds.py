"""Teams whose round is closed, answered by invented people through the real doors."""

import random
from collections.abc import Sequence

from data.groups import cohort_store, team_store
from data.groups.agreements import agreement_store
from data.groups.agreements.happened import Happened
from data.groups.team_keys import TeamKeys
from data.storage.store import Store
from data.totals import publishing
from data.totals.published import Insights
from tests.invented import crowd
from tests.invented.records import TODAY


def closed(store: Store, people: int, *, name: str = "Harbour crew") -> str:
    """The insights key of a new team in whose closed round so many took part."""
    return closed_in_turn(store, (people,), name=name)


def closed_in_turn(store: Store, sizes: Sequence[int], *, name: str = "Harbour crew", agreed: Sequence[str] = ()) -> str:
    """The same with a round after the other, each of so many people; `agreed`: on what after each but the last."""
    keys = team_store.create(store, name, closes_on=TODAY, today=TODAY)
    for place, people in enumerate(sizes):
        for agreement in agreed if place else ():
            agreement_store.agree(store, keys.manage, team_store.invitation(store, keys.join).round, agreement)
        if place:
            team_store.open_round(store, keys.manage, closes_on=TODAY, today=TODAY)
        answered(store, people, keys)
    return keys.insights


def answered(store: Store, people: int, keys: TeamKeys) -> None:
    """So many join the open round, which is closed then."""
    dice, round = random.Random(people), team_store.invitation(store, keys.join).round
    for _ in range(people):
        person = crowd.anybody(dice)
        person.finish(store)
        person.join(store, round, happenings={place: dice.choice(tuple(Happened)) for place in agreement_store.asked_in(store, round)})
    cohort_store.close_round(store, keys.manage, TODAY)


def insights(store: Store, people: int) -> Insights:
    """What is published of such a round."""
    return publishing.round_insights(store, closed(store, people))
