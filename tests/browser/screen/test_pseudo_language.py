"""Rekindle in a language that nobody speaks: no English is left on any screen, and nothing is cut where words are a third longer.

Seen to fail: with "low | middle" on score axes, with the question before a hurried result in English, and with raw names of columns.
"""

import json
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from components.insights.section import View
from data.content import pseudo_language
from data.content.language import Language
from data.content.pseudo_language import spoken
from data.instrument.answers import Step
from data.instrument.instrument import load
from data.storage.engines.duckdb_store import DuckDBStore
from data.wording import export_words, method_words, screens
from data.wording.groups import agreement_words, group_words
from tests.browser.screen.test_phone import beyond
from tests.browser.visitor import visits, walk
from tests.browser.visitor.visits import Visits
from tests.components.insights.closed_rounds import closed_in_turn
from tests.invented import full_record
from tests.server.forks import ForkedServer, Forks
from tests.server.somebody import moved_in

# Its dates are in Greek letters, so an English one stands out.
TAG = "el"
PHONE = {"width": 320, "height": 844}
# What Streamlit says of its own, in English only (a known gap, told on /privacy), and a unit.
NOT_OURS = (
    "Link to heading", "Choose an option", "Choose date", "Selected values", "Clear all", "Remove ", "Open", "progress",
    "file upload", "Upload", "MB", "day, ", "month, ", "year, ", "Copy to clipboard", "check",
    "Fullscreen: ", "Download as PNG: ", "Copy Vega-Lite spec: ", "Show data: ",
)  # fmt: skip
# What invented people wrote, what languages call themselves, and the names of versions, which are the same in all of them.
WRITTEN = ("R&D (North)", "Harbour crew", "English", "in quarter", "my own", "rk-1.0", "rk-1.1", "norms-0")


class Abroad:
    """A server that speaks it, and somebody with a profile."""

    def __init__(self, server: ForkedServer, key: str, insights: str, language: Language) -> None:
        self.server, self.key, self.insights = server, key, insights
        self.words, self.groups, self.files = (part.load(language) for part in (screens, group_words, export_words))
        self.method, self.agreements = method_words.load(language), agreement_words.load(language)
        self.rules = load(language=language)
        self.keep = spoken("Keep my answers")


@pytest.fixture(scope="module")
def abroad(forks: Forks, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Abroad]:
    folder = tmp_path_factory.mktemp("abroad")
    pseudo_language.write(folder / "languages" / TAG)
    server = ForkedServer(forks, folder, way="streamlit", settings={"REKINDLE_LANGUAGES": str(folder / "languages")})
    (key,) = moved_in(server.database, full_record.full(words="γραμμένο"))
    store = DuckDBStore(server.database)
    insights = closed_in_turn(store, (6, 20), agreed=("balance.1", "support.2"))
    store.close()
    with server:
        yield Abroad(server, key, insights, Language(TAG, folder / "languages" / TAG))
    assert not re.findall(r".*(?:shown as number|Traceback).*", server.log)


@pytest.fixture
def visit(browser: Browser, abroad: Abroad) -> Iterator[Visits]:
    with visits.opened(browser, abroad.server) as opened:
        yield opened


SAID = """() => {
  const roots = [...document.querySelectorAll('[data-testid=stMain], header')]
  // Inside a chart Vega names marks and axes by itself; for whoever cannot see it, the chart is one picture with our sentence.
  const named = roots.flatMap(root => [...root.querySelectorAll('[aria-label], [alt], [placeholder], [title]')])
    .filter(e => !e.closest('svg.marks, canvas.marks'))
  const labels = named.flatMap(e => ['aria-label', 'alt', 'placeholder', 'title'].map(name => e.getAttribute(name) ?? ''))
  const icons = new Set([...document.querySelectorAll('[data-testid=stIconMaterial]')].map(e => e.textContent))
  return [...roots.flatMap(root => root.innerText.split('\\n')), ...labels].filter(line => line && !icons.has(line.trim()))
}"""
CUT = """() => [...document.querySelectorAll('button, button *, label, label *, [role=radio], summary, summary *')]
  .filter(e => e.textContent.trim() && e.checkVisibility() && e.clientWidth && e.scrollWidth > e.clientWidth + 1).map(e => e.textContent)"""


