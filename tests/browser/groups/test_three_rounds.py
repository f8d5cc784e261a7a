"""Three rounds of a team, from the organiser's phone to a trend: every number that is shown equals one worked out by hand."""

import random
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from math import floor
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from bench.server import Server
from components.session import resources
from data.groups import contribution_store, team_keys, team_store
from data.groups.agreements.happened import Happened, Happenings
from data.instrument.answers import Answer, Answers
from data.keys import new_key
from data.record import record_store
from data.record.record import Consents, Record, Result
from data.storage.engines.duckdb_store import DuckDBStore
from data.storage.store import Store
from tests import oracle_rk_1_1 as oracle
from tests.browser.groups.test_team_round import by_hand, join, links_on, make_team, read_off, sideways
from tests.browser.server.test_dead_server import OUTAGE
from tests.browser.visitor import moved_clock, visits, walk
from tests.browser.visitor.moved_clock import Clock
from tests.browser.visitor.people import RK
from tests.browser.visitor.visits import Visits
from tests.components.exports.file_readers import with_poppler
from tests.invented import crowd

WORDS, AGREED = resources.group_words(), resources.agreement_words()
TODAY = date.today()
WEEK = timedelta(days=7)
PHONE = {"width": 390, "height": 844}
FREE_HALF_DAY, THANKS = AGREED.named("balance.1"), AGREED.named("support.2")
# What 22 people say of each, in the order of the list of answers; the last one of both is said in the browser.
SAID = {FREE_HALF_DAY.id: (8, 6, 4, 4), THANKS.id: (4, 5, 9, 4)}


def sheets(people: int, *, balance: Answer | None = None) -> list[dict[str, Answer]]:
    """So many whole sheets, alike each time but for balance, where it is given: all of it answered that far on its favourable side."""
    dice = random.Random(5)
    found = [{**crowd.of_one_mind(3), **{id: answer for id, answer in crowd.sheet(dice).items() if answer != "na"}} for _ in range(people)]
    all_alike = crowd.of_one_mind(int(balance)) if balance else {}
    return [sheet | {id: answer for id, answer in all_alike.items() if id.startswith("bal_")} for sheet in found]


@dataclass
class Team:
    """A server that can be killed for members to come by its store, a clock that can be moved, and browsers."""

    server: Server
    clock: Clock
    visit: Visits
    today: date = TODAY

    def move(self, day: date) -> None:
        self.today = day
        self.clock.move((day - TODAY).days)

    def somebody(self, store: Store, sheet: Mapping[str, Answer]) -> str:
        """The key of somebody with this profile."""
        key, consents = new_key(), Consents(wording=RK.consent.wording, given_on=TODAY, take_part=True)
        result = Result(instrument=RK.version, taken_on=TODAY, answers=Answers(statements=dict(sheet)))
        record_store.change(store, key, lambda _: Record(consents=consents, results=(result,)), keep_until=TODAY + timedelta(days=365))
        return key

    def joined(self, manage: str, given: Sequence[Mapping[str, Answer]], said: Sequence[Happenings]) -> str:
        """Let everybody but the last join the open round behind the doors that a browser would use; the last one's key."""
        # Killed, and not asked to stop: what was acknowledged is there all the same.
        self.server.kill()
        store = DuckDBStore(self.server.database)
        keys = [self.somebody(store, sheet) for sheet in given]
        round = team_store.invitation(store, team_keys.from_manage(manage).join).round
        for key, happenings in zip(keys[:-1], said, strict=True):
            contribution_store.join_round(
                store, key, round, today=self.today, keep_until=TODAY + timedelta(days=365), happenings=happenings
            )
        store.close()
        self.server.start()
        return keys[-1]


@pytest.fixture
def team(browser: Browser, tmp_path: Path) -> Iterator[Team]:
    server, clock = moved_clock.served(tmp_path)
    with server, visits.opened(browser, server) as visit:
        # Members come by the store while the server is down.
        # What a killed server was just about to send of a picture is missing until the page is drawn anew.
        visit.expected += [OUTAGE, "WebSocket onerror", "Image source error"]
        yield Team(server, clock, visit)
    assert "Traceback" not in server.log


def key_in(link: str) -> str:
    return link.split("#")[1]


