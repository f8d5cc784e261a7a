from datetime import timedelta
from types import SimpleNamespace

import pytest

from components.screen import counting
from components.session import resources
from data.groups import team_store
from data.keys import Kind
from tests.invented.records import TODAY
from tests.invented.waiting import crowd, wait

COUNTING = resources.group_words().insights.counting
# Told after every five hundred.
PEOPLE = 501


class Place:
    """Where Streamlit would draw; what was drawn there one after the other."""

    def __init__(self) -> None:
        self.told: list[tuple[float, str] | None] = []

    def progress(self, share: float, *, text: str) -> None:
        self.told.append((share, text))

    def empty(self) -> None:
        self.told.append(None)


@pytest.mark.parametrize(("unsaid", "told"), [(-1.0, [(0.0, COUNTING), (500 / PEOPLE, COUNTING), None]), (60.0, [None])])
def test_a_count_that_takes_long_says_how_far_it_is_and_a_short_one_says_nothing(
    private_store: object, monkeypatch: pytest.MonkeyPatch, unsaid: float, told: list[tuple[float, str] | None]
) -> None:
    """Seen to fail: without a look at the time, and with what was said left behind."""
    place, store = Place(), resources.store()
    keys = team_store.create(store, "North", closes_on=TODAY + timedelta(days=1), today=TODAY)
    round_id = team_store.closable_round(store, keys.manage).round_id
    wait(store, crowd(PEOPLE), round_id=round_id)
    team_store.end_round(store, round_id, TODAY)
    monkeypatch.setattr(counting, "_UNSAID_SECONDS", unsaid)
    monkeypatch.setattr(counting, "st", SimpleNamespace(empty=lambda: place))

    counting.show(keys.insights, Kind.INSIGHTS)

    assert place.told == told
    assert team_store.is_counted(store, round_id)