def english(lines: list[str]) -> list[str]:
    """The lines in which English words stand: every word of ours has at least one letter with an accent."""
    left = []
    for line in lines:
        text = re.sub(r"https?://\S+|/open#\S+|[\w-]+\.(pdf|csv|html|png|svg|ics)", "", line)
        for known in (*NOT_OURS, *WRITTEN):
            text = text.replace(known, "")
        if re.search(r"(?<!\w)[A-Za-z]{2,}[0-9]*(?!\w)", text):
            left.append(line)
    return sorted(set(left))


def wrong(page: Page) -> dict[str, object]:
    """What is English on this screen, what is cut, and how far it scrolls sideways; empty for a good one."""
    walk.settled(page)
    found = {"english": english(page.evaluate(SAID)), "cut": page.evaluate(CUT), "beyond": [px for px in beyond(page) if px]}
    return {name: what for name, what in found.items() if what}


def on_phone(visit: Visits, key: str | None = None) -> Page:
    return visit.page(key, viewport=PHONE, locale=TAG)


def at(page: Page, address: str, title: str) -> Page:
    page.goto(address)
    expect(walk.title(page).filter(has_text=title)).to_be_visible()
    walk.settled(page)
    return page


def test_the_whole_journey_has_no_english_and_nothing_is_cut(visit: Visits, abroad: Abroad) -> None:
    words, rules, page = abroad.words, abroad.rules, on_phone(visit)
    at(page, "/", words.welcome.title)
    walk.unfold(page)
    expect(page.locator("input[type=file]")).to_be_visible()
    found = {"welcome": wrong(page)}
    page.get_by_role("checkbox", name=rules.consent.boxes[0].label).press("Space")
    walk.press(page, words.welcome.start)
    for step in Step:
        expect(page).to_have_url(f"{walk.origin(page)}/{step}")
        expect(walk.title(page).filter(has_text=getattr(words, step.replace("-", "_")).title)).to_be_visible()
        found[step] = wrong(page)
        if step is not Step.REFLECT:
            walk.press(page, words.step.go_on)
    walk.press(page, words.reflect.finish)
    keep = page.get_by_role("button", name=abroad.keep)
    expect(keep.or_(page.get_by_role("heading", name=words.keeping.title))).to_be_visible()
    if keep.is_visible():
        found["in a hurry"] = wrong(page)
        keep.click()
    expect(page.get_by_role("heading", name=words.keeping.title)).to_be_visible()
    found["profile without a score"] = wrong(page)

    bad = {screen: what for screen, what in found.items() if what}
    assert not bad, json.dumps(bad, ensure_ascii=False)
    assert page.locator("html").get_attribute("lang") == TAG


def test_a_full_profile_and_its_files_have_no_english(visit: Visits, abroad: Abroad, tmp_path: Path) -> None:
    words, page = abroad.words, on_phone(visit, abroad.key)
    page.goto("/profile")
    expect(page.get_by_role("heading", name=words.keeping.title)).to_be_visible()
    walk.unfold(page)
    found = {"profile": wrong(page)}
    for screen in ("journal", "privacy", "method"):
        title = {"journal": words.journal.title, "privacy": "", "method": abroad.method.title}[screen]
        found[screen] = wrong(at(page, f"/{screen}", title))
    page.goto("/profile")
    expect(page.get_by_role("heading", name=words.keeping.title)).to_be_visible()
    pdf, table = tmp_path / "report.pdf", tmp_path / "table.csv"
    save(page, words.taking.pdf, pdf)
    save(page, words.taking.table, table)

    bad = {screen: what for screen, what in found.items() if what}
    assert not bad, json.dumps(bad, ensure_ascii=False)
    assert english(printed(pdf)) == []
    assert english([line.split(",")[5] for line in table.read_text(encoding="utf-8-sig").splitlines()[1:] if line.count(",") > 5]) == []


def tick_every_part(page: Page, abroad: Abroad) -> None:
    # The title is drawn before the boxes, and a box that is not there yet would be passed over; the button is drawn after them.
    expect(page.get_by_role("button", name=abroad.words.sharing.preview, exact=True)).to_be_visible()
    for section in abroad.words.sharing.sections.values():
        box = page.get_by_role("checkbox", name=section, exact=True)
        if box.count() and box.is_enabled():
            box.press("Space")
            expect(box).to_be_checked()
            walk.settled(page)


