"""On a phone the line of the page's menu is longer than the screen: it says so, and every link of it can be reached."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.visitor import walk
from tests.browser.visitor.people import Person
from tests.browser.visitor.visits import Visits

PHONES, DESK = [{"width": 390, "height": 844}, {"width": 320, "height": 700}], {"width": 1280, "height": 800}
KeyOf = Callable[[Person], str]
# What a finger on the middle of a link would meet.
MET = """link => {
  const box = link.getBoundingClientRect(), root = link.getRootNode()
  const ends = [box.left + 2, (box.left + box.right) / 2, box.right - 2]
  return ends.every(x => link.contains(root.elementFromPoint(x, (box.top + box.bottom) / 2)))
}"""

# Where the line stands is told after it was drawn there.
NEXT_FRAME = "() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))"


def menu(page: Page) -> Locator:
    page.goto("/profile")
    walk.on_profile(page)
    found = page.get_by_role("navigation", name="On this page")
    expect(found.get_by_role("link").last).to_be_attached()
    return found


@pytest.mark.parametrize("size", PHONES, ids=["390", "320"])
def test_a_line_that_is_cut_says_so_and_leads_on(visit: Visits, key_of: KeyOf, size: dict[str, int]) -> None:
    line = menu(visit.page(key_of(Person.RETAKEN), viewport=size, reduced_motion="reduce"))
    line.scroll_into_view_if_needed()
    before, after = line.locator(".before"), line.locator(".after")
    expect(after).to_be_visible()
    expect(before).to_be_hidden()

    for _ in range(3):
        if after.is_visible():
            after.click()
            line.evaluate(NEXT_FRAME)
    expect(after).to_be_hidden()
    expect(before).to_be_visible()
    assert line.get_by_role("link").last.evaluate(MET)

    # Nor is whoever looked along the line called back.
    before.click()
    expect(after).to_be_visible()


@pytest.mark.parametrize("size", PHONES, ids=["390", "320"])
def test_the_keyboard_brings_every_link_clear_of_both_ends(visit: Visits, key_of: KeyOf, size: dict[str, int]) -> None:
    """Seen to fail: with what a browser does by itself, which leaves a link under the mark."""
    page = visit.page(key_of(Person.RETAKEN), viewport=size, reduced_motion="reduce")
    links = menu(page).get_by_role("link").all()

    links[0].focus()
    for number, link in enumerate(links):
        expect(link).to_be_focused()
        assert link.evaluate(MET), number
        page.keyboard.press("Tab")


def test_a_line_that_fits_shows_no_marks(visit: Visits, key_of: KeyOf) -> None:
    line = menu(visit.page(key_of(Person.RETAKEN), viewport=DESK))

    expect(line.locator(".before")).to_be_hidden()
    expect(line.locator(".after")).to_be_hidden()
