"""Agreements where people meet them: chosen in two tabs, asked when joining, and shown; by keyboard, in every look and on a phone."""

import random
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

import pytest
from playwright.sync_api import Browser, Page, expect

from components.session import resources
from data.groups import cohort_store, team_store
from data.groups.agreements import agreement_store
from data.groups.agreements.happened import Happened
from data.groups.team_keys import TeamKeys
from data.storage.engines.duckdb_store import DuckDBStore
from tests.browser.groups.test_team_round import sideways
from tests.browser.groups.test_three_rounds import agree_on, look_at_areas, say
from tests.browser.screen.test_axe import findings
from tests.browser.screen.test_keyboard import tab_to
from tests.browser.visitor import visits, walk
from tests.browser.visitor.people import RK
from tests.browser.visitor.visits import Visits
from tests.invented import crowd
from tests.invented.crowd import Person
from tests.server.forks import ForkedServer, Forks

WORDS, AGREED = resources.group_words(), resources.agreement_words()
FREE_HALF_DAY, THANKS, LEARNING = AGREED.named("balance.1"), AGREED.named("support.2"), AGREED.named("growth.1")
TODAY = datetime.now(UTC).date()
PHONE = {"width": 390, "height": 844}
TEAMS = ("two tabs", "by keyboard", "choosing", "joining", "shown")


@dataclass
class Office:
    """A server with teams that have agreed on nothing yet, that ask, and that have an answer; and somebody with a profile."""

    server: ForkedServer
    teams: Mapping[str, TeamKeys]
    people: list[Person]


