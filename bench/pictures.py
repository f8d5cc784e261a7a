"""`python -m bench.pictures` takes the pictures of the README anew, of invented people on a throw-away server."""

import subprocess
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Literal

from PIL import Image
from playwright.sync_api import Browser, Page, sync_playwright

from bench.server import ROOT, Server
from data.instrument.answers import Step
from data.storage.engines.duckdb_store import DuckDBStore
from demo import world
from demo.world import World
from tests.browser.visitor import visits, walk

Scheme = Literal["light", "dark"]
PHONE, SCREEN, SHARE = (390, 844), (1280, 1180), (1000, 760)
# Few enough that a picture stays below 100 kB, and more than the paper look has.
COLOURS = 128
SHEETS, SHEET_HEIGHT, GAP = 3, 567, 8


def main() -> None:
    with TemporaryDirectory() as folder:
        server = Server(ROOT / "app.py", folder=Path(folder), health="/readyz")
        store = DuckDBStore(server.database)
        made = world.build(store, datetime.now(UTC).date())
        store.close()
        with server, sync_playwright() as playwright:
            browser = playwright.chromium.launch(**visits.started_with())
            for name, page in _screens(browser, server.url, made):
                _save(Path(folder) / "taken.png", page, name)
            _report(_profile(browser, server.url, made.fresh, SCREEN), Path(folder))
            browser.close()


def _screens(browser: Browser, url: str, made: World) -> Iterator[tuple[str, Page]]:
    yield "welcome-phone-dark", _begun(browser, url, PHONE, scheme="dark")
    step = _begun(browser, url, PHONE)
    step.get_by_role("checkbox", name="I am 18 or over").press("Space")
    walk.press(step, "Start")
    walk.on(step, "Life stage")
    walk.open_step(step, Step.DRIVE)
    for item in walk.asked(Step.DRIVE)[:3]:
        walk.choice(step, item, 4).check()
    step.evaluate("document.querySelector('[data-testid=stMain]').scrollTo(0, 0)")
    yield "step-phone-light", step
    yield "profile-light", _profile(browser, url, made.fresh, SCREEN)
    yield "profile-phone-dark", _profile(browser, url, made.fresh, PHONE, scheme="dark")
    share = _page(browser, url, SHARE)
    share.goto(f"/open#{made.fresh_shown}")
    walk.charts(share).first.wait_for()
    yield "share-light", share
    team = _page(browser, url, SCREEN)
    team.goto("/team")
    team.get_by_role("textbox").first.fill("Invented harbour")
    team.get_by_test_id("stFormSubmitButton").get_by_role("button").click()
    team.locator("code").first.wait_for()
    yield "team-light", team


def _page(browser: Browser, url: str, size: tuple[int, int], scheme: Scheme = "light") -> Page:
    return browser.new_context(base_url=url, viewport={"width": size[0], "height": size[1]}, color_scheme=scheme).new_page()


def _begun(browser: Browser, url: str, size: tuple[int, int], scheme: Scheme = "light") -> Page:
    page = _page(browser, url, size, scheme)
    page.goto("/")
    page.get_by_role("figure").wait_for()
    return page


def _profile(browser: Browser, url: str, key: str, size: tuple[int, int], scheme: Scheme = "light") -> Page:
    """As its owner sees it, in the browser that they answered in."""
    page = _page(browser, url, size, scheme)
    page.context.add_cookies([{"name": "rk_own", "value": key, "url": url, "httpOnly": True, "sameSite": "Lax"}])
    page.goto("/profile")
    walk.charts(page).first.wait_for()
    return page


def _save(taken: Path, page: Page, name: str) -> None:
    walk.settled(page)
    page.mouse.move(0, 0)
    page.screenshot(path=taken, animations="disabled")
    _written(Image.open(taken), name)


def _report(page: Page, folder: Path) -> None:
    """The first pages of the report side by side."""
    with page.expect_download() as download:
        walk.press(page, "Report as PDF")
    download.value.save_as(folder / "report.pdf")
    subprocess.run(["pdftoppm", "-png", "-r", "50", "-l", str(SHEETS), folder / "report.pdf", folder / "sheet"], check=True)
    sheets = [Image.open(sheet).convert("RGB") for sheet in sorted(folder.glob("sheet*.png"))]
    small = [sheet.resize((SHEET_HEIGHT * sheet.width // sheet.height, SHEET_HEIGHT)) for sheet in sheets]
    beside = Image.new("RGB", (sum(sheet.width + GAP for sheet in small), SHEET_HEIGHT + 2 * GAP), "#d8d2c6")
    for number, sheet in enumerate(small):
        beside.paste(sheet, (number * (sheet.width + GAP) + GAP // 2, GAP))
    _written(beside, "report-pages")


def _written(picture: Image.Image, name: str) -> None:
    picture.convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE).save(ROOT / "docs" / f"{name}.png", optimize=True)


if __name__ == "__main__":
    main()
