"""A whole round: an organiser makes a team, people join by its link, one takes it back, the round closes, and the totals are read off."""

import random
import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from math import floor
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from bench.server import ROOT, Server
from components.session import resources
from data.groups import cohort_store, team_store
from data.instrument.answers import Answer, Answers
from data.instrument.instrument import load
from data.keys import new_key
from data.record import record_store
from data.record.record import Consents, Record, Result
from data.storage.engines.duckdb_store import DuckDBStore
from tests import oracle_rk_1_1 as oracle
from tests.browser.visitor import visits, walk
from tests.browser.visitor.visits import Visits
from tests.invented import crowd, waiting

RK = load()
TODAY = datetime.now(UTC).date()
WORDS, FRAME = resources.group_words(), resources.wording().frame
MEMBERS = 16


class Office:
    """A server to which people come who each have a fresh profile."""

    def __init__(self, server: Server, people: int = MEMBERS) -> None:
        self.server = server
        chance = random.Random(11)
        self.sheets = [_rated_throughout(chance) for _ in range(people)]
        store = DuckDBStore(server.database)
        self.keys = [_moved_in(store, sheet) for sheet in self.sheets]
        store.close()


def _rated_throughout(chance: random.Random) -> dict[str, Answer]:
    given = crowd.sheet(chance)
    return {id: answer if given.get(id, "na") == "na" else given[id] for id, answer in crowd.of_one_mind(3).items()}


def _moved_in(store: DuckDBStore, sheet: dict[str, Answer]) -> str:
    key = new_key()
    record = Record(
        consents=Consents(wording=RK.consent.wording, given_on=TODAY, take_part=True),
        results=(Result(instrument=RK.version, taken_on=TODAY, answers=Answers(statements=sheet)),),
    )
    record_store.change(store, key, lambda _: record, keep_until=TODAY + timedelta(days=365))
    return key


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    office = Office(Server(ROOT / "app.py", folder=tmp_path_factory.mktemp("office"), health="/readyz"))
    with office.server:
        yield office
    assert "shown as number" not in office.server.log


@pytest.fixture
def visit(browser: Browser, office: Office) -> Iterator[Visits]:
    with visits.opened(browser, office.server) as opened:
        yield opened


def make_team(page: Page) -> list[str]:
    """The join, insights and manage links of a new team."""
    page.goto("/team")
    walk.on(page, WORDS.team.title)
    page.get_by_role("textbox", name=WORDS.team.name).fill("R&D (North)")
    walk.press(page, WORDS.team.create)
    manage_link, join_link, insights_link = links_on(page)
    return [join_link, insights_link, manage_link]


def links_on(page: Page) -> list[str]:
    """The links of an open round's desk, once it is drawn to its end."""
    expect(page.get_by_role("heading", name=WORDS.team.close)).to_be_visible()
    # Three links and the invitation, which holds the join link once more.
    expect(page.locator("code")).to_have_count(4)
    return [text.strip() for text in page.locator("code").all_inner_texts() if text.startswith("http")]


def join(page: Page, link: str) -> None:
    page.goto(link)
    expect(page.get_by_role("heading", name=WORDS.joining.title)).to_be_visible()
    page.get_by_role("checkbox", name=WORDS.joining.consent).press("Space")
    walk.press(page, WORDS.joining.join)
    expect(page.get_by_text(WORDS.joining.joined_already)).to_be_visible()


def close(page: Page, link: str) -> None:
    page.goto(link)
    expect(page.get_by_role("heading", name=WORDS.team.manage_title)).to_be_visible()
    walk.press(page, WORDS.team.close)
    walk.press(page, WORDS.team.close_yes)
    expect(page.get_by_text("Round 1 closed on")).to_be_visible()


def sideways(page: Page) -> list[str]:
    """What a phone would have to be scrolled sideways for."""
    wide: bool = page.evaluate("document.documentElement.scrollWidth > innerWidth")
    return [page.url] if wide else []


def left_behind(page: Page, link: str) -> list[str]:
    """Where a device that opened the link still has its key: what Back leads to, the title, the address."""
    history = str(page.context.new_cdp_session(page).send("Page.getNavigationHistory"))
    return [place for place in (history, page.title(), page.url) if link.split("#")[1] in place]


def by_hand(sheets: list[dict[str, Answer]]) -> dict[str, str]:
    """The mean of each dimension to the nearest five, between 10 and 90: what six to nine people may see of themselves."""
    scored = [oracle.score(sheet) for sheet in sheets]
    means = {d.id: sum(scores[d.id]["S"] for scores in scored) / len(sheets) for d in RK.dimensions}
    return {RK.dimension(id).name: str(min(90, max(10, 5 * floor(mean / 5 + 0.5)))) for id, mean in means.items()}


def read_off(reader: Page, insights_link: str) -> dict[str, str]:
    """The means that the link leads to, from their list."""
    reader.goto(insights_link)
    expect(reader.get_by_role("heading", name=WORDS.insights.means_title)).to_be_visible()
    rows = reader.locator(".points").locator("xpath=..")
    expect(rows).to_have_count(len(RK.dimensions))
    return {row.locator(".name").inner_text(): row.locator("b").inner_text() for row in rows.all()}


