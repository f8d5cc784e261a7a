"""The server is killed or started anew under people who are in the middle of it: what was continued is there."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from data.instrument.answers import Step
from tests.browser.conftest import House
from tests.browser.visitor import visits, walk
from tests.browser.visitor.answered import SHEET, shows, shows_statements
from tests.browser.visitor.people import Person
from tests.browser.visitor.tunnel import dug, lose
from tests.server.forks import ForkedServer, Forks

# While the server is down the browser keeps trying, and says so on its console.
OUTAGE = "ERR_CONNECTION|ERR_EMPTY_RESPONSE|WebSocket connection to|reaching server endpoint|not responding|[Tt]imed out"


# A session is forgotten in the moment in which its connection is lost, as it is after a minute otherwise.
AT_ONCE = {"STREAMLIT_SERVER_DISCONNECTED_SESSION_TTL": "0"}


@pytest.fixture
def forgetful(forks: Forks, tmp_path: Path) -> Iterator[House]:
    house = House(ForkedServer(forks, tmp_path, way="streamlit", settings=AT_ONCE))
    with house.server:
        yield house


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


def test_what_can_be_taken_along_comes_at_the_first_press_after_a_restart(browser: Browser, spare: House) -> None:
    with visits.opened(browser, spare.server) as visit:
        visit.expected.append(OUTAGE)
        page = visit.page(spare.key_of(Person.FINISHED))
        page.goto("/profile")
        walk.on_profile(page)
        walk.fetched(page)

        spare.server.kill()
        expect(page.get_by_test_id("stApp")).not_to_have_attribute("data-test-connection-state", "CONNECTED")
        spare.server.start()

        for file, label in {"rekindle.json": "Download everything", "rekindle.csv": "Answers and scores as CSV"}.items():
            with page.expect_download() as taken:
                walk.press(page, label)
            assert taken.value.suggested_filename == file


def test_a_deep_link_as_the_first_request_after_a_start_finds_its_way(browser: Browser, spare: House) -> None:
    with visits.opened(browser, spare.server) as visit:
        stranger = visit.page()
        stranger.goto(f"/{Step.DRIVE}")
        walk.on_step(stranger, Step.DRIVE)
        nothing = "There is no assessment under way in this browser. You can begin one on the start page."
        expect(stranger.get_by_text(nothing)).to_be_visible()
        stranger.close()

        spare.server.stop()
        spare.server.start()
        page = visit.page(spare.key_of(Person.CAREFUL))
        page.goto(f"/{Step.DRIVE}")

        walk.on_step(page, Step.DRIVE)
        shows(page, Step.DRIVE)


def test_a_network_that_was_gone_for_longer_than_a_session_is_kept_loses_nothing(browser: Browser, forgetful: House) -> None:
    """Two minutes without network: the server lives on, the session does not. Red where nothing asks for a screen drawn anew."""
    with visits.opened(browser, forgetful.server) as visit, dug(forgetful.server.url) as network:
        visit.expected.append(OUTAGE)
        page = visit.page(forgetful.key_of(Person.FINISHED), base_url=network.url)
        page.goto("/share")
        page.get_by_role("checkbox", name="Week", exact=True).press("Space")
        walk.press(page, "Preview")
        expect(page.get_by_role("button", name="Make the link")).to_be_visible()
        walk.settled(page)
        lose(network, page)
        walk.press(page, "Make the link")
        expect(page.get_by_text("Your link is made")).to_be_visible()

        page.goto("/profile")
        walk.on_profile(page)
        lose(network, page)
        with page.expect_download() as taken:
            walk.press(page, "Download everything")
        assert taken.value.suggested_filename == "rekindle.json"
