"""Whatever happens to a tab, a browser, a network or the server: what was continued is there, and what is gone is said calmly."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from data.answers import Answer, Step
from tests.browser import people, visits, walk
from tests.browser.conftest import House
from tests.browser.people import Person
from tests.browser.visits import Visits

KeyOf = Callable[[Person], str]

SHEET = people.example()
RESTORED = "Welcome back. What you last continued is here. Words and ticks changed after that were not kept."
GONE = "This assessment was finished or started over in another tab, so this page was not saved."
# While the server is down the browser keeps trying, and says so on its console.
OUTAGE = "ERR_CONNECTION|ERR_EMPTY_RESPONSE|WebSocket connection to|reaching server endpoint|not responding|[Tt]imed out"
STATEMENT_STEPS = [step for step in Step if walk.asked(step)]


def shows_statements(page: Page, step: Step) -> None:
    """The statements of a step stand as the example answers them, and no other is answered."""
    for item in walk.asked(step):
        if item in SHEET.statements:
            expect(walk.choice(page, item, SHEET.statements[item])).to_be_checked()
        else:
            expect(walk.statement(page, item).get_by_role("radio", checked=True)).to_have_count(0)


def shows(page: Page, step: Step) -> None:
    """Everything that the example answers on a step is there."""
    shows_statements(page, step)
    if step is Step.LIFE_STAGE:
        expect(page.get_by_role("radio", name="Reassessing", checked=True)).to_have_count(1)
    if step is Step.JOB_AND_WORK:
        expect(page.get_by_role("textbox", name="My work is")).to_have_value(SHEET.job_and_work.work_is)
        for portrait in walk.RK.portraits:
            likeness = walk.RK.likeness[SHEET.job_and_work.portraits[portrait.id]]
            expect(page.get_by_role("radiogroup", name=portrait.text).get_by_role("radio", name=likeness)).to_be_checked()
    if step is Step.BALANCE:
        expect(page.get_by_role("slider", name=f"Career: {walk.RK.week.now}")).to_have_value("50")
        expect(page.get_by_role("textbox", name="Something else, in your own words")).to_have_value(SHEET.obstacles.other)
    if step is Step.REFLECT:
        expect(page.get_by_role("textbox", name="What first drew you to this line of work?")).to_have_value(SHEET.reflections["1"])


@pytest.mark.parametrize("step", list(Step))
def test_a_refresh_at_any_step_keeps_what_was_continued_and_says_what_is_gone(visit: Visits, key_of: KeyOf, step: Step) -> None:
    page = visit.page(key_of(Person.CAREFUL))
    walk.open_step(page, step)

    page.reload()

    walk.on_step(page, step)
    shows(page, step)
    expect(page.get_by_text(RESTORED)).to_be_visible()


def test_answers_not_yet_continued_survive_a_refresh(visit: Visits, key_of: KeyOf) -> None:
    page = visit.page(key_of(Person.STARTED))
    walk.open_step(page, Step.DRIVE)
    walk.answer(page, Step.DRIVE, SHEET.statements)

    page.reload()
    walk.on_step(page, Step.DRIVE)

    shows_statements(page, Step.DRIVE)
    walk.go_on(page, to=Step.PATH)
    walk.go_back(page, to=Step.DRIVE)
    shows_statements(page, Step.DRIVE)


def test_an_answer_changed_or_cleared_but_not_continued_survives_a_refresh(visit: Visits, key_of: KeyOf) -> None:
    page = visit.page(key_of(Person.CAREFUL))
    walk.open_step(page, Step.DRIVE)
    walk.choice(page, "spark_origin", 1).check()
    walk.statement(page, "growth_goal").get_by_role("button", name="Clear answer").click()

    page.reload()
    walk.on_step(page, Step.DRIVE)

    expect(walk.choice(page, "spark_origin", 1)).to_be_checked()
    expect(walk.statement(page, "growth_goal").get_by_role("radio", checked=True)).to_have_count(0)


def test_sliders_moved_but_not_continued_survive_a_refresh_and_are_saved_then(visit: Visits, key_of: KeyOf) -> None:
    page = visit.page(key_of(Person.STARTED))
    walk.open_step(page, Step.BALANCE)
    walk.fill_week(page, SHEET.week)

    page.reload()
    walk.on_step(page, Step.BALANCE)

    expect(page.get_by_text(f"{sum(SHEET.week.now.values())} hours now")).to_be_visible()
    walk.go_on(page, to=Step.REFLECT)
    walk.go_back(page, to=Step.BALANCE)
    expect(page.get_by_role("slider", name=f"Career: {walk.RK.week.now}")).to_have_value("50")


def test_answers_kept_unsent_never_reach_an_assessment_that_was_started_over(visit: Visits, key_of: KeyOf) -> None:
    page = visit.page(key_of(Person.STARTED))
    walk.open_step(page, Step.JOB_AND_WORK)
    walk.answer(page, Step.JOB_AND_WORK, SHEET.statements)
    start_over(page)
    walk.begin(page)

    walk.go_on(page, to=Step.JOB_AND_WORK)

    expect(page.get_by_role("radio", name=walk.RK.scale[0], exact=True).first).to_be_visible()
    expect(page.get_by_role("radio", checked=True)).to_have_count(0)


def test_words_typed_but_not_continued_are_gone_after_a_refresh_and_that_is_said(visit: Visits, key_of: KeyOf) -> None:
    page = visit.page(key_of(Person.CAREFUL))
    walk.open_step(page, Step.REFLECT)
    prompt = page.get_by_role("textbox", name="What first drew you to this line of work?")
    prompt.fill("Something quite different")

    page.reload()
    walk.on_step(page, Step.REFLECT)

    expect(prompt).to_have_value(SHEET.reflections["1"])
    expect(page.get_by_text(RESTORED)).to_be_visible()


def start_over(page: Page) -> None:
    page.goto("/")
    walk.settled(page)
    walk.press(page, "Start over")
    walk.press(page, "Yes, clear them")
    expect(page.get_by_role("checkbox", name="I am 18 or over")).to_be_visible()
    walk.settled(page)


def test_a_server_that_is_killed_half_way_has_every_step_that_was_continued(browser: Browser, spare: House) -> None:
    with visits.opened(browser, spare.server) as visit:
        visit.expected.append(OUTAGE)
        page = visit.page()
        walk.begin(page)
        walk.go_on(page, to=Step.JOB_AND_WORK)
        walk.answer(page, Step.JOB_AND_WORK, SHEET.statements)
        walk.go_on(page, to=Step.DRIVE)
        walk.answer(page, Step.DRIVE, SHEET.statements)

        spare.server.kill()
        spare.server.start()
        page.reload()
        walk.on_step(page, Step.DRIVE)

        shows_statements(page, Step.DRIVE)
        walk.go_on(page, to=Step.PATH)
        walk.open_step(page, Step.JOB_AND_WORK)
        shows_statements(page, Step.JOB_AND_WORK)


def test_a_tab_that_outlives_the_server_goes_on_where_it_was(browser: Browser, spare: House) -> None:
    with visits.opened(browser, spare.server) as visit:
        visit.expected.append(OUTAGE)
        page = visit.page(spare.key_of(Person.HALFWAY))
        walk.open_step(page, Step.PATH)
        walk.answer(page, Step.PATH, SHEET.statements)

        spare.server.kill()
        expect(page.get_by_test_id("stApp")).not_to_have_attribute("data-test-connection-state", "CONNECTED")
        spare.server.start()
        expect(page.get_by_test_id("stApp")).to_have_attribute("data-test-connection-state", "CONNECTED")
        walk.on_step(page, Step.PATH)

        shows_statements(page, Step.PATH)
        walk.go_on(page, to=Step.BALANCE)
        walk.go_back(page, to=Step.PATH)
        shows_statements(page, Step.PATH)


def test_the_browsers_back_and_forward_go_through_all_the_steps(visit: Visits, key_of: KeyOf) -> None:
    steps = list(Step)
    page = visit.page(key_of(Person.CAREFUL))
    walk.open_step(page, steps[0])
    for step in steps[1:]:
        walk.go_on(page, to=step)

    for step in reversed(steps[:-1]):
        page.go_back()
        walk.on_step(page, step)
        shows(page, step)
    for step in steps[1:]:
        page.go_forward()
        walk.on_step(page, step)
        shows(page, step)


def test_what_is_changed_after_the_browsers_back_counts(visit: Visits, key_of: KeyOf) -> None:
    page = visit.page(key_of(Person.CAREFUL))
    walk.open_step(page, Step.DRIVE)
    walk.go_on(page, to=Step.PATH)
    page.go_back()
    walk.on_step(page, Step.DRIVE)
    walk.choice(page, "spark_origin", 1).check()
    walk.go_on(page, to=Step.PATH)

    page.reload()
    walk.on_step(page, Step.PATH)
    walk.go_back(page, to=Step.DRIVE)

    expect(walk.choice(page, "spark_origin", 1)).to_be_checked()


def test_going_back_from_the_note_on_hurry_leads_to_the_steps_and_not_to_the_note_again(visit: Visits, key_of: KeyOf) -> None:
    page = visit.page(key_of(Person.HURRIED))
    walk.open_step(page, Step.BALANCE)
    walk.go_on(page, to=Step.REFLECT)
    walk.press(page, "See my profile")
    expect(page.get_by_role("button", name="Review")).to_be_visible()

    page.go_back()
    walk.on_step(page, Step.BALANCE)
    walk.go_on(page, to=Step.REFLECT)

    expect(page.get_by_role("button", name="See my profile")).to_be_visible()


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
    expect(one.get_by_text("This step had also been saved in another tab.")).to_have_count(0)


def test_the_same_step_saved_in_two_tabs_keeps_the_later_one_and_says_so(visit: Visits, key_of: KeyOf) -> None:
    device = visit.device(key_of(Person.STARTED))
    one, other = device.new_page(), device.new_page()
    later: Answer = 5
    for page, answer in ((one, 1), (other, later)):
        walk.open_step(page, Step.DRIVE)
        walk.answer(page, Step.DRIVE, {"spark_origin": answer})

    walk.go_on(one, to=Step.PATH)
    walk.go_on(other, to=Step.PATH)

    expect(other.get_by_text("This step had also been saved in another tab. What you continued last is what counts;")).to_be_visible()
    walk.open_step(one, Step.DRIVE)
    expect(walk.choice(one, "spark_origin", later)).to_be_checked()


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
    assert walk.rows(other, "Eight dimensions")[0]["Score"] == "60.00"
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
    expect(walk.choice(other, "spark_origin", 1)).to_be_visible()
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
    expect(walk.choice(own, "spark_origin", 1)).to_be_checked()


def take_over(page: Page) -> None:
    walk.press(page, "Use this profile on this device")
    with page.expect_navigation():
        walk.press(page, "Yes, use it here")
    expect(page.get_by_role("button", name="Use this profile on this device")).to_have_count(0)
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
    walk.press(one, "Use this profile on this device")
    walk.press(one, "Yes, use it here")

    expect(one.get_by_role("button", name="See my result")).to_be_visible()
    expect(one.get_by_role("button", name="Use this profile on this device")).to_be_visible()
    assert [cookie["value"] for cookie in device.cookies() if cookie["name"] == "rk_own"] == before


def test_a_deep_link_as_the_first_request_after_a_start_finds_its_way(browser: Browser, spare: House) -> None:
    with visits.opened(browser, spare.server) as visit:
        stranger = visit.page()
        stranger.goto(f"/{Step.DRIVE}")
        walk.on_step(stranger, Step.DRIVE)
        expect(stranger.get_by_text("No assessment is under way in this browser. It begins on the start page.")).to_be_visible()
        stranger.close()

        spare.server.stop()
        spare.server.start()
        page = visit.page(spare.key_of(Person.CAREFUL))
        page.goto(f"/{Step.DRIVE}")

        walk.on_step(page, Step.DRIVE)
        shows(page, Step.DRIVE)


@pytest.fixture
def cookieless(browser: Browser, visit: Visits, tmp_path: Path) -> Iterator[BrowserContext]:
    """A browser whose owner blocks all cookies in its settings."""
    (tmp_path / "Default").mkdir()
    blocked = {"profile": {"default_content_setting_values": {"cookies": 2}}}
    (tmp_path / "Default" / "Preferences").write_text(json.dumps(blocked))
    context = browser.browser_type.launch_persistent_context(tmp_path, base_url=visit.server.url, **visits.started_with())
    visit.watch(context)
    yield context


def test_without_cookies_a_profile_is_reached_within_the_visit_and_kept_by_its_link(visit: Visits, cookieless: BrowserContext) -> None:
    page = cookieless.new_page()
    walk.begin(page)
    assert cookieless.cookies() == []
    expect(page.get_by_text("Your browser keeps no cookies here, so this can't be resumed")).to_be_visible()
    walk.type_in(page, SHEET)
    walk.finish(page)
    expect(walk.title(page, "Outlet outside")).to_be_visible()
    walk.open_fold(page, "My link")
    address = page.get_by_role("code").inner_text()

    elsewhere = visit.page()
    elsewhere.goto(address)

    walk.on_profile(elsewhere)
    expect(walk.title(elsewhere, "Outlet outside")).to_be_visible()
