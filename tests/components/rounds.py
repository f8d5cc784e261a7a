"""Teams whose round is closed, answered by invented people through the real doors."""

import random

from data import mixing, publishing, teams
from data.published import Insights
from data.store import Store
from tests.data import crowd
from tests.data.people import TODAY


def closed(store: Store, people: int, *, name: str = "Harbour crew") -> str:
    """The insights key of a new team in whose closed round so many took part."""
    dice, keys = random.Random(people), teams.create(store, name, closes_on=TODAY, today=TODAY)
    round = teams.invitation(store, keys.join).round
    for _ in range(people):
        person = crowd.anybody(dice)
        person.finish(store)
        person.join(store, round)
    mixing.close_round(store, round.round_id, TODAY)
    return keys.insights


def insights(store: Store, people: int) -> Insights:
    """What is published of such a round."""
    return publishing.round_insights(store, closed(store, people))
