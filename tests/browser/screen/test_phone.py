"""On a phone nothing scrolls sideways, a scale is one column, and a thumb hits everything; on a wide screen a scale is one line."""

from collections.abc import Callable

import pytest
from playwright.sync_api import FloatRect, Locator, Page

from data.instrument.answers import Step
from tests.browser.visitor import walk
from tests.browser.visitor.people import Person
from tests.browser.visitor.visits import Visits

# WCAG 2.2 asks for 24 px; a scale that is answered 36 times deserves what a thumb is wide.
TARGET, THUMB = 24, 44
STATEMENT_STEPS = (Step.JOB_AND_WORK, Step.DRIVE, Step.PATH, Step.BALANCE)
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


def boxes(group: Locator) -> list[FloatRect]:
    """Where the five labels of a scale stand, all at one moment: what is above may still grow."""
    places = "labels => labels.map(label => label.getBoundingClientRect().toJSON())"
    found: list[FloatRect] = group.locator(".scale label").evaluate_all(places)
    return found


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


@pytest.mark.parametrize("width", [320, 390])
def test_every_scale_is_one_ordered_column_on_a_phone(visit: Visits, key_of: Callable[[Person], str], width: int) -> None:
    page = drawn(at(visit, key_of(Person.STARTED), width, f"/{Step.DRIVE}"), Step.DRIVE)

    for item in walk.asked(Step.DRIVE):
        found = boxes(walk.statement(page, item))
        assert len({place["x"] for place in found}) == 1
        assert [place["y"] for place in found] == sorted({place["y"] for place in found})
        assert min(place["height"] for place in found) >= THUMB


def test_every_scale_is_one_ordered_line_on_a_wide_screen(visit: Visits, key_of: Callable[[Person], str]) -> None:
    key = key_of(Person.STARTED)

    for step in STATEMENT_STEPS:
        page = drawn(at(visit, key, 1280, f"/{step}"), step)
        for item in walk.asked(step):
            found = boxes(walk.statement(page, item))
            assert len({place["y"] for place in found}) == 1
            assert [place["x"] for place in found] == sorted({place["x"] for place in found})


def test_buttons_and_answers_are_large_enough_for_a_thumb(visit: Visits, key_of: Callable[[Person], str]) -> None:
    page = drawn(at(visit, key_of(Person.STARTED), 390, f"/{Step.DRIVE}"), Step.DRIVE)

    apart = page.locator(".apart label").all()
    buttons = [button for button in page.get_by_test_id("stMainBlockContainer").get_by_role("button").all() if button.is_visible()]
    assert min(box(label)["height"] for label in apart) >= THUMB - 1
    assert min(min(box(button)["width"], box(button)["height"]) for button in buttons) >= TARGET
