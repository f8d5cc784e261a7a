"""A team's insights in a real browser: the four views on every device, and what is shown on a wall."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from components.insights.section import View
from components.session import resources
from data.storage.engines.duckdb_store import DuckDBStore
from tests.browser.groups.test_team_round import left_behind
from tests.browser.screen.test_axe import findings
from tests.browser.screen.test_phone import beyond
from tests.browser.visitor import visits, walk
from tests.browser.visitor.visits import Visits
from tests.components.insights import closed_rounds
from tests.server.forks import ForkedServer, Forks

WORDS, SLIDES = resources.group_words().insights, resources.slide_words()
NAMES = dict(zip(View, (WORDS.headline, WORDS.areas, WORDS.job_and_week, WORDS.statements), strict=True))
HEADINGS = dict(zip(View, (WORDS.means_title, WORDS.levels_title, WORDS.map_title, WORDS.statements_most), strict=True))
# The smallest letters that can be read from the last chair, on a screen of 1280.
LETTERS = 28
SCREEN = 800


class Wall:
    """A server with a team whose third round is shown, and the key of its insights."""

    def __init__(self, server: ForkedServer) -> None:
        self.server = server
        store = DuckDBStore(server.database)
        self.key = closed_rounds.closed_in_turn(store, (24, 26, 32))
        store.close()


@pytest.fixture(scope="module")
def wall(forks: Forks, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Wall]:
    wall = Wall(ForkedServer(forks, tmp_path_factory.mktemp("wall"), way="streamlit"))
    with wall.server:
        yield wall
    assert "Traceback" not in wall.server.log


@pytest.fixture
def visit(browser: Browser, wall: Wall) -> Iterator[Visits]:
    with visits.opened(browser, wall.server) as opened:
        yield opened


def opened(visit: Visits, wall: Wall, view: View = View.HEADLINE, **options: Any) -> Page:
    """A tab in which the link was opened, and that view."""
    page = visit.page(**options)
    page.context.add_cookies([{"name": "rk_insights", "value": wall.key, "url": wall.server.url, "httpOnly": True, "sameSite": "Lax"}])
    page.goto(f"/insights?view={view}")
    shown(page, view)
    return page


def shown(page: Page, view: View) -> None:
    expect(page.get_by_role("heading", name=HEADINGS[view])).to_be_visible()
    expect(page.get_by_role("heading", name=WORDS.export_title)).to_be_visible()
    walk.settled(page)


def presented(visit: Visits, wall: Wall, **options: Any) -> Page:
    page = opened(visit, wall, **options)
    page.get_by_role("button", name=SLIDES.present).press("Enter")
    expect(page.get_by_role("heading", name=SLIDES.cover)).to_be_visible()
    return page


@pytest.mark.parametrize("view", View)
def test_every_view_is_accessible_and_scrolls_sideways_nowhere(visit: Visits, wall: Wall, view: View) -> None:
    page = opened(visit, wall, view)
    assert findings(page) == []
    for width in (320, 390, 1280, 1920):
        page.set_viewport_size({"width": width, "height": 844})
        assert beyond(page) == (0, 0), width


@pytest.mark.parametrize("view", [View.HEADLINE, View.STATEMENTS])
def test_what_opens_first_and_the_statements_are_about_one_screen_of_a_laptop(visit: Visits, wall: Wall, view: View) -> None:
    """What follows them are files to take along."""
    page = opened(visit, wall, view, viewport={"width": 1280, "height": SCREEN})
    expect(page.locator(".rows li").first).to_be_visible()

    below = page.get_by_role("heading", name=WORDS.export_title).bounding_box()
    assert below and below["y"] <= 1.1 * SCREEN


def test_every_mean_of_the_headline_is_read_with_its_interval_and_beside_everyones_middle(visit: Visits, wall: Wall) -> None:
    page = opened(visit, wall)
    rows = page.locator(".points").locator("xpath=..")
    expect(rows).to_have_count(8)

    said = [" ".join(row.inner_text().split()) for row in rows.all()]
    form = re.compile(rf"\w+ \d+ \(\d+ to \d+\) {WORDS.everyone_middle}: \d+")
    assert [text for text in said if not form.fullmatch(text)] == []


def test_an_area_of_the_statements_is_chosen_and_shows_all_it_asks(visit: Visits, wall: Wall) -> None:
    page = opened(visit, wall, View.STATEMENTS)
    area = page.get_by_role("combobox", name=WORDS.area)
    area.click()
    # A click does not always open it under Playwright; the arrow does, and does no harm where it is open.
    area.press("ArrowDown")
    page.get_by_role("option", name="Balance", exact=True).click()
    expect(page.get_by_role("heading", name="Balance")).to_be_visible()
    rows = page.locator(".rows li")
    expect(rows).to_have_count(len(resources.instrument().items_of("balance")))

    assert findings(page) == []
    assert page.url == f"{walk.origin(page)}/insights?view=statements"


def test_a_view_is_chosen_by_keyboard_and_stays_after_a_refresh_without_a_key_in_the_address(visit: Visits, wall: Wall) -> None:
    page = opened(visit, wall)
    page.get_by_role("radio", name=NAMES[View.HEADLINE]).focus()
    page.keyboard.press("ArrowRight")
    shown(page, View.AREAS)
    page.reload()
    shown(page, View.AREAS)

    assert page.url == f"{walk.origin(page)}/insights?view=areas"
    assert left_behind(page, f"#{wall.key}") == []


def test_one_presents_by_the_keyboard_alone_and_escape_leads_back(visit: Visits, wall: Wall) -> None:
    page = presented(visit, wall)
    page.keyboard.press("ArrowRight")
    expect(page.get_by_role("heading", name=SLIDES.questions["means"])).to_be_visible()
    page.keyboard.press("End")
    expect(page.get_by_role("heading", name=SLIDES.close)).to_be_visible()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Home")
    expect(page.get_by_role("heading", name=SLIDES.cover)).to_be_visible()
    page.keyboard.press("Escape")

    expect(page.get_by_role("dialog")).to_have_count(0)
    shown(page, View.HEADLINE)
    expect(page.get_by_role("button", name=SLIDES.present)).to_be_focused()
    # Until the server knows that somebody left, it takes a press for one of before.
    expect(page.locator(".present")).to_have_count(0)
    page.get_by_role("button", name=SLIDES.present).press("Enter")
    expect(page.get_by_role("heading", name=SLIDES.cover)).to_be_visible()


def test_a_file_that_is_asked_for_in_the_moment_in_which_the_screen_is_drawn_anew_comes_all_the_same(visit: Visits, wall: Wall) -> None:
    """Leaving the slides draws all of it anew. Seen to fail: where either is told the server once, the file or that somebody left."""
    page = presented(visit, wall)
    # Behind the slides, where no finger reaches it: what asks for the file is before what draws the screen anew.
    guide = page.get_by_role("button", name=resources.guide_words().button, include_hidden=True)
    for _ in range(5):
        with page.expect_download(timeout=20_000):
            guide.evaluate("button => button.click()")
            page.keyboard.press("Escape")
        walk.settled(page)
        expect(page.locator(".present")).to_have_count(0)
        page.get_by_role("button", name=SLIDES.present).press("Enter")
        expect(page.get_by_role("heading", name=SLIDES.cover)).to_be_visible()


@pytest.mark.parametrize(("width", "height"), [(1280, 720), (1920, 1080)])
def test_every_slide_fits_a_wall_in_large_letters_with_its_people_and_nothing_to_press(
    visit: Visits, wall: Wall, width: int, height: int
) -> None:
    page = presented(visit, wall, viewport={"width": width, "height": height})
    slides = int(page.get_by_role("dialog").get_by_role("status").inner_text().split()[-1])
    assert 8 <= slides <= 12
    for number in range(slides):
        stage = page.locator(".inner")
        seen = stage.evaluate(
            """inner => ({ over: inner.scrollHeight - inner.clientHeight, wide: inner.clientWidth, letters: Math.min(
              ...[...inner.querySelectorAll('*')].filter(one => [...one.childNodes].some(part => part.nodeType === 3))
                .map(one => parseFloat(getComputedStyle(one).fontSize))) })"""
        )
        assert seen["over"] <= 1 and seen["wide"] == width, number
        assert seen["letters"] >= LETTERS * width / 1280, number
        assert "20 to 49 people" in stage.inner_text() and SLIDES.rule in stage.inner_text()
        page.keyboard.press("ArrowRight")
    expect(page.locator(".controls")).to_have_css("opacity", "0")


def test_what_is_presented_is_accessible_in_every_look(visit: Visits, wall: Wall) -> None:
    page = presented(visit, wall)
    found = []
    for _ in range(3):
        page.keyboard.press("ArrowRight")
        found += findings(page)

    assert found == []


def test_marks_can_be_told_from_their_ground_in_forced_colours(visit: Visits, wall: Wall) -> None:
    page = presented(visit, wall, forced_colors="active")
    page.keyboard.press("ArrowRight")
    mark = page.locator(".track i.last").first

    colours = mark.evaluate("mark => [getComputedStyle(mark).backgroundColor, getComputedStyle(mark.parentElement).backgroundColor]")
    assert colours[0] != colours[1]


def test_means_and_their_reach_stand_out_from_their_ground_in_forced_colours(visit: Visits, wall: Wall) -> None:
    """Seen to fail: with the colours of the theme laid over those of the device."""
    page = opened(visit, wall, forced_colors="active")
    of = """(mark, colour) => {
      const wanted = mark.parentElement.appendChild(document.createElement('em'))
      wanted.style.cssText = `forced-color-adjust: none; background: ${colour}`
      const both = [mark, wanted].map(one => getComputedStyle(one).backgroundColor)
      wanted.remove()
      return both[0] === both[1]
    }"""
    assert page.locator(".points i").first.evaluate(of, "Highlight")
    assert page.locator(".points u").first.evaluate(of, "Canvas")


def test_a_phone_reads_the_slides_without_scrolling_sideways(visit: Visits, wall: Wall) -> None:
    page = presented(visit, wall, viewport={"width": 390, "height": 844}, has_touch=True)
    page.get_by_role("button", name=SLIDES.next).tap()
    expect(page.get_by_role("heading", name=SLIDES.questions["means"])).to_be_visible()

    assert page.get_by_role("dialog").evaluate("dialog => dialog.scrollWidth - dialog.clientWidth") == 0
    page.get_by_role("button", name=SLIDES.leave).tap()
    shown(page, View.HEADLINE)


def test_the_slides_can_be_taken_along_under_a_name_that_tells_nothing(visit: Visits, wall: Wall, tmp_path: Path) -> None:
    page = opened(visit, wall)
    names = []
    for label in (SLIDES.pptx, SLIDES.pdf):
        with page.expect_download() as download:
            walk.press(page, label)
        download.value.save_as(tmp_path / download.value.suggested_filename)
        names.append(download.value.suggested_filename)

    assert names == ["rekindle-slides.pptx", "rekindle-slides.pdf"]
    assert [(tmp_path / name).read_bytes()[:4] for name in names] == [b"PK\x03\x04", b"%PDF"]