@pytest.fixture(scope="module")
def office(forks: Forks, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    server = ForkedServer(forks, tmp_path_factory.mktemp("office"), way="streamlit")
    store, dice = DuckDBStore(server.database), random.Random(3)
    teams = {name: closed(store) for name in TEAMS}
    for name in ("joining", "shown"):
        open_next(store, teams[name])
    for number in range(24):
        person = crowd.anybody(dice)
        person.finish(store, TODAY)
        round = team_store.invitation(store, teams["shown"].join).round
        person.join(store, round, TODAY, {1: tuple(Happened)[number % 3], 2: Happened.YES})
    cohort_store.close_round(store, teams["shown"].manage, TODAY)
    agreement_store.agree(store, teams["shown"].manage, team_store.invitation(store, teams["shown"].join).round, LEARNING.id)
    people = [Person() for _ in range(3)]
    for person in people:
        person.finish(store, TODAY)
    store.close()
    with server:
        yield Office(server, teams, people)
    assert "Traceback" not in server.log


def closed(store: DuckDBStore) -> TeamKeys:
    """A team whose first round came to nothing."""
    keys = team_store.create(store, "North", closes_on=TODAY, today=TODAY)
    cohort_store.close_round(store, keys.manage, TODAY)
    return keys


def open_next(store: DuckDBStore, keys: TeamKeys) -> None:
    """The next round, which asks about two agreements."""
    for agreement in (FREE_HALF_DAY, THANKS):
        agreement_store.agree(store, keys.manage, team_store.invitation(store, keys.join).round, agreement.id)
    team_store.open_round(store, keys.manage, closes_on=TODAY, today=TODAY)


@pytest.fixture
def visit(browser: Browser, office: Office) -> Iterator[Visits]:
    with visits.opened(browser, office.server) as opened:
        yield opened


def desk(visit: Visits, office: Office, team: str) -> Page:
    page = visit.page()
    page.goto(f"/open#{office.teams[team].manage}")
    expect(page.get_by_role("heading", name=WORDS.team.open_title)).to_be_visible()
    return page


def test_of_two_tabs_the_second_is_told_what_the_first_did(visit: Visits, office: Office) -> None:
    """Seen to fail: with buttons that are not of what stands there, the second tab agrees on a second thing unasked."""
    first, second = (desk(visit, office, "two tabs") for _ in range(2))
    agree_on(first, FREE_HALF_DAY.id)

    walk.press(second, AGREED.desk.add)
    expect(second.get_by_text(WORDS.desk.meanwhile)).to_be_visible()
    expect(second.get_by_text(f"{FREE_HALF_DAY.text}. {FREE_HALF_DAY.how}")).to_be_visible()
    expect(second.get_by_role("button", name=AGREED.desk.remove.format(number=1))).to_be_visible()
    expect(second.get_by_role("button", name=AGREED.desk.remove.format(number=2))).to_have_count(0)

    # And both open the next round; whoever comes second sees that it is open, and what it asks.
    walk.press(first, WORDS.team.open)
    expect(first.get_by_text("Round 2 is open.")).to_be_visible()
    walk.press(second, AGREED.desk.remove.format(number=1))
    expect(second.get_by_text(WORDS.desk.meanwhile)).to_be_visible()
    expect(second.get_by_text(AGREED.desk.asked)).to_be_visible()
    expect(second.get_by_text(FREE_HALF_DAY.text)).to_be_visible()


def test_the_desk_agrees_without_a_mouse(visit: Visits, office: Office) -> None:
    page = desk(visit, office, "by keyboard")
    page.get_by_role("combobox", name=AGREED.desk.area).focus()
    page.keyboard.press("Tab")
    # The first of three is chosen; an arrow goes on to the second.
    page.keyboard.press("ArrowDown")
    walk.settled(page)
    tab_to(page, AGREED.desk.add)
    page.keyboard.press("Enter")

    second = AGREED.of(RK.dimensions[0].id)[1]
    expect(page.get_by_text(f"{second.text}. {second.how}")).to_be_visible()
    expect(page.get_by_text(AGREED.desk.added)).to_be_visible()


def test_the_desk_is_accessible_and_fits_a_phone_before_and_after_agreeing(visit: Visits, office: Office) -> None:
    page = desk(visit, office, "choosing")
    assert findings(page) == []
    page = desk(visit, office, "choosing")
    page.set_viewport_size({"width": 390, "height": 844})
    agree_on(page, FREE_HALF_DAY.id, THANKS.id)
    expect(page.get_by_text(AGREED.desk.full)).to_be_visible()
    assert sideways(page) == []
    assert findings(page) == []


def test_joining_a_round_that_asks_is_accessible_and_says_what_it_asks(visit: Visits, office: Office) -> None:
    stranger, page = visit.page(), visit.page(office.people[0].key)
    for tab in (stranger, page):
        tab.goto(f"/open#{office.teams['joining'].join}")
        expect(tab.get_by_role("heading", name=AGREED.joining.title)).to_be_visible()
    # Who has no profile yet is told what will be asked, and answers first.
    expect(stranger.get_by_text(FREE_HALF_DAY.how)).to_be_visible()
    expect(stranger.get_by_role("radiogroup")).to_have_count(0)
    assert sideways(page) == []
    assert findings(page) == []


def test_what_was_chosen_when_joining_is_seen_in_forced_colours_and_by_keyboard(visit: Visits, office: Office) -> None:
    page = visit.page(office.people[1].key, viewport=PHONE, forced_colors="active")
    page.goto(f"/open#{office.teams['joining'].join}")
    say(page, FREE_HALF_DAY.id, Happened.PARTLY)
    chosen = page.get_by_role("radio", name=AGREED.said[Happened.PARTLY], exact=True).first
    chosen.focus()
    page.keyboard.press("ArrowRight")
    no = page.get_by_role("radio", name=AGREED.said[Happened.NO], exact=True).first
    expect(no).to_be_checked()
    assert no.screenshot() != chosen.screenshot()


def test_on_the_profile_the_card_of_a_round_asks_as_well(visit: Visits, office: Office) -> None:
    page = visit.page(office.people[2].key)
    page.goto(f"/open#{office.teams['joining'].join}")
    expect(page.get_by_role("checkbox", name=WORDS.joining.consent)).to_be_visible()
    page.goto("/profile")
    walk.on_profile(page)
    say(page, THANKS.id, Happened.NO)
    page.get_by_role("checkbox", name=WORDS.joining.consent).press("Space")
    walk.press(page, WORDS.joining.card_join)
    expect(page.get_by_role("button", name=WORDS.joining.card_join)).to_have_count(0)
    page.goto("/team")
    expect(page.get_by_text(WORDS.joining.joined_already)).to_be_visible()


def test_what_came_of_agreements_is_accessible(visit: Visits, office: Office) -> None:
    page = visit.page()
    page.goto(f"/open#{office.teams['shown'].insights}")
    expect(page.get_by_text(AGREED.insights.line.format(text=LEARNING.text, how=LEARNING.how))).to_be_visible()
    assert findings(page) == []
    page = visit.page()
    look_at_areas(page, f"/open#{office.teams['shown'].insights}")
    expect(page.get_by_role("heading", name=AGREED.insights.title)).to_be_visible()
    walk.unfold(page)
    assert findings(page) == []
