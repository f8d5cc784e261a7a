"""On a phone nothing scrolls sideways, and a thumb hits everything. The scale has tests of its own (assessment/test_scale.py)."""

from collections.abc import Callable

import pytest
from playwright.sync_api import FloatRect, Locator, Page

from data.instrument.answers import Step
from tests.browser.visitor import walk
from tests.browser.visitor.people import Person
from tests.browser.visitor.visits import Visits

# WCAG 2.2 asks for 24 px; a scale that is answered 36 times deserves what a thumb is wide.
TARGET, THUMB = 24, 44
SCREENS = {
    Person.FINISHED: ("/", "/profile", "/journal", "/team", "/privacy", "/share", "/shared"),
    Person.HALFWAY: tuple(f"/{step}" for step in Step),
}


def at(visit: Visits, key: str, width: int, address: str) -> Page:
    return arrived(visit.page(key, viewport={"width": width, "height": 844}), address)


def arrived(page: Page, address: str) -> Page:
    """Once all of that screen is there."""
    page.goto(address)
    walk.title(page).first.wait_for()
    walk.settled(page)
    return page


def drawn(page: Page, step: Step) -> Page:
    """Once the last scale of the step is there."""
    walk.statement(page, walk.asked(step)[-1]).wait_for()
    return page


def box(place: Locator) -> FloatRect:
    found = place.bounding_box()
    assert found
    return found


def beyond(page: Page) -> tuple[int, int]:
    """How many pixels wider than the window what stands on the screen is, and how many the document."""
    walk.settled(page)
    window: int = page.evaluate("window.innerWidth")
    screen: int = page.get_by_test_id("stMain").evaluate("main => main.scrollWidth - main.clientWidth")
    document: int = page.evaluate("document.documentElement.scrollWidth")
    return max(screen, 0), max(document - window, 0)


@pytest.mark.parametrize("person", SCREENS, ids=lambda person: person.name)
def test_no_screen_scrolls_sideways_on_a_phone(visit: Visits, key_of: Callable[[Person], str], person: Person) -> None:
    page = visit.page(key_of(person))
    found = {}
    for screen in SCREENS[person]:
        for width in (320, 390):
            page.set_viewport_size({"width": width, "height": 844})
            found[screen, width] = beyond(arrived(page, screen) if width == 320 else page)

    assert found == dict.fromkeys(found, (0, 0))


def test_buttons_and_answers_are_large_enough_for_a_thumb(visit: Visits, key_of: Callable[[Person], str]) -> None:
    page = drawn(at(visit, key_of(Person.STARTED), 390, f"/{Step.DRIVE}"), Step.DRIVE)

    apart = page.locator(".apart label").all()
    buttons = [button for button in page.get_by_test_id("stMainBlockContainer").get_by_role("button").all() if button.is_visible()]
    assert min(box(label)["height"] for label in apart) >= THUMB - 1
    assert min(min(box(button)["width"], box(button)["height"]) for button in buttons) >= TARGET