def test_a_share_has_no_english_for_its_owner_or_its_reader(visit: Visits, abroad: Abroad) -> None:
    words, page = abroad.words.sharing, at(on_phone(visit, abroad.key), "/share", abroad.words.sharing.title)
    found = {"choice": wrong(page)}
    tick_every_part(page, abroad)
    walk.press(page, words.preview)
    expect(page.get_by_role("heading", name=words.preview_title)).to_be_visible()
    found["preview"] = wrong(page)
    walk.press(page, words.make)
    expect(page.get_by_text(words.made)).to_be_visible()
    found["made"] = wrong(page)
    link = walk.link(page)
    reader = on_phone(visit)
    reader.goto(link)
    expect(reader.get_by_role("link", name=abroad.words.shared.take)).to_be_visible()
    found["shared"] = wrong(reader)

    bad = {screen: what for screen, what in found.items() if what}
    assert not bad, json.dumps(bad, ensure_ascii=False)


# What each view is called, and a heading in it.
NAMES = {View.HEADLINE: "headline", View.AREAS: "areas", View.JOB_AND_WEEK: "job_and_week", View.STATEMENTS: "statements"}
HEADINGS = {View.HEADLINE: "means_title", View.AREAS: "levels_title", View.JOB_AND_WEEK: "week_title", View.STATEMENTS: "statements_most"}


def test_a_round_has_no_english_from_the_team_to_its_insights(visit: Visits, abroad: Abroad) -> None:
    words, page = abroad.groups, at(on_phone(visit), "/team", abroad.groups.team.title)
    found = {"team": wrong(page)}
    page.get_by_role("textbox", name=words.team.name).fill("R&D (North)")
    walk.press(page, words.team.create)
    # Three links and the invitation, which holds the join link once more; below them, how to close.
    expect(page.get_by_role("heading", name=words.team.close)).to_be_visible()
    expect(page.locator("code")).to_have_count(4)
    found["made"] = wrong(page)
    links = [text.strip() for text in page.locator("code").all_inner_texts() if text.startswith("http")]
    for name, link, heading in (("manage", links[0], words.team.manage_title), ("join", links[1], words.joining.title)):
        page.goto(link)
        expect(page.get_by_role("heading", name=heading)).to_be_visible()
        found[name] = wrong(page)
    found |= agreeing(page, abroad, *links[:2])
    page.goto(f"/open#{abroad.insights}")
    for view in View:
        page.get_by_role("radio", name=getattr(words.insights, NAMES[view])).check(force=True)
        expect(page.get_by_role("heading", name=getattr(words.insights, HEADINGS[view]))).to_be_visible()
        walk.unfold(page)
        found[f"insights {view}"] = wrong(page)

    bad = {screen: what for screen, what in found.items() if what}
    assert not bad, json.dumps(bad, ensure_ascii=False)


def agreeing(page: Page, abroad: Abroad, manage_link: str, join_link: str) -> dict[str, dict[str, object]]:
    """What is wrong once the round is closed, with what is agreed on then, and with the round that asks about it."""
    words, agreements = abroad.groups, abroad.agreements
    page.goto(manage_link)
    walk.press(page, words.team.close)
    walk.press(page, words.team.close_yes)
    expect(page.get_by_role("heading", name=words.team.open_title)).to_be_visible()
    found = {"closed": wrong(page)}
    walk.press(page, agreements.desk.add)
    expect(page.get_by_text(agreements.desk.added)).to_be_visible()
    found["agreed"] = wrong(page)
    walk.press(page, words.team.open)
    expect(page.get_by_text(agreements.desk.asked)).to_be_visible()
    found["asking"] = wrong(page)
    page.goto(join_link)
    expect(page.get_by_role("heading", name=agreements.joining.title)).to_be_visible()
    found["asked"] = wrong(page)
    return found


def test_whoever_chooses_another_language_keeps_it(visit: Visits, abroad: Abroad) -> None:
    page = at(on_phone(visit), "/", abroad.words.welcome.title)
    languages = page.get_by_role("combobox", name=abroad.words.frame.language)
    languages.click()
    languages.press("ArrowDown")
    page.get_by_role("option", name="English").click()
    expect(walk.title(page).filter(has_text="Where are you with your work?")).to_be_visible()
    at(page, "/privacy", "What we hold about you")

    assert page.locator("html").get_attribute("lang") == "en"
    assert "the language that you chose here" in page.get_by_test_id("stMain").inner_text()


def save(page: Page, button: str, file: Path) -> None:
    with page.expect_download() as download:
        walk.press(page, button)
    download.value.save_as(file)


def printed(pdf: Path) -> list[str]:
    """The lines of a PDF as a stranger reads them."""
    return subprocess.run(["pdftotext", "-layout", str(pdf), "-"], capture_output=True, text=True, check=True).stdout.splitlines()
