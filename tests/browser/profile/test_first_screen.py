"""What a profile says before anybody scrolls, and the ways on from there: by its buttons and by the menu of the page."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.visitor import walk
from tests.browser.visitor.people import Person
from tests.browser.visitor.visits import Visits

PHONE, DESK = {"width": 390, "height": 844}, {"width": 1280, "height": 800}
PLACES = ["Overview", "Areas", "Job and week", "Over time", "Next step", "Keep and share"]


def profile(page: Page) -> Page:
    page.goto("/profile")
    walk.on_profile(page)
    return page


def menu(page: Page) -> Locator:
    return page.get_by_role("navigation", name="On this page")


def bottom(place: Locator) -> float:
    found = place.bounding_box()
    assert found
    return found["y"] + found["height"]


@pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])
@pytest.mark.parametrize(
    "person",
    [Person.FINISHED, Person.RETAKEN, Person.AT_IT, Person.LONGEST],
    ids=["first time", "between two, on a return", "at a goal", "nothing kept short"],
)
def test_the_first_screen_is_complete_before_anybody_scrolls(
    visit: Visits, key_of: Callable[[Person], str], person: Person, size: dict[str, int]
) -> None:
    """Seen to fail: with the fold put above the chips and opened, and with a link above its four buttons for whoever has most to read.

    The longest of 6,000 ends 12 px above the edge of a phone.
    """
    page = profile(visit.page(key_of(person), viewport=size))

    keep = "Save my link" if person is Person.RETAKEN else "Copy"
    step = "Your goal for November 2026: " if person is Person.AT_IT else "A next step could be: "
    leads = "Look at my goal" if person is Person.AT_IT else "Choose my next step"
    whole = [
        walk.title(page),
        page.get_by_text("Your profile of 1 November 2026"),
        page.get_by_role("img", name="A flame for Spark"),
        page.locator(".cell").last,
        page.get_by_text(step),
        page.get_by_role("button", name=leads),
        page.get_by_role("button", name=keep, exact=True),
    ]

    assert max(bottom(part) for part in whole) <= size["height"]
    assert page.get_by_text("This is a prompt for thought, not a type.").is_hidden()


def test_the_menu_of_the_page_leads_by_keyboard_to_every_part_and_stays_in_sight(visit: Visits, key_of: Callable[[Person], str]) -> None:
    """Seen to fail: with no focus on the heading, and with the frame of the menu left where it stands."""
    page = profile(visit.page(key_of(Person.RETAKEN), viewport=PHONE, reduced_motion="reduce"))

    expect(menu(page).get_by_role("link")).to_have_text(PLACES)
    for place in PLACES[1:]:
        menu(page).get_by_role("link", name=place, exact=True).press("Enter")
        heading = page.locator(":focus")
        expect(heading).to_have_id(place.lower().replace(" ", "-"))
        expect(heading).to_be_in_viewport()
        expect(menu(page)).to_be_in_viewport()
        top = heading.bounding_box()
        assert top and top["y"] >= bottom(menu(page)) - 1


def test_the_first_button_leads_to_the_next_step_with_focus(visit: Visits, key_of: Callable[[Person], str]) -> None:
    page = profile(visit.page(key_of(Person.FINISHED), viewport=PHONE, reduced_motion="reduce"))

    walk.press(page, "Choose my next step")

    expect(page.locator(":focus")).to_have_id("next-step")
    expect(page.locator(":focus")).to_be_in_viewport()
    expect(menu(page).get_by_role("link", name="Over time")).to_have_count(0)


def test_after_the_care_note_nothing_is_named_and_nothing_is_to_be_worked_on(visit: Visits, key_of: Callable[[Person], str]) -> None:
    page = visit.page(key_of(Person.TIRED), viewport=PHONE)
    page.goto("/profile")
    walk.press(page, "See my result")
    walk.on_profile(page)

    expect(walk.title(page, "Your profile")).to_be_visible()
    expect(page.locator(".cell")).to_have_count(0)
    expect(page.get_by_role("button", name="Choose my next step")).to_have_count(0)
    expect(menu(page).get_by_role("link")).to_have_text(["Overview", "Areas", "Job and week", "Keep and share"])


def test_on_the_narrowest_phone_every_way_to_keep_a_link_stays_within_its_card(visit: Visits, key_of: Callable[[Person], str]) -> None:
    """Seen to fail: with a field that is as wide as it likes."""
    page = profile(visit.page(key_of(Person.FINISHED), viewport={"width": 320, "height": 640}))

    field = page.get_by_role("textbox", name="Your personal link")
    for part in (
        field,
        *(page.get_by_role("button", name=name, exact=True) for name in ("Copy", "QR code", "Save as file", "Print the link")),
    ):
        found = part.bounding_box()
        # The page and the card each have their edge.
        assert found and found["x"] + found["width"] <= 320 - 2 * 16


REFUSED = "navigator.clipboard.writeText = () => Promise.reject(new Error()); document.execCommand = () => false; window.print = () => {}"


def test_ones_own_link_is_offered_until_it_was_saved_once_and_can_be_copied_in_every_browser(
    visit: Visits, key_of: Callable[[Person], str]
) -> None:
    """Seen to fail: with a record that does not remember, and with a text that is not selected."""
    key = key_of(Person.FINISHED)
    link = f"{visit.server.url}/open#{key}"
    page = profile(visit.page(key, viewport=PHONE))

    page.evaluate(REFUSED)
    page.get_by_role("button", name="Copy", exact=True).click()
    expect(page.get_by_text("The link is selected")).to_be_visible()
    field = page.get_by_role("textbox", name="Your personal link")
    assert field.evaluate("box => box.value.slice(box.selectionStart, box.selectionEnd)") == link
    page.get_by_role("button", name="Print the link", exact=True).click()
    page.emulate_media(media="print")
    # Nor does a translator get at what is printed of it.
    expect(page.locator("#rekindle-sheet [translate=no]")).to_have_text(link)
    expect(page.get_by_test_id("stApp")).to_be_hidden()

    # Printed counts as saved: from the next visit on there is a button in place of the card.
    again = profile(visit.page(key, viewport=PHONE))
    expect(again.get_by_role("textbox", name="Your personal link")).to_have_count(0)
    walk.press(again, "Save my link")
    # Of an element and of the frame around it the inner one has the focus.
    copy = again.locator("button:focus")
    expect(copy).to_have_text("Copy")
    copy.press("Enter")
    expect(again.get_by_role("button", name="Copied")).to_be_visible()


@pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])
def test_a_profile_opened_through_its_link_leads_to_the_next_step_and_says_how_its_owner_carries_on(
    visit: Visits, key_of: Callable[[Person], str], size: dict[str, int]
) -> None:
    """Nobody is asked to save a link that has just been opened."""
    page = visit.page(viewport=size, reduced_motion="reduce")
    page.goto(f"/open#{key_of(Person.FINISHED)}")
    walk.on_profile(page)

    step, mine = page.get_by_role("button", name="See the next step"), page.get_by_role("button", name="It is mine, carry on here")
    assert bottom(step) <= size["height"] and bottom(mine) <= size["height"]
    expect(page.get_by_text("A next step could be: ")).to_be_in_viewport()
    expect(page.get_by_role("textbox", name="Your personal link")).to_have_count(0)
    walk.press(page, "See the next step")
    expect(page.locator(":focus")).to_have_id("next-step")
    expect(page.get_by_text("Press “It is mine, carry on here” at the top.")).to_be_in_viewport()
    expect(page.get_by_role("button", name="Make it my goal")).to_have_count(0)


@pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])
def test_what_is_strong_and_what_needs_attention_stand_below_each_other_beside_the_flame_on_every_width(
    visit: Visits, key_of: Callable[[Person], str], size: dict[str, int]
) -> None:
    page = profile(visit.page(key_of(Person.FINISHED), viewport=size))

    cells = page.locator(".cell")
    expect(cells).to_have_count(3)
    flame, strong, low = (cell.bounding_box() for cell in cells.all())

    assert flame and strong and low
    assert flame["x"] + flame["width"] < strong["x"] == low["x"]
    assert strong["y"] + strong["height"] < low["y"]
