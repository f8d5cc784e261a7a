"""Several small teams hold a round together: made at one desk, joined by a link for each team, counted together, read off by hand."""

from collections.abc import Iterator
from datetime import timedelta
from functools import partial
from pathlib import Path
from uuid import UUID

import icalendar
import pytest
from playwright.sync_api import Browser, Page, expect

from bench.server import ROOT, Server
from components.session import resources
from data.groups import contribution_store, team_store
from data.groups.team_keys import TeamKeys
from data.instrument.answers import Answer, Answers
from data.storage.engines.duckdb_store import DuckDBStore
from data.storage.store import Store
from tests.browser.groups.test_team_round import TODAY, Office, by_hand, close, left_behind, sideways
from tests.browser.visitor import visits, walk
from tests.browser.visitor.visits import Visits
from tests.components.exports.file_readers import with_poppler
from tests.invented import waiting

WORDS = resources.group_words()
NAMES, SIZES = ("R&D (North) #1", "Verkauf/Süd, 2", "東京 + Ōsaka", "W. ’n’ E – x_y"), (9, 7, 4, 2)
# Of each team so many join in a browser; the others have joined before.
BY_HAND = 1
LINKS = 2 + len(NAMES)


class Street(Office):
    """A server with four teams under an umbrella, of which nearly all have joined, and with two umbrellas of two teams.

    One of those is `empty`; of `two`, six of the first team and five of the second have joined, and whoever `hesitates` has not.
    """

    def __init__(self, server: Server) -> None:
        super().__init__(server, sum(SIZES) + 1)
        store, placed = DuckDBStore(server.database), iter(zip(self.keys, self.sheets, strict=True))
        self.teams = [[next(placed) for _ in range(size)] for size in SIZES]
        self.made = team_store.create(store, "All four", closes_on=TODAY + timedelta(days=7), today=TODAY, teams=NAMES)
        for join_key, members in zip(self.made.joins, self.teams, strict=True):
            for key, _ in members[BY_HAND:]:
                join_by_the_door(store, join_key, key)
        self.hesitates, _ = next(placed)
        self.two, self.empty = (
            team_store.create(store, "Both", closes_on=TODAY + timedelta(days=7), today=TODAY, teams=NAMES[:2]) for _ in range(2)
        )
        # The same answers once more, so that nobody has to be in two teams.
        for place, sheets in enumerate((self.sheets[:6], self.sheets[6:11]), 1):
            waiting.wait(store, [Answers(statements=sheet) for sheet in sheets], round_id=invited(store, self.two), place=place)
        store.close()

    def link(self, key: str) -> str:
        return f"{self.server.url}/open#{key}"

    def sheets_of(self, *places: int) -> list[dict[str, Answer]]:
        return [sheet for place in places for _, sheet in self.teams[place - 1]]


def invited(store: Store, keys: TeamKeys) -> UUID:
    return team_store.invitation(store, keys.joins[0]).round.round_id


def join_by_the_door(store: Store, join_key: str, key: str) -> None:
    invited = team_store.invitation(store, join_key)
    join = partial(contribution_store.join_round, store, key, invited.round, place=invited.place)
    join(today=TODAY, keep_until=TODAY + timedelta(days=365))


@pytest.fixture(scope="module")
def street(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Street]:
    street = Street(Server(ROOT / "app.py", folder=tmp_path_factory.mktemp("street"), health="/readyz"))
    with street.server:
        yield street
    assert "shown as number" not in street.server.log


@pytest.fixture
def visit(browser: Browser, street: Street) -> Iterator[Visits]:
    with visits.opened(browser, street.server) as opened:
        yield opened


def join(page: Page, link: str, name: str) -> None:
    page.goto(link)
    expect(page.get_by_text(name, exact=True)).to_be_visible()
    page.get_by_role("checkbox", name=WORDS.joining.consent).press("Space")
    walk.press(page, WORDS.joining.join)
    expect(page.get_by_text(WORDS.joining.joined_already)).to_be_visible()


def read_off(page: Page, section: str) -> dict[str, list[str]]:
    """A section's figures by dimension, from its table."""
    walk.unfold(page)
    tables = page.get_by_role("table", name=section)
    expect(tables.first).to_be_visible()
    rows: dict[str, list[str]] = {}
    for table in tables.all():
        for row in table.locator("tbody tr").all():
            name, *figures = row.locator("td, th").all_inner_texts()
            rows.setdefault(name, []).extend(figures)
    return rows


def test_an_organiser_makes_an_umbrella_and_finds_all_its_links_again(visit: Visits) -> None:
    page = visit.page(viewport={"width": 390, "height": 844})
    page.goto("/team")
    walk.on(page, WORDS.team.title)
    walk.choose(page, WORDS.umbrella.who, WORDS.umbrella.choices[1])
    page.get_by_role("textbox", name=WORDS.umbrella.name).fill("All of us")
    page.get_by_role("textbox", name=WORDS.umbrella.teams).fill("\n".join(NAMES))
    with page.expect_response("**/claim"):
        walk.press(page, WORDS.team.create)
        made = links_on(page)

    for number, name in enumerate(NAMES, 1):
        expect(page.get_by_text(f"{number}. {name}", exact=True)).to_be_visible()
    assert sideways(page) == []
    page.reload()
    assert links_on(page) == made


