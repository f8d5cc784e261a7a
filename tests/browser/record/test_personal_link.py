"""Keeping a profile: the personal link in another browser, forgetting a device, taking everything along, and deleting it."""

import json
import re
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import BrowserContext, Page, Route, expect

from data.instrument.answers import Step
from tests.browser.visitor import walk
from tests.browser.visitor.people import Person
from tests.browser.visitor.visits import Visits

KeyOf = Callable[[Person], str]

NOBODY = "This link does not open anything here. It may have been mistyped or deleted. Nothing was changed."
UNKNOWN_KEY = "AAAAAAAAAAAAAAAAAAAAAA"
TOO_LARGE = "This file is too large to be a Rekindle file. Nothing was changed."
# The answer to a link that opens nothing is a 404, which the browser logs.
REFUSED = "404.*/claim$"


def open_link(page: Page, key: str) -> None:
    page.goto(f"/open#{key}")
    expect(page.get_by_text("This profile was opened with its link.")).to_be_visible()
    walk.on_profile(page)


def requested_by(device: BrowserContext) -> list[str]:
    """Every address that the browser asks for from now on."""
    asked: list[str] = []
    device.on("request", lambda request: asked.append(request.url))
    return asked


def downloaded(page: Page, to: Path) -> Path:
    with page.expect_download() as waiting:
        walk.press(page, "Download everything")
    waiting.value.save_as(to)
    return to


def test_a_link_opens_the_profile_in_a_fresh_browser_under_a_banner(visit: Visits, key_of: KeyOf) -> None:
    page = visit.page()

    open_link(page, key_of(Person.FINISHED))

    expect(walk.title(page, "Outlet outside")).to_be_visible()
    expect(page.get_by_text("New answers on this device are not added to it.")).to_be_visible()
    expect(page.get_by_role("button", name="Delete everything")).to_have_count(0)


def test_the_key_of_a_link_stays_out_of_every_address_and_out_of_reach_of_scripts(visit: Visits, key_of: KeyOf) -> None:
    key = key_of(Person.FINISHED)
    device = visit.device()
    asked = requested_by(device)
    page = device.new_page()
    page.goto("/")
    walk.on(page, "Where are you with your work?")

    open_link(page, key)

    assert [address for address in asked if key in address] == []
    assert page.url == f"{visit.server.url}/profile"
    seen = "JSON.stringify([document.cookie, {...localStorage}, {...sessionStorage}, history.state, document.referrer, name, \
        performance.getEntries(), document.documentElement.outerHTML])"
    assert key not in page.evaluate(seen)
    # Its entries of back and forward, each with its title.
    assert key not in str(device.new_cdp_session(page).send("Page.getNavigationHistory"))
    page.go_back()
    walk.on(page, "Where are you with your work?")
    assert page.url == f"{visit.server.url}/"
    assert [address for address in asked if key in address] == []
    assert key not in visit.server.log


def test_closing_an_opened_profile_leads_back_to_ones_own(visit: Visits, key_of: KeyOf) -> None:
    page = visit.page(key_of(Person.CAREFUL))
    open_link(page, key_of(Person.FINISHED))

    walk.press(page, "Close this profile")

    expect(page.get_by_role("heading", name="Welcome back")).to_be_visible()
    walk.open_step(page, Step.REFLECT)
    page.goto("/profile")
    expect(page.get_by_text("There is no profile here yet.")).to_be_visible()


def test_new_answers_never_go_into_a_profile_opened_through_its_link(visit: Visits, key_of: KeyOf) -> None:
    key = key_of(Person.FINISHED)
    page = visit.page()
    open_link(page, key)
    walk.begin(page)
    walk.go_on(page, to=Step.JOB_AND_WORK)

    owner = visit.page(key)
    owner.goto("/")

    expect(owner.get_by_role("heading", name="You have a profile")).to_be_visible()
    expect(owner.get_by_role("heading", name="Welcome back")).to_have_count(0)


def test_a_profile_taken_over_is_this_devices_own_from_then_on(visit: Visits, key_of: KeyOf) -> None:
    page = visit.page()
    open_link(page, key_of(Person.FINISHED))

    walk.press(page, "It is mine, carry on here")
    expect(page.get_by_text("From then on, this device saves to this profile.")).to_be_visible()
    expect(page.get_by_text("such as the person who sent it, can read everything you write there.")).to_be_visible()
    with page.expect_navigation():
        walk.press(page, "Yes, carry on here")
    walk.on_profile(page)

    expect(page.get_by_text("This profile was opened with its link.")).to_have_count(0)
    page.goto("/")
    expect(page.get_by_role("heading", name="You have a profile")).to_be_visible()


def test_a_link_that_opens_nothing_leads_to_the_start_page_and_one_calm_sentence(visit: Visits) -> None:
    visit.expected.append(REFUSED)
    page = visit.page()

    page.goto(f"/open#{UNKNOWN_KEY}")

    expect(page.get_by_text(NOBODY)).to_be_visible()
    expect(walk.title(page, "Where are you with your work?")).to_be_visible()


