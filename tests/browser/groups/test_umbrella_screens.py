"""The screens of an umbrella for whoever sees, hears, types or holds a phone: making it, its desk, joining, which team, and insights."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from components.session import resources
from data.groups import cohort_store, team_store
from data.groups.team_keys import TeamKeys
from data.groups.team_name import MAX_NAME
from data.keys import Kind
from data.storage.engines.duckdb_store import DuckDBStore
from tests.browser.groups.test_team_round import TODAY, Office
from tests.browser.groups.test_umbrella import join_by_the_door
from tests.browser.screen.test_axe import findings
from tests.browser.screen.test_keyboard import tab_to
from tests.browser.screen.test_phone import beyond
from tests.browser.visitor import visits, walk
from tests.browser.visitor.visits import Visits
from tests.invented import waiting
from tests.server.forks import ForkedServer, Forks

WORDS = resources.group_words()
# As long as a name can be, without a place to break it; from right to left; with signs.
NAMES, SIZES = ("W" * MAX_NAME, "צוות דרום", "R&D (North) #1", "東京 + Ōsaka"), (9, 7, 4, 2)
PHONE = {"width": 390, "height": 844}
# The first has joined nothing yet, the others for the first team.
MEMBERS = 4


class Lane(Office):
    """A server with an umbrella whose round is open, which some have joined, and one whose round is closed."""

    def __init__(self, server: ForkedServer) -> None:
        super().__init__(server, MEMBERS)
        store, later = DuckDBStore(server.database), TODAY + timedelta(days=7)
        self.open, self.closed = (
            team_store.create(store, "All of us", closes_on=later, today=TODAY, more_weeks=1, teams=NAMES) for _ in range(2)
        )
        round_id = team_store.closable_round(store, self.closed.manage).round_id
        for place, size in enumerate(SIZES, 1):
            waiting.wait(store, waiting.crowd(size, place), round_id=round_id, place=place)
        cohort_store.close_round(store, self.closed.manage, TODAY)
        for key in self.keys[1:]:
            join_by_the_door(store, self.open.joins[0], key)
        store.close()


@dataclass(frozen=True)
class Screen:
    """Where it is, whose link leads to it, what is seen once it is drawn to its end."""

    address: str
    heading: str
    kind: Kind | None = None
    place: int = 0
    closed: bool = False
    member: int | None = None


SCREENS = {
    "making": Screen("/team", WORDS.team.create_title),
    "desk": Screen("/team", WORDS.team.close, Kind.MANAGE),
    "desk of a closed round": Screen("/team", WORDS.team.open_title, Kind.MANAGE, closed=True),
    "joining": Screen("/team", WORDS.joining.title, Kind.JOIN, place=1, member=0),
    "which team": Screen("/team", WORDS.joining.title, Kind.JOIN, place=1, member=1),
    "insights": Screen("/insights?view=areas", WORDS.umbrella.shown_title, Kind.INSIGHTS, closed=True),
}


@pytest.fixture(scope="module")
def lane(forks: Forks, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Lane]:
    lane = Lane(ForkedServer(forks, tmp_path_factory.mktemp("lane"), way="streamlit"))
    with lane.server:
        yield lane
    assert "Traceback" not in lane.server.log


@pytest.fixture
def visit(browser: Browser, lane: Lane) -> Iterator[Visits]:
    with visits.opened(browser, lane.server) as opened:
        yield opened


def key_of(keys: TeamKeys, screen: Screen) -> str:
    return {Kind.JOIN: keys.joins[screen.place], Kind.INSIGHTS: keys.insights, Kind.MANAGE: keys.manage}[screen.kind or Kind.MANAGE]


def opened(visit: Visits, lane: Lane, screen: Screen, **options: Any) -> Page:
    """A tab in which that link was opened."""
    page = visit.page(None if screen.member is None else lane.keys[screen.member], **options)
    if screen.kind:
        key = key_of(lane.closed if screen.closed else lane.open, screen)
        page.context.add_cookies([{"name": f"rk_{screen.kind}", "value": key, "url": lane.server.url, "httpOnly": True, "sameSite": "Lax"}])
    page.goto(screen.address)
    expect(page.get_by_role("heading", name=screen.heading, exact=True)).to_be_visible()
    if screen == SCREENS["making"]:
        walk.settled(page)
        walk.choose(page, WORDS.umbrella.who, WORDS.umbrella.choices[1])
        expect(page.get_by_role("textbox", name=WORDS.umbrella.teams)).to_be_visible()
    walk.settled(page)
    return page


@pytest.mark.parametrize("name", SCREENS)
def test_every_screen_of_an_umbrella_is_accessible_and_scrolls_sideways_nowhere(visit: Visits, lane: Lane, name: str) -> None:
    page = opened(visit, lane, SCREENS[name])
    assert findings(page) == []
    for width in (320, 390, 1280):
        page.set_viewport_size({"width": width, "height": 844})
        assert beyond(page) == (0, 0), width


def test_what_is_folded_on_a_desk_is_accessible_and_scrolls_sideways_nowhere(visit: Visits, lane: Lane) -> None:
    page = opened(visit, lane, SCREENS["desk"], viewport=PHONE)
    walk.unfold(page)
    assert beyond(page) == (0, 0)

    assert findings(page) == []


def past_the_last_day(page: Page) -> None:
    """Its three parts show a moment later that they are focused, so they are looked at and not asked."""
    day = page.get_by_test_id("stDateInput")
    unfocused = day.screenshot()
    for _ in range(3):
        page.keyboard.press("Tab")
        assert day.screenshot() != unfocused


def test_an_umbrella_is_made_by_keyboard_alone_and_its_desk_leads_on(visit: Visits, lane: Lane) -> None:
    page = visit.page(viewport=PHONE)
    page.goto("/team")
    expect(page.get_by_role("button", name=WORDS.team.create)).to_be_visible()
    walk.settled(page)
    tab_to(page, WORDS.umbrella.choices[0])
    page.keyboard.press("ArrowDown")
    expect(page.get_by_role("textbox", name=WORDS.umbrella.teams)).to_be_visible()
    walk.settled(page)
    tab_to(page, WORDS.umbrella.name)
    page.keyboard.type("All of us")
    page.keyboard.press("Tab")
    page.keyboard.type("North\nSouth")
    past_the_last_day(page)
    tab_to(page, WORDS.team.create)
    page.keyboard.press("Enter")

    expect(page.get_by_text("2. South", exact=True)).to_be_visible()
    walk.settled(page)
    tab_to(page, WORDS.umbrella.more.format(number=2))
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name=WORDS.umbrella.poster.format(number=2))).to_be_visible()
    walk.settled(page)
    tab_to(page, WORDS.umbrella.poster.format(number=2))


def test_whoever_opens_the_link_of_another_team_says_by_keyboard_which_one_is_theirs(visit: Visits, lane: Lane) -> None:
    page = opened(visit, lane, Screen("/team", WORDS.joining.title, Kind.JOIN, place=1, member=2), viewport=PHONE)
    tab_to(page, WORDS.umbrella.numbered.format(number=1))
    page.keyboard.press("ArrowDown")
    tab_to(page, WORDS.umbrella.change)
    page.keyboard.press("Enter")

    expect(page.get_by_text(WORDS.umbrella.another)).to_have_count(0)
    expect(page.get_by_text(WORDS.joining.joined_already)).to_be_visible()


def ring(page: Page, number: int) -> str:
    """The colour of what Streamlit draws before a choice."""
    option = page.get_by_test_id("stRadioOption").filter(has_text=WORDS.umbrella.numbered.format(number=number))
    found: str = option.locator("> div > div").first.evaluate("ring => getComputedStyle(ring).backgroundColor")
    return found


def test_the_team_that_is_chosen_is_seen_in_forced_colours(visit: Visits, lane: Lane) -> None:
    page = opened(visit, lane, SCREENS["which team"], forced_colors="active")
    expect(page.get_by_role("radio", name=WORDS.umbrella.numbered.format(number=1))).to_be_checked()

    assert ring(page, 1) != ring(page, 2)
