"""How long a page of statements took, as the browser measures it (docs/rk11.md 2.8). Seen to fail: without the limit of a pause."""

from collections.abc import Callable

from playwright.sync_api import Page

from data.instrument.answers import Answer, Step
from tests.browser.visitor import walk
from tests.browser.visitor.people import Person
from tests.browser.visitor.visits import Visits

FIRST, SECOND, THIRD = walk.asked(Step.DRIVE)[:3]


def measured(page: Page) -> float:
    """What the tab holds of this page until it is saved."""
    held: float = page.evaluate("JSON.parse(sessionStorage.getItem('rekindle-unsent')).seconds")
    return held


def chosen_after(page: Page, seconds: int, statement: str, answer: Answer) -> float:
    """How many seconds one more choice adds that is made so much later."""
    before = measured(page)
    page.clock.run_for(seconds * 1000)
    walk.choice(page, statement, answer).check()
    return measured(page) - before


def test_the_time_runs_to_the_last_choice_and_a_pause_counts_as_a_minute(visit: Visits, key_of: Callable[[Person], str]) -> None:
    page = visit.page(key_of(Person.STARTED))
    page.clock.install()
    walk.open_step(page, Step.DRIVE)
    walk.choice(page, FIRST, 4).check()

    quick, pause = chosen_after(page, 5, SECOND, 3), chosen_after(page, 600, THIRD, 2)
    page.clock.run_for(30_000)

    # The clock of the test goes on by itself meanwhile, in real time.
    assert 5 <= quick < 35
    assert round(pause, 1) == 60
    assert measured(page) >= 65
