"""Every page begins at its top with the focus on its heading and has a name of its own; the menu of a phone; a wrong address.

Seen to fail: without `arrival.js` (place and focus), without `menu.js`, and with one title for every page.
"""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from data.instrument.answers import Step
from tests.browser.visitor import walk
from tests.browser.visitor.people import Person
from tests.browser.visitor.visits import Visits

KeyOf = Callable[[Person], str]
# The last one is a wide screen at 400 %.
WINDOWS = [{"width": 390, "height": 844}, {"width": 1280, "height": 800}, {"width": 320, "height": 256}]
MENU = {"My profile": "Your profile", "Journal": "Journal", "Team": "Team", "Method": "How it works", "Privacy": "Privacy"}


def begins_at_its_top(page: Page, heading: str, tab: str) -> None:
    expect(walk.title(page, heading)).to_be_focused()
    expect(page).to_have_title(f"{tab} - Rekindle")
    walk.settled(page)
    # All of it is there, and nothing that came later moved it.
    expect(page.get_by_role("button", name="Forget me on this device")).to_be_attached()
    assert page.get_by_test_id("stMain").evaluate("main => main.scrollTop") == 0
    expect(walk.title(page, heading)).to_be_focused()
    expect(walk.title(page, heading)).to_be_in_viewport()


@pytest.mark.parametrize("window", WINDOWS, ids=lambda window: str(window["width"]))
def test_every_step_begins_at_its_top_and_is_announced_forwards_and_back(visit: Visits, key_of: KeyOf, window: dict[str, int]) -> None:
    page = visit.page(key_of(Person.CAREFUL), viewport=window)
    steps = list(Step)
    walk.open_step(page, steps[0])
    for step in steps[1:]:
        walk.press(page, "Continue")
        begins_at_its_top(page, walk.TITLES[step], walk.TITLES[step])
    for step in reversed(steps[:-1]):
        walk.press(page, "Back")
        begins_at_its_top(page, walk.TITLES[step], walk.TITLES[step])

    page.go_back()
    begins_at_its_top(page, walk.TITLES[steps[1]], walk.TITLES[steps[1]])


def test_every_page_of_the_menu_begins_at_its_top_under_a_title_of_its_own(visit: Visits, key_of: KeyOf) -> None:
    page = visit.page(key_of(Person.HALFWAY))
    page.goto("/")
    expect(page.get_by_role("button", name="Start over")).to_be_visible()
    expect(page).to_have_title("Rekindle")

    titles: list[str] = []
    for entry in MENU:
        page.get_by_role("link", name=entry, exact=True).click()
        expect(page).not_to_have_title(titles[-1] if titles else "Rekindle")
        expect(walk.title(page)).to_be_focused()
        walk.settled(page)
        assert page.get_by_test_id("stMain").evaluate("main => main.scrollTop") == 0
        titles.append(page.title())
    assert titles == [f"{'Your profile' if entry == 'My profile' else entry} - Rekindle" for entry in MENU]


def test_a_page_without_a_heading_begins_at_its_top_too(visit: Visits, key_of: KeyOf) -> None:
    page = visit.page(key_of(Person.TIRED), viewport=WINDOWS[2])
    page.goto("/method")
    walk.on(page, "How it works")
    page.get_by_test_id("stMain").evaluate("main => { main.scrollTop = 900 }")

    page.get_by_role("button", name="Menu", exact=True).click()
    page.get_by_role("link", name="My profile").click()

    expect(page.get_by_text("Some of your answers suggest that things are hard right now.")).to_be_in_viewport()
    expect(page.get_by_test_id("stMain")).to_be_focused()
    assert page.get_by_test_id("stMain").evaluate("main => main.scrollTop") == 0


@pytest.mark.parametrize("window", [WINDOWS[0], WINDOWS[2]], ids=lambda window: str(window["width"]))
def test_the_menu_of_a_phone_says_so_closes_on_choice_and_takes_no_focus_while_closed(
    visit: Visits, key_of: KeyOf, window: dict[str, int]
) -> None:
    page = visit.page(key_of(Person.HALFWAY), viewport=window)
    walk.open_step(page, Step.DRIVE)
    menu, close = page.get_by_role("button", name="Menu", exact=True), page.get_by_role("button", name="Close menu")

    # After the way past it, the first stop of the keyboard is what opens it; no entry of the closed one is a stop or is read.
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    expect(menu).to_be_focused()
    expect(menu).to_have_text("Menu", use_inner_text=True)
    expect(page.get_by_test_id("stSidebar")).to_have_attribute("inert", "")
    page.keyboard.press("Enter")
    expect(close).to_be_focused()
    # From the button and from an entry, which is still focused while the menu closes.
    page.keyboard.press("Escape")
    expect(menu).to_be_focused()
    page.keyboard.press("Enter")
    expect(close).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Escape")
    expect(menu).to_be_focused()
    page.keyboard.press("Enter")
    expect(close).to_be_focused()
    for _ in range(3):
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")

    begins_at_its_top(page, "Journal", "Journal")
    expect(menu).to_be_visible()
    expect(close).to_have_count(0)
    expect(page.get_by_test_id("stSidebar")).not_to_be_in_viewport()


def test_a_wrong_address_leads_on(visit: Visits) -> None:
    visit.expected.append("/nothing/here$")
    page = visit.page(viewport=WINDOWS[0])
    page.goto("/nothing/here")
    expect(walk.title(page, "There is no page here")).to_be_visible()
    expect(page.get_by_text("Running the app's main page")).to_have_count(0)

    page.get_by_role("link", name="Go to the start page").click()

    expect(page).to_have_url(f"{walk.origin(page)}/")
    expect(page.get_by_role("checkbox", name="I am 18 or over")).to_be_visible()


def test_boxes_of_one_question_are_a_group_that_says_it(visit: Visits, key_of: KeyOf) -> None:
    page = visit.page(key_of(Person.CAREFUL))
    walk.open_step(page, Step.LIFE_STAGE)
    asked = next(question for question in walk.RK.life_stage if question.several)

    expect(page.get_by_role("group", name=asked.text).get_by_role("checkbox")).to_have_count(len(asked.options))
    walk.open_step(page, Step.BALANCE)
    weighing = page.get_by_role("group", name="Tick everything that weighs on you")
    expect(weighing.get_by_role("checkbox")).to_have_count(len(walk.RK.obstacles))
