"""What a browser shows where the page does not come: a sentence that says why, instead of a grey skeleton for ever."""

from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Browser, Route, expect

from data.content.language import ENGLISH
from data.wording import screens
from tests.browser.visitor import visits, walk
from tests.browser.visitor.people import Person
from tests.browser.visitor.visits import Visits
from tests.server.forks import ForkedServer, Forks

WORDS = screens.load(ENGLISH).loading
# What the browser itself says of a WebSocket that was refused, and of a server that has gone.
REFUSED = [r"WebSocket connection to", r"ERR_", r"status of 400", r"status of 404", r"Failed to load resource"]


# As a proxy does that lets pages through and no WebSocket: every one ends before it opens.
NO_LIVE_CONNECTION = """
window.WebSocket = class extends EventTarget {
  constructor() {
    super()
    setTimeout(() => { this.onerror?.(new Event('error')); this.onclose?.(new CloseEvent('close')) })
  }
  close() {}
  send() {}
}
"""


def test_a_refused_live_connection_is_named_after_ten_seconds(visit: Visits) -> None:
    visit.expected += REFUSED
    page = visit.page()
    page.add_init_script(NO_LIVE_CONNECTION)

    page.goto("/")

    host = visit.server.url.removeprefix("http://")
    expect(page.get_by_role("status").filter(has_text=WORDS.blocked.format(host=host))).to_be_visible()


def test_an_element_whose_script_was_lost_on_its_way_comes_all_the_same(visit: Visits) -> None:
    """As where the network goes for a moment. Seen to fail: where the script is asked for once."""
    visit.expected += REFUSED
    page, lost = visit.page(), []

    def lose_the_first(route: Route) -> None:
        lost.append(route.request.url)
        route.abort() if len(lost) == 1 else route.continue_()

    page.route("**/elements/first_look*", lose_the_first)

    page.goto("/")

    expect(page.locator(".track").first).to_be_visible()
    assert len(lost) == 2


def test_a_part_of_streamlit_that_was_lost_on_its_way_is_told_and_comes_by_a_press(visit: Visits, key_of: Callable[[Person], str]) -> None:
    """Seen to fail: without the listener, and with the red box that Streamlit puts in its place."""
    visit.expected += [*REFUSED, "Failed to fetch dynamically imported module"]
    page, away = visit.page(key_of(Person.FINISHED)), lambda route: route.abort()
    page.route("**/ArrowVegaLiteChart*", away)
    page.goto("/profile")
    expect(page.get_by_role("status").filter(has_text=WORDS.lost)).to_be_visible()
    walk.settled(page)
    expect(page.get_by_text("TypeError").filter(visible=True)).to_have_count(0)
    # Without a connection the page stays, and says so.
    page.route("**/queue", away)
    page.get_by_role("button", name=WORDS.again).click()
    expect(page.get_by_role("status").filter(has_text=WORDS.still_away)).to_be_visible()
    page.unroute_all()

    page.get_by_role("button", name=WORDS.again).click()

    expect(walk.charts(page).first).to_be_visible()
    expect(page.get_by_role("button", name=WORDS.again)).to_have_count(0)


def test_who_comes_in_says_nothing_of_waiting(visit: Visits) -> None:
    page = visit.page()
    page.clock.install()
    page.goto("/")
    expect(page.get_by_role("heading", level=1)).to_be_visible()

    page.clock.run_for(30_000)

    assert page.get_by_text(WORDS.slow).count() == page.get_by_text(WORDS.blocked.split("{")[0]).count() == 0


def test_one_of_a_crowd_is_told_to_wait_and_comes_in_by_itself(forks: Forks, tmp_path: Path, browser: Browser) -> None:
    one_a_minute = ForkedServer(forks, tmp_path, way="streamlit", settings={"REKINDLE_HANDSHAKES_PER_MINUTE": "1"})
    with one_a_minute as server, visits.opened(browser, server) as visit:
        visit.expected += REFUSED
        first, second = visit.page(), visit.page()
        first.goto("/")
        expect(first.get_by_role("heading", level=1)).to_be_visible()

        second.goto("/")
        expect(second.get_by_role("status").filter(has_text=WORDS.crowd.split("{")[0])).to_be_visible()

        expect(second.get_by_role("heading", level=1)).to_be_visible(timeout=150_000)
        expect(second.get_by_text(WORDS.crowd.split("{")[0])).to_have_count(0)