def links_on(page: Page) -> list[str]:
    """The links of an umbrella's desk, once it is drawn to its end: to manage, one for each team, to look."""
    expect(page.get_by_role("heading", name=WORDS.team.close)).to_be_visible()
    # Each join link stands in an invitation once more, behind a fold.
    expect(page.locator("code")).to_have_count(LINKS + len(NAMES))
    found = [text.strip() for text in page.locator("code").all_text_contents() if text.startswith("http")]
    assert len(set(found)) == LINKS
    return found


def test_the_whole_and_two_teams_are_shown_and_nothing_of_the_others(visit: Visits, street: Street) -> None:
    """Nine, seven, four and two: the four and the two are six together, so that they stand in the whole alone."""
    made: TeamKeys = street.made
    for join_key, name, members in zip(made.joins, NAMES, street.teams, strict=True):
        join(visit.page(members[0][0]), street.link(join_key), name)

    close(organiser := visit.page(), street.link(made.manage))
    reader = visit.page()
    reader.goto(street.link(made.insights))
    walk.on(reader, WORDS.insights.title)
    walk.choose(reader, WORDS.insights.view, WORDS.insights.areas)
    expect(reader.get_by_role("heading", name=WORDS.umbrella.shown_title)).to_be_visible()
    walk.settled(reader)

    whole = by_hand(street.sheets_of(1, 2, 3, 4))
    first, second = by_hand(street.sheets_of(1)), by_hand(street.sheets_of(2))
    assert read_off(reader, WORDS.umbrella.shown_title) == {name: [whole[name], first[name], second[name]] for name in whole}
    shown = reader.get_by_test_id("stMain").inner_text()
    assert [name in shown for name in NAMES] == [True, True, False, False]
    for tab, key in ((organiser, made.manage), (reader, made.insights)):
        assert left_behind(tab, street.link(key)) == []


def test_who_opens_the_links_of_two_teams_is_asked_which_is_theirs_and_counted_once_there(visit: Visits, street: Street) -> None:
    """With them each team has six: counted elsewhere or twice, other teams or other numbers would be shown."""
    page, asked = visit.page(street.hesitates), WORDS.umbrella.another
    join(page, street.link(street.two.joins[0]), NAMES[0])
    page.goto(street.link(street.two.joins[1]))
    expect(page.get_by_text(asked)).to_be_visible()
    # Who presses without a choice stays where they are.
    walk.press(page, WORDS.umbrella.change)
    walk.settled(page)
    expect(page.get_by_role("radio", name=WORDS.umbrella.numbered.format(number=1))).to_be_checked()
    walk.choose(page, WORDS.umbrella.own, WORDS.umbrella.numbered.format(number=2))
    walk.press(page, WORDS.umbrella.change)
    expect(page.get_by_text(asked)).to_have_count(0)
    page.goto(street.link(street.two.joins[0]))
    expect(page.get_by_text(asked)).to_be_visible()
    expect(page.get_by_role("radio", name=WORDS.umbrella.numbered.format(number=2))).to_be_checked()

    close(visit.page(), street.link(street.two.manage))
    reader = visit.page()
    reader.goto(street.link(street.two.insights))
    walk.on(reader, WORDS.insights.title)
    walk.choose(reader, WORDS.insights.view, WORDS.insights.areas)
    expect(reader.get_by_role("heading", name=WORDS.umbrella.shown_title)).to_be_visible()
    walk.settled(reader)

    own = street.sheets[street.keys.index(street.hesitates)]
    parts = [*street.sheets[:11], own], street.sheets[:6], [*street.sheets[6:11], own]
    whole, first, second = (by_hand(part) for part in parts)
    assert read_off(reader, WORDS.umbrella.shown_title) == {name: [whole[name], first[name], second[name]] for name in whole}


def test_the_last_day_of_an_umbrella_is_moved_for_all_its_teams_and_their_files(visit: Visits, street: Street, tmp_path: Path) -> None:
    page, moved_to = visit.page(viewport={"width": 390, "height": 844}), TODAY + timedelta(days=14)
    day = resources.dates().day(moved_to)
    page.goto(street.link(street.empty.manage))
    expect(page.get_by_role("heading", name=WORDS.team.close)).to_be_visible()
    walk.press(page, WORDS.desk.later)
    expect(page.get_by_text(WORDS.desk.moved.format(day=day))).to_be_visible()

    for number, join_key in enumerate(street.empty.joins, 1):
        member = visit.page()
        member.goto(street.link(join_key))
        expect(member.get_by_text(WORDS.joining.closes.format(day=day))).to_be_visible()
        walk.open_fold(page, WORDS.umbrella.more.format(number=number))
        poster = with_poppler("pdftotext", taken(page, WORDS.umbrella.poster.format(number=number), tmp_path), tmp_path)
        event = icalendar.Calendar.from_ical(taken(page, WORDS.umbrella.calendar.format(number=number), tmp_path)).walk("VEVENT")[0]
        found = "".join(poster.split()), str(event["URL"]), event.decoded("DTSTART")
        assert day.replace(" ", "") in found[0] and street.link(join_key) in found[0]
        assert found[1:] == (street.link(join_key), moved_to)
        # A name on a wall would tell strangers who takes part.
        assert [name for name in NAMES if "".join(name.split()) in found[0] or name in str(event)] == []


def taken(page: Page, label: str, folder: Path) -> bytes:
    """A file that was downloaded."""
    with page.expect_download() as started:
        walk.press(page, label)
    started.value.save_as(folder / "taken")
    return (folder / "taken").read_bytes()
