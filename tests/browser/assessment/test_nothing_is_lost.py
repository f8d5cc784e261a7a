"""Whatever happens to a tab, a browser, a network or the server: what was continued is there, and what is gone is said calmly."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, expect

from data.instrument.answers import Step
from tests.browser.visitor import visits, walk
from tests.browser.visitor.answered import SHEET, shows, shows_statements, start_over
from tests.browser.visitor.people import Person
from tests.browser.visitor.visits import Visits

KeyOf = Callable[[Person], str]

RESTORED = "Welcome back. Everything you sent is here. Changes since your last Continue were not saved."


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
    walk.choice(page, "spark_moments", 1).check()
    walk.statement(page, "growth_risk").get_by_role("button", name="Clear answer").click()

    page.reload()
    walk.on_step(page, Step.DRIVE)

    expect(walk.choice(page, "spark_moments", 1)).to_be_checked()
    expect(walk.statement(page, "growth_risk").get_by_role("radio", checked=True)).to_have_count(0)


def test_sliders_moved_but_not_continued_survive_a_refresh_and_are_saved_then(visit: Visits, key_of: KeyOf) -> None:
    page = visit.page(key_of(Person.STARTED))
    walk.open_step(page, Step.BALANCE)
    walk.fill_week(page, SHEET.week)

    page.reload()
    walk.on_step(page, Step.BALANCE)

    expect(page.get_by_text(f"Hours now: {sum(SHEET.week.now.values())}.")).to_be_visible()
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
    walk.choice(page, "spark_moments", 1).check()
    walk.go_on(page, to=Step.PATH)

    page.reload()
    walk.on_step(page, Step.PATH)
    walk.go_back(page, to=Step.DRIVE)

    expect(walk.choice(page, "spark_moments", 1)).to_be_checked()


def test_going_back_from_the_note_on_hurry_leads_to_the_steps_and_not_to_the_note_again(visit: Visits, key_of: KeyOf) -> None:
    page = visit.page(key_of(Person.HURRIED))
    walk.open_step(page, Step.BALANCE)
    walk.go_on(page, to=Step.REFLECT)
    walk.press(page, "See my profile")
    expect(page.get_by_role("button", name="Look again")).to_be_visible()

    page.go_back()
    walk.on_step(page, Step.BALANCE)
    walk.go_on(page, to=Step.REFLECT)

    expect(page.get_by_role("button", name="See my profile")).to_be_visible()


@pytest.fixture
def cookieless(browser: Browser, visit: Visits, tmp_path: Path) -> Iterator[BrowserContext]:
    """A browser whose owner blocks all cookies in its settings."""
    (tmp_path / "Default").mkdir()
    blocked = {"profile": {"default_content_setting_values": {"cookies": 2}}}
    (tmp_path / "Default" / "Preferences").write_text(json.dumps(blocked))
    context = browser.browser_type.launch_persistent_context(tmp_path, base_url=visit.server.url, **visits.started_with(whole=True))
    visit.watch(context)
    yield context


def test_without_cookies_a_profile_is_reached_within_the_visit_and_kept_by_its_link(visit: Visits, cookieless: BrowserContext) -> None:
    page = cookieless.new_page()
    walk.begin(page)
    assert cookieless.cookies() == []
    expect(page.get_by_text("Your browser does not allow cookies here, so you cannot come back to this")).to_be_visible()
    walk.type_in(page, SHEET)
    walk.finish(page)
    expect(walk.title(page, "Outlet outside")).to_be_visible()
    walk.open_fold(page, "My link")
    address = page.get_by_role("textbox", name="My link").input_value()

    elsewhere = visit.page()
    elsewhere.goto(address)

    walk.on_profile(elsewhere)
    expect(walk.title(elsewhere, "Outlet outside")).to_be_visible()