def poster(page: Page, folder: Path) -> str:
    """What the poster says that can be downloaded now."""
    with page.expect_download() as started:
        walk.press(page, WORDS.team.poster)
    file = folder / "poster.pdf"
    started.value.save_as(file)
    return " ".join(with_poppler("pdftotext", file.read_bytes(), folder).split())


def close(page: Page, number: int) -> None:
    page.goto("/team")
    walk.press(page, WORDS.team.close)
    walk.press(page, WORDS.team.close_yes)
    expect(page.get_by_text(f"Round {number} closed on")).to_be_visible()


def agree_on(page: Page, *chosen: str) -> None:
    for id in chosen:
        area, agreement = RK.names((AGREED.named(id).dimension,)), AGREED.named(id)
        walk.settled(page)
        # A click does not always open it under Playwright; the arrow does, and does no harm where it is open.
        page.get_by_role("combobox", name=AGREED.desk.area).click()
        page.get_by_role("combobox", name=AGREED.desk.area).press("ArrowDown")
        page.get_by_role("option", name=area, exact=True).click()
        page.get_by_role("radiogroup", name=AGREED.desk.choice).get_by_text(agreement.text).click()
        walk.press(page, AGREED.desk.add)
        expect(page.get_by_text(f"{agreement.text}. {agreement.how}")).to_be_visible()


def open_next(page: Page, number: int) -> None:
    walk.press(page, WORDS.team.open)
    expect(page.get_by_text(f"Round {number} is open.")).to_be_visible()


def say(page: Page, agreement: str, answer: Happened) -> None:
    question = page.get_by_role("radiogroup", name=AGREED.joining.question.format(text=AGREED.named(agreement).text))
    question.get_by_role("radio", name=AGREED.said[answer], exact=True).check()


def look_at_areas(reader: Page, insights_link: str) -> None:
    """Open the link, and of its views that of the areas."""
    reader.goto(insights_link)
    expect(reader.get_by_role("heading", name=WORDS.insights.means_title)).to_be_visible()
    reader.goto("/insights?view=areas")


def shares_by_hand(agreement: str) -> list[dict[str, str]]:
    """Each answer of 22 people to the nearest twenty, and never below thirty."""
    points = [people / 22 * 100 for people in SAID[agreement]]
    return [
        {
            AGREED.insights.answer: AGREED.said[said],
            AGREED.insights.percentage: f"{20 * floor(share / 20 + 0.5)} %" if share > 30 else "at most 30 %",
        }
        for said, share in zip(Happened, points, strict=True)
    ]


def everything_said() -> list[Happenings]:
    """What each of the 22 people says of both, the last one last."""
    columns = [[said for said, people in zip(Happened, SAID[id], strict=True) for _ in range(people)] for id in SAID]
    return [{1: first, 2: second} for first, second in zip(*columns, strict=True)]


def whole_means(given: Sequence[Mapping[str, Answer]], *, edge: int) -> dict[str, int]:
    """Each mean to the nearest five, and as far as a group of that size may see it."""
    scored = [oracle.score(sheet) for sheet in given]
    means = {RK.names((id,)): sum(scores[id]["S"] for scores in scored) / len(given) for id in oracle.DIMENSIONS}
    return {name: min(100 - edge, max(edge, 5 * floor(mean / 5 + 0.5))) for name, mean in means.items()}


