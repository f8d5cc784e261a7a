"""Two tabs of one browser: neither loses what the other saved, and none mixes two people."""

from collections.abc import Callable

from playwright.sync_api import Page, expect

from data.instrument.answers import Answer, Step
from tests.browser.visitor import walk
from tests.browser.visitor.answered import SHEET, shows, shows_statements, start_over
from tests.browser.visitor.people import Person
from tests.browser.visitor.visits import Visits

KeyOf = Callable[[Person], str]

GONE = "You finished or started over in another tab, so this page was not saved."


def test_two_tabs_that_save_different_steps_lose_neither(visit: Visits, key_of: KeyOf) -> None:
    device = visit.device(key_of(Person.STARTED))
    one, other = device.new_page(), device.new_page()
    walk.open_step(one, Step.DRIVE)
    walk.open_step(other, Step.PATH)
    walk.answer(one, Step.DRIVE, SHEET.statements)
    walk.answer(other, Step.PATH, SHEET.statements)

    walk.go_on(other, to=Step.BALANCE)
    walk.go_on(one, to=Step.PATH)

    shows_statements(one, Step.PATH)
    walk.open_step(other, Step.DRIVE)
    shows_statements(other, Step.DRIVE)
    expect(one.get_by_text("This step was also saved in another tab.")).to_have_count(0)


def test_the_same_step_saved_in_two_tabs_keeps_the_later_one_and_says_so(visit: Visits, key_of: KeyOf) -> None:
    device = visit.device(key_of(Person.STARTED))
    one, other = device.new_page(), device.new_page()
    later: Answer = 5
    for page, answer in ((one, 1), (other, later)):
        walk.open_step(page, Step.DRIVE)
        walk.answer(page, Step.DRIVE, {"spark_moments": answer})

    walk.go_on(one, to=Step.PATH)
    walk.go_on(other, to=Step.PATH)

    expect(other.get_by_text("This step was also saved in another tab. We kept the answers that you sent last.")).to_be_visible()
    walk.open_step(one, Step.DRIVE)
    expect(walk.choice(one, "spark_moments", later)).to_be_checked()


def test_a_tab_whose_assessment_was_finished_elsewhere_says_so_and_saves_nothing(visit: Visits, key_of: KeyOf) -> None:
    device = visit.device(key_of(Person.CAREFUL))
    stale, other = device.new_page(), device.new_page()
    walk.open_step(stale, Step.DRIVE)
    walk.answer(stale, Step.DRIVE, dict.fromkeys(walk.asked(Step.DRIVE), 1))
    walk.open_step(other, Step.REFLECT)
    walk.finish(other)

    walk.press(stale, "Continue")

    expect(stale.get_by_text(GONE)).to_be_visible()
    other.reload()
    walk.on_profile(other)
    walk.unfold(other)
    scores = {row["Dimension"]: row["Score"] for row in walk.rows(other, "Eight dimensions")}
    # Both areas of the step that the stale tab would have written over.
    assert (scores["Spark"], scores["Growth"]) == ("58", "63")
    stale.get_by_role("link", name="Go to the start page").click()
    expect(stale.get_by_role("heading", name="You have a profile")).to_be_visible()


def test_a_tab_whose_assessment_was_started_over_elsewhere_says_so_and_saves_nothing(visit: Visits, key_of: KeyOf) -> None:
    device = visit.device(key_of(Person.HALFWAY))
    stale, other = device.new_page(), device.new_page()
    walk.open_step(stale, Step.DRIVE)
    walk.answer(stale, Step.DRIVE, SHEET.statements)
    start_over(other)
    walk.begin(other)

    walk.press(stale, "Continue")

    expect(stale.get_by_text(GONE)).to_be_visible()
    walk.open_step(other, Step.DRIVE)
    expect(walk.choice(other, "spark_moments", 1)).to_be_visible()
    expect(other.get_by_role("radio", checked=True)).to_have_count(0)


def test_a_tab_keeps_to_its_own_person_when_another_takes_over_the_browser(visit: Visits, key_of: KeyOf) -> None:
    mine, theirs = key_of(Person.STARTED), key_of(Person.CAREFUL)
    device = visit.device(mine)
    one, other = device.new_page(), device.new_page()
    walk.open_step(one, Step.DRIVE)
    walk.answer(one, Step.DRIVE, dict.fromkeys(walk.asked(Step.DRIVE), 1))
    other.goto(f"/open#{theirs}")
    take_over(other)

    walk.go_on(one, to=Step.PATH)

    walk.open_step(other, Step.DRIVE)
    shows(other, Step.DRIVE)
    own = visit.page(mine)
    walk.open_step(own, Step.DRIVE)
    expect(walk.choice(own, "spark_moments", 1)).to_be_checked()


def take_over(page: Page) -> None:
    walk.press(page, "It is mine, carry on here")
    with page.expect_navigation():
        walk.press(page, "Yes, carry on here")
    expect(page.get_by_role("button", name="It is mine, carry on here")).to_have_count(0)
    walk.settled(page)


def test_a_profile_is_never_taken_over_unseen_when_two_tabs_opened_two_links(visit: Visits, key_of: KeyOf) -> None:
    device = visit.device()
    one, other = device.new_page(), device.new_page()
    one.goto(f"/open#{key_of(Person.FINISHED)}")
    walk.on_profile(one)
    other.goto(f"/open#{key_of(Person.TIRED)}")
    expect(other.get_by_role("button", name="See my result")).to_be_visible()

    expect(walk.title(one, "Outlet outside")).to_be_visible()
    before = [cookie["value"] for cookie in device.cookies() if cookie["name"] == "rk_own"]
    walk.press(one, "It is mine, carry on here")
    walk.press(one, "Yes, carry on here")

    expect(one.get_by_text("You opened a different link in another tab, so nothing was changed.")).to_be_visible()
    expect(one.get_by_role("button", name="See my result")).to_be_visible()
    expect(one.get_by_role("button", name="It is mine, carry on here")).to_be_visible()
    assert [cookie["value"] for cookie in device.cookies() if cookie["name"] == "rk_own"] == before
