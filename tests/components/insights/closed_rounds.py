"""Teams whose round is closed, answered by invented people through the real doors."""

import random

from data.groups import cohort_store, team_store
from data.storage.store import Store
from data.totals import publishing
from data.totals.published import Insights
from tests.invented import crowd
from tests.invented.records import TODAY


def closed(store: Store, people: int, *, name: str = "Harbour crew") -> str:
    """The insights key of a new team in whose closed round so many took part."""
    dice, keys = random.Random(people), team_store.create(store, name, closes_on=TODAY, today=TODAY)
    round = team_store.invitation(store, keys.join).round
    for _ in range(people):
        person = crowd.anybody(dice)
        person.finish(store)
        person.join(store, round)
    cohort_store.close_round(store, keys.manage, TODAY)
    return keys.insights


def insights(store: Store, people: int) -> Insights:
    """What is published of such a round."""
    return publishing.round_insights(store, closed(store, people))