def test_three_rounds_from_a_phone_to_a_trend(team: Team, tmp_path: Path) -> None:
    first, second, third = sheets(7), sheets(22, balance=2), sheets(22, balance=4)
    page = team.visit.page(viewport=PHONE)
    with page.expect_response("**/claim"):
        join_link, insights_link, manage_link = make_team(page)
    page.reload()
    assert sorted(links_on(page)) == sorted([join_link, insights_link, manage_link])
    page.context.close()

    # A week later, on a device that has never been here.
    team.move(TODAY + WEEK)
    organiser = team.visit.page(viewport=PHONE)
    organiser.goto(manage_link)
    assert sorted(links_on(organiser)) == sorted([join_link, insights_link, manage_link])
    days = resources.dates()
    assert days.day(TODAY + 2 * WEEK) in poster(organiser, tmp_path)
    walk.press(organiser, WORDS.desk.later)
    expect(organiser.get_by_text(WORDS.desk.moved.format(day=days.day(TODAY + 3 * WEEK)))).to_be_visible()
    walk.settled(organiser)
    assert days.day(TODAY + 3 * WEEK) in poster(organiser, tmp_path)
    assert sideways(organiser) == []

    # Seven join, and the one in a browser leaves again. Nothing is asked about agreements.
    member_key = team.joined(key_in(manage_link), first, [{}] * 6)
    member = team.visit.page(member_key, viewport=PHONE)
    join(member, join_link)
    walk.press(member, WORDS.giving.withdraw)
    expect(member.get_by_role("button", name=WORDS.joining.join)).to_be_visible()
    expect(member.get_by_text(AGREED.joining.title)).to_have_count(0)
    close(organiser, 1)
    reader = team.visit.page()
    assert read_off(reader, insights_link) == by_hand(first[:6])
    expect(reader.get_by_role("heading", name=AGREED.title)).to_have_count(0)

    # They talk, and agree; the next round asks about it.
    agree_on(organiser, FREE_HALF_DAY.id, THANKS.id)
    assert sideways(organiser) == []
    reader.reload()
    expect(reader.get_by_role("heading", name=AGREED.title)).to_be_visible()
    expect(reader.get_by_text(AGREED.insights.line.format(text=THANKS.text, how=THANKS.how))).to_be_visible()
    open_next(organiser, 2)
    *all_but_one, last = everything_said()
    member = team.visit.page(team.joined(key_in(manage_link), second, all_but_one), viewport=PHONE)
    member.goto(join_link)
    expect(member.get_by_role("heading", name=AGREED.joining.title)).to_be_visible()
    say(member, FREE_HALF_DAY.id, last[1])
    say(member, THANKS.id, Happened.NO)
    say(member, THANKS.id, last[2])
    walk.settled(member)
    member.reload()
    expect(member.get_by_role("radio", name=AGREED.said[last[2]], checked=True)).to_have_count(2)
    assert sideways(member) == []
    join(member, join_link)
    organiser.goto("/team")
    expect(organiser.get_by_text(AGREED.desk.asked)).to_be_visible()
    close(organiser, 2)
    look_at_areas(reader, insights_link)
    expect(reader.get_by_role("heading", name=AGREED.insights.title)).to_be_visible()
    walk.unfold(reader)
    for id in SAID:
        assert walk.rows(reader, AGREED.named(id).text) == shares_by_hand(id)
    with reader.expect_download() as started:
        walk.press(reader, resources.guide_words().button)
    started.value.save_as(tmp_path / "guide.pdf")
    guide = " ".join(with_poppler("pdftotext", (tmp_path / "guide.pdf").read_bytes(), tmp_path).split())
    assert AGREED.guide.line.format(text=FREE_HALF_DAY.text) in guide

    # Half of it again; the third round shows what has changed.
    organiser.goto("/team")
    agree_on(organiser, FREE_HALF_DAY.id)
    open_next(organiser, 3)
    member = team.visit.page(team.joined(key_in(manage_link), third, [{1: Happened.YES}] * 21))
    join(member, join_link)
    close(organiser, 3)
    look_at_areas(reader, insights_link)
    expect(reader.get_by_role("heading", name=WORDS.insights.over_time_title)).to_be_visible()
    walk.unfold(reader)
    by_round = [whole_means(first[:6], edge=10), whole_means(second, edge=5), whole_means(third, edge=5)]
    shown = walk.rows(reader, WORDS.insights.over_time_title)
    assert {row.pop(WORDS.insights.dimension): [int(re.findall(r"\d+", cell)[0]) for cell in row.values()] for row in shown} == {
        name: [means[name] for means in by_round] for name in by_round[0]
    }
    higher = by_round[2]["Balance"] - by_round[1]["Balance"]
    expect(reader.get_by_text(f"Balance: about {higher} points higher")).to_be_visible()
    expect(reader.get_by_text(f"Since the round before, Balance is about {higher} points higher.")).to_be_visible()
    # All of the 21 who answered said yes, and nothing tells of the one who left it open.
    assert walk.rows(reader, FREE_HALF_DAY.text)[0][AGREED.insights.percentage] == "at least 70 %"