def test_a_forgotten_device_knows_nothing_and_the_link_still_opens_the_profile(visit: Visits, key_of: KeyOf) -> None:
    key = key_of(Person.FINISHED)
    device = visit.device(key)
    page = device.new_page()
    page.goto("/profile")
    walk.on_profile(page)
    # A chart that comes late would push what asks once more out of the window, with the button that it hangs on.
    walk.fetched(page)

    walk.press(page, "Forget me on this device")
    expect(page.get_by_text("only your personal link can open it. Have you saved that link?")).to_be_visible()
    walk.press(page, "Yes, forget me here")

    expect(page.get_by_text("This device has forgotten you. Your personal link still opens your profile.")).to_be_visible()
    assert key not in json.dumps(device.cookies())
    page.goto("/profile")
    expect(page.get_by_text("There is no profile here yet.")).to_be_visible()
    open_link(page, key)
    expect(walk.title(page, "Outlet outside")).to_be_visible()


def test_a_download_starts_the_same_record_again_after_everything_was_deleted(visit: Visits, key_of: KeyOf, tmp_path: Path) -> None:
    page = visit.page(key_of(Person.FINISHED))
    page.goto("/profile")
    walk.on_profile(page)
    first = downloaded(page, tmp_path / "rekindle.json.txt")
    delete_everything(page)
    elsewhere = visit.page()
    elsewhere.goto("/")
    walk.settled(elsewhere)

    fold = walk.open_fold(elsewhere, "Start again from a file")
    expect(fold.locator("input[type=file]")).to_have_attribute("accept", re.compile("application/json.*text/plain"))
    fold.locator("input[type=file]").set_input_files(first)
    expect(elsewhere.get_by_text("The file contains one finished profile and no assessment under way.")).to_be_visible()
    walk.press(elsewhere, "Use this file")
    walk.on_profile(elsewhere)

    expect(walk.title(elsewhere, "Outlet outside")).to_be_visible()
    again = downloaded(elsewhere, tmp_path / "again.json")
    assert json.loads(again.read_text()) == json.loads(first.read_text())
    assert json.loads(first.read_text())["results"][0]["answers"]["job_and_work"]["work_is"] == "keeping bees"


def test_a_file_that_is_chosen_before_its_script_has_come_is_read_once_it_comes(visit: Visits, tmp_path: Path) -> None:
    """Seen to fail: with a script that only waits for the next choice."""
    large = tmp_path / "large.json"
    large.write_bytes(b" " * 1_100_000)
    page = visit.page()
    held: list[Route] = []
    page.route("**/elements/chosen_file-*.js", lambda route: held.append(route))
    page.goto("/")
    walk.settled(page)

    fold = walk.open_fold(page, "Start again from a file")
    fold.locator("input[type=file]").set_input_files(large)
    for route in held:
        route.continue_()

    expect(fold.get_by_text(TOO_LARGE)).to_be_visible()


def test_a_file_of_fifty_megabytes_is_refused_in_one_sentence_and_changes_nothing(visit: Visits, key_of: KeyOf, tmp_path: Path) -> None:
    huge = tmp_path / "huge.json"
    huge.write_bytes(b"[" + b"0," * 25_000_000 + b"0]")
    page = visit.page(key_of(Person.FINISHED))
    page.goto("/")
    walk.settled(page)

    fold = walk.open_fold(page, "Start again from a file")
    fold.locator("input[type=file]").set_input_files(huge)
    expect(fold.get_by_text(TOO_LARGE)).to_be_visible()
    expect(fold.get_by_text("Larger files cannot be opened")).to_be_visible()

    expect(page.get_by_role("button", name="Use this file")).to_have_count(0)
    walk.press(page, "Open my profile")
    expect(walk.title(page, "Outlet outside")).to_be_visible()


def delete_everything(page: Page) -> None:
    walk.press(page, "Delete everything")
    expect(page.get_by_text("This deletes your answers, your results, your words and your consents")).to_be_visible()
    walk.press(page, "Yes, delete everything")
    expect(page.get_by_text("Your record is deleted.")).to_be_visible()


def test_deleting_asks_once_and_then_nothing_opens_the_profile_any_more(visit: Visits, key_of: KeyOf) -> None:
    visit.expected.append(REFUSED)
    key = key_of(Person.FINISHED)
    page = visit.page(key)
    page.goto("/profile")
    walk.on_profile(page)

    delete_everything(page)

    page.goto("/profile")
    expect(page.get_by_text("There is no profile here yet.")).to_be_visible()
    elsewhere = visit.page()
    elsewhere.goto(f"/open#{key}")
    expect(elsewhere.get_by_text(NOBODY)).to_be_visible()
