"""A month of use with a clock that is moved: a goal, notes, the month's end, and a retake after working on one area."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

import pytest
from playwright.sync_api import Browser, Page, expect

from bench.server import Server
from data.instrument.answers import Answer, Step
from data.record.record import Consents, Record, Result
from tests.browser.screen.test_axe import findings
from tests.browser.visitor import moved_clock, visits, walk
from tests.browser.visitor.moved_clock import Clock
from tests.browser.visitor.people import RK, example
from tests.server.somebody import moved_in

# The third of next month, so that whatever day it is five notes fall into one month.
START = (date.today().replace(day=1) + timedelta(days=40)).replace(day=3)
WRITTEN = {START + timedelta(days=days): f"One good thing, number {days}" for days in (0, 1, 3, 7, 8)}
OVER = (START + timedelta(days=30)).replace(day=1)
AGAIN = START + timedelta(days=35)
GOAL = "Bring one idea from what you do outside your job back into it."
BETTER: dict[str, Answer] = {
    "align_vehicle": 4, "align_strengths": 4, "align_values": 4, "align_away": 2, "align_wasted": 2,
    "bal_first": 4, "bal_care": 4, "bal_switch": 4, "bal_spill": 2, "bal_energy": 2, "bal_stress": 2,
}  # fmt: skip
RETAKE = example().model_copy(update={"statements": {**example().statements, **BETTER}, "worked": "balance"})


@dataclass
class Month:
    """The tab in which the month is lived, and the days."""

    page: Page
    clock: Clock

    def on(self, day: date, address: str, title: str) -> None:
        """Come back on that day, as on any other."""
        self.page.emulate_media(color_scheme="light")
        self.page.set_viewport_size({"width": 1280, "height": 900})
        self.clock.move((day - date.today()).days)
        self.page.goto(address)
        walk.on(self.page, title)


@pytest.fixture
def month(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Month]:
    folder = tmp_path_factory.mktemp("month")
    server, clock = moved_clock.served(folder)
    consents = Consents(wording=RK.consent.wording, given_on=START, take_part=True)
    (key,) = moved_in(
        server.database, Record(consents=consents, results=(Result(instrument=RK.version, taken_on=START, answers=example()),))
    )
    with server, visits.opened(browser, server) as visit:
        yield Month(visit.page(key, timezone_id="UTC"), clock)
    assert_calm(server)


def assert_calm(server: Server) -> None:
    assert "Traceback" not in server.log


def test_a_month_goes_by_from_a_goal_to_a_retake_and_what_changed(month: Month) -> None:
    """Seen to fail: with the last two results swapped."""
    page = month.page
    month.on(START, "/profile", "Outlet outside")
    make_goal(page)
    for day, line in WRITTEN.items():
        month.on(day, "/journal", "Journal")
        write_note(page, line)
    a_week_later(page)
    said_to_wait(month)
    month.on(OVER, "/journal", "Journal")
    carry_on(page)
    take_again(month)

    what_changed(page)
    month.on(AGAIN, "/journal", "Journal")
    at_a_glance(page)


def make_goal(page: Page) -> None:
    """From the idea on the card; a second one asks whether to take its place or to wait."""
    walk.on_profile(page)
    walk.press(page, "Make it my goal")
    # On the first screen in one line, and on the card below.
    expect(page.get_by_text("Your goal for")).to_have_count(2)
    walk.press(page, "Another idea")
    walk.press(page, "Make it my goal")
    expect(page.get_by_text("Shall this one take its place, or wait?")).to_be_visible()
    walk.press(page, "Let it wait")
    expect(page.get_by_text("Shall this one take its place, or wait?")).to_have_count(0)


def write_note(page: Page, line: str) -> None:
    expect(page.get_by_text(GOAL).first).to_be_visible()
    page.get_by_role("textbox", name="One good thing", exact=True).fill(line)
    walk.press(page, "Save today's note")
    expect(page.get_by_text(f": {line}")).to_be_visible()
    walk.settled(page)


def a_week_later(page: Page) -> None:
    """It is asked once whether one has started, and the area is checked in a minute, which is no result."""
    walk.press(page, "Not yet")
    expect(page.get_by_text("Not started yet, and that is fine.")).to_be_visible()
    walk.settled(page)
    walk.open_fold(page, "Check Outlets now")
    for item in RK.items_of("outlet"):
        walk.choice(page, item.id, 2 if item.reverse else 4).check()
    walk.press(page, "Save this check")
    expect(page.get_by_text("You can do the next check from")).to_be_visible()
    expect(page.get_by_text("Each dot is one check")).to_be_visible()
    assert findings(page) == []


def said_to_wait(month: Month) -> None:
    """Before four weeks have gone by it says why waiting helps, and lets people go on; afterwards it says nothing."""
    wait = month.page.get_by_text("Changes within four weeks are mostly mood")
    month.on(START + timedelta(days=27), "/", "Where are you with your work?")
    expect(wait).to_contain_text(f"if you wait until {START + timedelta(days=28):%-d %B %Y}.")
    expect(month.page.get_by_role("button", name="Take it again")).to_be_enabled()
    month.on(START + timedelta(days=28), "/", "Where are you with your work?")
    expect(wait).to_have_count(0)


def carry_on(page: Page) -> None:
    expect(page.get_by_text("The month is over. However it went, that is fine. How did it turn out?")).to_be_visible()
    walk.press(page, f"Carry it on into {OVER:%B}")
    expect(page.get_by_text(f"Your goal for {OVER:%B %Y}")).to_be_visible()
    walk.settled(page)
    walk.open_fold(page, "Former goals")
    expect(page.get_by_text(f"{START:%B %Y} · carried on")).to_be_visible()
    assert findings(page) == []


def take_again(month: Month) -> None:
    """The life stage stands there, and no statement does."""
    page = month.page
    month.on(AGAIN, "/", "Where are you with your work?")
    expect(page.get_by_role("checkbox", name="I am 18 or over")).to_be_checked()
    walk.press(page, "Take it again")
    walk.on_step(page, Step.LIFE_STAGE)
    expect(page.get_by_role("radio", name="Reassessing", checked=True)).to_have_count(1)
    walk.go_on(page, to=Step.JOB_AND_WORK)
    expect(walk.choice(page, "align_vehicle", 1)).to_be_visible()
    expect(page.get_by_role("radio", checked=True)).to_have_count(0)
    walk.go_back(page, to=Step.LIFE_STAGE)
    walk.type_in(page, RETAKE)
    walk.finish(page)


def what_changed(page: Page) -> None:
    """The new pattern, and how sure each change is: that of the area worked on is, and a rise of 38 points elsewhere is not."""
    expect(walk.title(page, "Between “Steady” and “In tune”")).to_be_visible()
    expect(page.get_by_text(f"Since {START:%-d %B %Y}")).to_be_visible()
    each = walk.open_fold(page, "Each area in words").get_by_role("listitem")
    expect(each.first).to_be_visible()
    said = each.all_inner_texts()
    assert "Balance: 29 then, 75 now, clear change." in said
    assert "Alignment: 33 then, 71 now, too small to tell." in said
    assert "Spark: 58 then, 58 now, too small to tell." in said
    assert sum("clear change" in line for line in said) == 1
    assert findings(page) == []


def at_a_glance(page: Page) -> None:
    """Goal, notes and retake of a month side by side."""
    shown = page.get_by_test_id("stHorizontalBlock").last
    expect(shown).to_contain_text(GOAL)
    expect(shown).to_contain_text(f"{AGAIN:%-d %B}: Between “Steady” and “In tune”")
    walk.settled(page)
    # A click does not always open it under Playwright; the arrow does, and does no harm where it is open.
    page.get_by_role("combobox", name="Month").click()
    page.get_by_role("combobox", name="Month").press("ArrowDown")
    page.get_by_role("option", name=f"{START:%B %Y}").click()
    for day, line in WRITTEN.items():
        expect(shown).to_contain_text(f"{day:%-d %B}: {line}")
    expect(shown).to_contain_text(f"{START:%-d %B}: Outlet outside")
    expect(shown).to_contain_text(GOAL)
    assert findings(page) == []
