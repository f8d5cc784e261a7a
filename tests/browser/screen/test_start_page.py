"""What a stranger meets first, on a phone: what it is, what one gets, and the first button, all without scrolling."""

from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from data.instrument.answers import Step
from tests.browser.visitor import walk
from tests.browser.visitor.people import Person
from tests.browser.visitor.visits import Visits

PHONE = {"width": 390, "height": 844}
SAID = "Rekindle gibt es vorerst nur auf Englisch."


def test_the_first_button_is_above_the_fold_and_leads_to_what_is_asked(visit: Visits) -> None:
    """In the browser of somebody who reads German, to whom that is said once. Seen to fail: with a picture of twice the height."""
    page = visit.page(viewport=PHONE, locale="de-AT")
    page.goto("/")
    walk.on(page, "Where are you with your work?")
    note = page.get_by_role("note").filter(has_text=SAID)
    expect(note).to_have_attribute("lang", "de")
    expect(page.get_by_role("figure")).to_contain_text("An example, with invented answers")
    button = page.get_by_role("button", name="Get started")
    place = button.bounding_box()
    assert place and place["y"] + place["height"] <= PHONE["height"]

    button.press("Enter")

    asked = page.get_by_role("heading", name="Before you start")
    expect(asked).to_be_focused()
    expect(asked).to_be_in_viewport()
    note.get_by_role("button", name="Schließen").click()
    expect(note).to_be_hidden()
    page.reload()
    walk.on(page, "Where are you with your work?")
    expect(page.get_by_role("button", name="Get started")).to_be_visible()
    expect(page.get_by_text(SAID)).to_be_hidden()


def test_what_was_told_of_languages_on_one_screen_is_not_told_on_the_next(visit: Visits) -> None:
    page = visit.page(locale="ar")
    page.goto("/privacy")
    expect(page.get_by_role("note")).to_have_attribute("dir", "rtl")
    expect(page.get_by_role("note")).to_be_visible()

    page.get_by_role("link", name="Rekindle", exact=True).click()

    walk.on(page, "Where are you with your work?")
    expect(page.get_by_role("note")).to_be_hidden()


@pytest.mark.parametrize(
    "window", [PHONE, {"width": 1280, "height": 800}, {"width": 320, "height": 256}], ids=lambda window: str(window["width"])
)
def test_whoever_lost_their_link_is_told_what_can_still_be_done_and_that_nobody_can_find_it(visit: Visits, window: dict[str, int]) -> None:
    page = visit.page(viewport=window)
    page.goto("/")
    walk.on(page, "Where are you with your work?")

    fold = walk.open_fold(page, "Lost your link?")

    for line in ("Nobody can find it for you, and neither can we.", "The device you used before.", "A file you downloaded."):
        expect(fold.get_by_text(line)).to_be_visible()
    look = fold.get_by_role("button", name="See if this browser knows me").or_(
        fold.get_by_role("link", name="See if this browser knows me")
    )
    look.press("Enter")
    expect(page.get_by_text("There is no profile here yet.")).to_be_visible()


def test_whoever_has_a_profile_is_asked_to_see_what_changed_and_not_for_consent_anew(
    visit: Visits, key_of: Callable[[Person], str]
) -> None:
    """One button, with the boxes ticked as before and still there to be changed."""
    page = visit.page(key_of(Person.FINISHED), viewport=PHONE)
    page.goto("/")
    walk.on(page, "Where are you with your work?")

    expect(page.get_by_role("heading", name="See what changed")).to_be_visible()
    expect(page.get_by_role("checkbox", name="I am 18 or over")).to_be_checked()
    walk.press(page, "Take it again")

    walk.on_step(page, Step.LIFE_STAGE)