def test_a_round_that_closed_by_its_day_is_counted_when_its_insights_link_is_opened(browser: Browser, tmp_path: Path) -> None:
    """Seen to fail: with a key that stays after the counting, and without the rewrite at a clean stop."""
    office, before = Office(Server(ROOT / "app.py", folder=tmp_path, health="/readyz")), TODAY - timedelta(days=4)
    store = DuckDBStore(office.server.database)
    keys = team_store.create(store, "North", closes_on=before, today=before)
    waiting.wait(
        store, [Answers(statements=sheet) for sheet in office.sheets[:6]], round_id=team_store.closable_round(store, keys.manage).round_id
    )
    cohort_store.run_daily(store, TODAY)
    store.rewrite()
    parts = [part[:40] for (part,) in store.read("SELECT sealed FROM pending UNION ALL SELECT wrapped FROM wrapped_key")]
    uncounted = store.read("SELECT count(*), count(closed_on), count(counted_on), (SELECT count(*) FROM cohort) FROM round")
    store.close()
    there = office.server.database.read_bytes()

    with office.server, visits.opened(browser, office.server) as visit:
        read = read_off(visit.page(), f"{office.server.url}/open#{keys.insights}")

    gone = b"".join(file.read_bytes() for file in tmp_path.glob("rekindle.duckdb*"))
    assert uncounted == [(1, 1, 0, 0)]
    assert read == by_hand(office.sheets[:6])
    assert (len(parts), [part for part in parts if part not in there], [part for part in parts if part in gone]) == (8, [], [])


def test_seven_join_one_takes_it_back_and_the_totals_are_those_of_the_six_who_stayed(visit: Visits, office: Office) -> None:
    organiser = visit.page()
    join_link, insights_link, manage_link = make_team(organiser)
    pages = [visit.page(key) for key in office.keys[:7]]
    for page in pages:
        join(page, join_link)
    walk.press(pages[6], WORDS.giving.withdraw)
    expect(pages[6].get_by_role("button", name=WORDS.joining.join)).to_be_visible()

    close(organiser, manage_link)
    reader = visit.page()
    assert read_off(reader, insights_link) == by_hand(office.sheets[:6])

    late = visit.page(office.keys[7])
    late.goto(join_link)
    expect(late.get_by_role("heading", name=WORDS.joining.closed_title)).to_be_visible()

    for tab, link in ((organiser, manage_link), (reader, insights_link), (late, join_link)):
        assert left_behind(tab, link) == []
        assert link.split("#")[1] not in office.server.log


def test_a_tab_that_was_open_before_the_close_cannot_join_after_it(visit: Visits, office: Office) -> None:
    visit.expected.append("status of 4")
    join_link, _, manage_link = make_team(organiser := visit.page())
    stale = visit.page(office.keys[8])
    stale.goto(join_link)
    stale.get_by_role("checkbox", name=WORDS.joining.consent).press("Space")

    close(organiser, manage_link)
    walk.press(stale, WORDS.joining.join)

    expect(stale.get_by_text("This round is closed").first).to_be_visible()


def test_of_a_round_of_five_nothing_is_published_and_no_number_is_said(visit: Visits, office: Office) -> None:
    organiser = visit.page()
    join_link, insights_link, manage_link = make_team(organiser)
    for key in office.keys[9:14]:
        join(visit.page(key), join_link)

    close(organiser, manage_link)
    reader = visit.page()
    reader.goto(insights_link)

    expect(reader.get_by_role("heading", name=WORDS.insights.withheld_title)).to_be_visible()
    walk.settled(reader)
    assert reader.get_by_role("table").count() == 0
    assert not re.search(r"\b(3|4|5|five|four)\b", reader.get_by_test_id("stMainBlockContainer").inner_text())


def test_an_organiser_loses_nothing_and_moves_the_last_day(visit: Visits, office: Office) -> None:
    """Seen to fail: without the cookie of the moment, the refreshed page asks for a new team."""
    page = visit.page(office.keys[14], viewport={"width": 390, "height": 844})
    with page.expect_response("**/claim"):
        made = make_team(page)
    walk.press(page, WORDS.desk.keep)
    expect(page.get_by_text(WORDS.desk.kept)).to_be_visible()

    page.reload()
    assert sorted(links_on(page)) == sorted(made)
    page.goto("/privacy")
    page.go_back()
    assert sorted(links_on(page)) == sorted(made)
    page.close()
    page = page.context.new_page()
    page.goto("/team")
    assert sorted(links_on(page)) == sorted(made)
    assert sideways(page) == []

    # Seven days are offered, three weeks after the making.
    later = resources.dates().day(TODAY + timedelta(days=21))
    member = visit.page(office.keys[15])
    member.goto(made[0])
    expect(member.get_by_role("checkbox", name=WORDS.joining.consent)).to_be_visible()
    assert later not in member.get_by_test_id("stMain").inner_text()
    walk.press(page, WORDS.desk.later)
    expect(page.get_by_text(WORDS.desk.moved.format(day=later))).to_be_visible()
    expect(page.locator("code").filter(has_text=later)).to_be_visible()
    member.reload()
    expect(member.get_by_text(WORDS.joining.closes.format(day=later))).to_be_visible()

    # On another device, the record alone leads back to the desk.
    other = visit.page(office.keys[14])
    other.goto("/team")
    walk.press(other, WORDS.desk.own_open.format(number=1))
    assert sorted(links_on(other)) == sorted(made)
    walk.press(other, FRAME.forget)
    walk.press(other, FRAME.forget_yes)
    walk.on(other, resources.wording().welcome.title)
    other.goto("/team")
    expect(other.get_by_role("button", name=WORDS.team.create)).to_be_visible()
    assert WORDS.team.manage_title not in other.get_by_test_id("stMain").inner_text()
