"""The report as a web page, as somebody opens it who was sent the file: by itself, without a network, in any look, by keyboard, printed."""

from pathlib import Path

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Browser, Page, expect

from bench.server import ROOT, Server
from tests.browser.screen.test_axe import GRAVE, LOOKS
from tests.browser.visitor import visits, walk
from tests.components.exports.file_readers import pdf_pages
from tests.invented.full_record import HOSTILE, full
from tests.server.somebody import moved_in

WORDS = "\n".join(words for words in HOSTILE if "\x00" not in words)


@pytest.fixture(scope="module")
def files(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Web page and PDF of a full record whose owner wrote what breaks things and ticked own words, taken from the profile."""
    folder = tmp_path_factory.mktemp("report")
    server = Server(ROOT / "app.py", folder=folder, health="/readyz")
    (key,) = moved_in(server.database, full(words=WORDS).model_copy(update={"shares": ()}))
    with server, visits.opened(browser, server) as visit:
        page = visit.page(key)
        page.goto("/profile")
        walk.on_profile(page)
        page.get_by_role("checkbox", name="Include what I wrote in my own words").press("Space")
        walk.settled(page)
        taken = {name: folder / name for name in ("report.pdf", "report.html")}
        save(page, "Report as PDF", taken["report.pdf"])
        save(page, "Report as a web page", taken["report.html"])
        # A press that comes before the tick has reached the server is answered without own words.
        while "Grandmother" not in taken["report.html"].read_text(encoding="utf-8"):
            save(page, "Report as a web page", taken["report.html"])
    assert "Traceback" not in server.log
    return taken


def save(page: Page, button: str, file: Path) -> None:
    with page.expect_download() as download:
        walk.press(page, button)
    download.value.save_as(file)


def grave(page: Page) -> list[str]:
    """What axe finds serious in any look of a page that is not Streamlit's."""
    page.evaluate(AXE_SCRIPT)
    found = []
    for scheme, width in LOOKS:
        page.emulate_media(color_scheme=scheme)
        page.set_viewport_size({"width": width, "height": 900})
        rules = page.evaluate("axe.run({resultTypes: ['violations']}).then(found => found.violations)")
        found += [f"{scheme} at {width}: {rule['id']} {rule['nodes'][0]['html'][:200]}" for rule in rules if rule["impact"] in GRAVE]
    return found


def test_the_page_of_a_full_record_stands_alone_and_anybody_can_read_it(browser: Browser, files: dict[str, Path], tmp_path: Path) -> None:
    """Seen to fail: with every layer of a chart named as a picture of its own, and with charts that were written down empty."""
    page, asked = browser.new_page(), []
    page.on("request", lambda request: asked.append(request.url))
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text))
    page.goto(files["report.html"].as_uri())

    assert grave(page) == []
    page.set_viewport_size({"width": 390, "height": 900})
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    expect(page.get_by_text("Grandmother 👵🏽 and family").first).to_be_visible()
    assert page.locator("svg").first.get_by_text("Spark").count() == 1
    assert page.locator("img, script, iframe, link, form").count() == 0
    tables = page.get_by_role("region")
    for table in tables.all():
        page.keyboard.press("Tab")
        expect(table).to_be_focused()
    page.pdf(path=tmp_path / "printed.pdf")
    assert len(pdf_pages((tmp_path / "printed.pdf").read_bytes(), tmp_path)) > 2
    assert (asked, complaints) == ([files["report.html"].as_uri()], [])
    page.close()
