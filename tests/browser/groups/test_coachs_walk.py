"""A coach's walk as the manual prints it (docs/demonstration.md): every press on a page is counted, and there are as many as it says."""

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from random import Random

import pytest
from playwright.sync_api import Browser, expect

from bench.server import ROOT, Server
from components.session import resources
from data.groups import team_store
from data.groups.team_keys import from_manage
from data.storage.engines.duckdb_store import DuckDBStore
from tests.browser.server.test_dead_server import OUTAGE
from tests.browser.visitor import visits, walk
from tests.browser.visitor.people import RK
from tests.browser.visitor.visits import Visits
from tests.invented import crowd

WORDS, SLIDES, AGREED = resources.group_words(), resources.slide_words(), resources.agreement_words()
TODAY = datetime.now(UTC).date()
# From the team page to the first slide (docs/demonstration.md).
MOST = 12
COUNTING = "addEventListener('pointerdown', event => event.isTrusted && window.pressed(), { capture: true })"


class Coach:
    """A page of somebody whose presses are counted, a server, and the colleagues who take part meanwhile."""

    def __init__(self, visit: Visits, server: Server) -> None:
        self.server, self.presses = server, 0
        context = visit.device(permissions=["clipboard-read", "clipboard-write"])
        context.expose_function("pressed", self._count)
        context.add_init_script(COUNTING)
        self.page = context.new_page()

    def _count(self) -> None:
        self.presses += 1

    def since(self, before: int) -> int:
        """How many presses there were, once the page has told of all of them."""
        walk.settled(self.page)
        return self.presses - before

    def copied(self, block: int) -> str:
        """What the button beside a block of text copies."""
        walk.settled(self.page)
        found = self.page.get_by_test_id("stCode").nth(block)
        found.hover()
        found.get_by_role("button").click()
        text: str = self.page.evaluate("navigator.clipboard.readText()")
        return text.strip()

    def joined_by(self, people: int, manage: str) -> None:
        """Let so many take part, through the same doors as by a browser."""
        # Killed, and not asked to stop: what was acknowledged is there all the same.
        self.server.kill()
        store, dice = DuckDBStore(self.server.database), Random(5)
        round = team_store.invitation(store, from_manage(manage).join).round
        for _ in range(people):
            person = crowd.anybody(dice)
            person.finish(store, TODAY)
            person.join(store, round, TODAY)
        store.close()
        self.server.start()


@pytest.fixture
def coach(browser: Browser, tmp_path: Path) -> Iterator[Coach]:
    server = Server(ROOT / "app.py", folder=tmp_path, health="/readyz")
    with server, visits.opened(browser, server) as visit:
        visit.expected += [OUTAGE, "WebSocket onerror", "Image source error"]
        yield Coach(visit, server)
    assert "Traceback" not in server.log


def printed() -> list[tuple[int, int]]:
    """Of each line of the manual's table how many presses it takes, and how many there are by then."""
    manual = (ROOT / "docs" / "demonstration.md").read_text(encoding="utf-8")
    return [(int(of), int(by)) for of, by in re.findall(r"^\|.*\| (\d+) \| \*{0,2}(\d+)\*{0,2} \|$", manual, re.MULTILINE)]


def made(coach: Coach) -> None:
    coach.page.goto("/team")
    walk.on(coach.page, WORDS.team.title)
    coach.page.get_by_role("textbox", name=WORDS.team.name).click()
    coach.page.keyboard.type("Design studio")
    walk.press(coach.page, WORDS.team.create)
    expect(coach.page.get_by_role("heading", name=WORDS.team.close)).to_be_visible()


def closed(coach: Coach) -> None:
    coach.page.goto("/team")
    walk.press(coach.page, WORDS.team.close)
    walk.press(coach.page, WORDS.team.close_yes)
    expect(coach.page.get_by_text("Round 1 closed on")).to_be_visible()


def presented(coach: Coach) -> None:
    walk.press(coach.page, SLIDES.present)
    expect(coach.page.get_by_role("dialog").get_by_role("heading", name=SLIDES.cover)).to_be_visible()
    coach.page.keyboard.press("End")
    expect(coach.page.get_by_role("heading", name=SLIDES.close)).to_be_visible()
    coach.page.keyboard.press("Escape")
    # Until the server knows that somebody left, all of it may be drawn anew under the next press.
    expect(coach.page.locator(".present")).to_have_count(0)


def agreed(coach: Coach) -> None:
    # The first of an area is chosen already, so another one takes a press.
    agreement, area = AGREED.named("balance.2"), coach.page.get_by_role("combobox", name=AGREED.desk.area)
    coach.page.goto("/team")
    walk.settled(coach.page)
    area.click()
    # A click does not always open it under Playwright; the arrow does, and does no harm where it is open.
    area.press("ArrowDown")
    coach.page.get_by_role("option", name=RK.names((agreement.dimension,)), exact=True).click()
    coach.page.get_by_role("radiogroup", name=AGREED.desk.choice).get_by_text(agreement.text).click()
    walk.press(coach.page, AGREED.desk.add)
    expect(coach.page.get_by_text(AGREED.desk.added)).to_be_visible()


def printed_guide(coach: Coach) -> None:
    with coach.page.expect_download():
        walk.press(coach.page, resources.guide_words().button)


def went_on(coach: Coach) -> None:
    walk.press(coach.page, WORDS.team.open)
    expect(coach.page.get_by_text("Round 2 is open.")).to_be_visible()


def invited(coach: Coach) -> None:
    # Of the link to keep, the join link, the invitation and the insights link.
    assert "/open#" in coach.copied(2)


def looked(coach: Coach) -> None:
    coach.page.goto(coach.copied(-1))
    walk.on(coach.page, WORDS.insights.title)


def test_a_coach_gets_to_the_first_slide_and_to_the_next_round_with_as_many_presses_as_the_manual_says(coach: Coach) -> None:
    counted = []
    for step in (made, invited, closed, looked, presented, printed_guide, agreed, went_on):
        before = coach.presses
        step(coach)
        counted.append((coach.since(before), coach.presses))
        if step is invited:
            coach.joined_by(7, coach.page.get_by_test_id("stCode").first.inner_text().split("#")[1].strip())

    assert counted == printed()
    assert counted[4][1] <= MOST
