"""Two servers on one PostgreSQL, a pooler before it, and a proxy that leads nobody to the same one twice: all go on where they were."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

from data.instrument.answers import Step
from tests.browser.exports.test_report_file import save
from tests.browser.server.test_dead_server import OUTAGE
from tests.browser.sharing.test_sharing import look_first, open_link
from tests.browser.visitor import tunnel, visits, walk
from tests.browser.visitor.heard import Heard
from tests.browser.visitor.people import example
from tests.browser.visitor.tunnel import lose
from tests.browser.visitor.unsticky import Unsticky
from tests.browser.visitor.visits import Visits
from tests.data.storage.engines.pgbouncer import through
from tests.databases import ServedDatabases
from tests.server.forks import ForkedServer, Forks

SHEET = example()
# What a session holds is in its process, and what is asked for by an address of its own only that one has.
KEPT_BY_ONE = ("/media/", "/_stcore/upload_file")


@dataclass
class Replicas:
    """Both servers, and the proxy in front of them."""

    servers: tuple[ForkedServer, ForkedServer]
    proxy: Unsticky


@pytest.fixture
def replicas(forks: Forks, postgres: ServedDatabases, pooler: str, tmp_path: Path) -> Iterator[Replicas]:
    folders = [tmp_path / name for name in ("one", "other")]
    for folder in folders:
        folder.mkdir()
    with postgres.fresh() as address, tunnel.opened(Unsticky()) as proxy:
        shared = {
            "REKINDLE_DATABASE": through(pooler, address).uri,
            "REKINDLE_SECRET_FILE": str(tmp_path / "secret"),
            "REKINDLE_BASE_URL": proxy.url,
        }
        one, other = (ForkedServer(forks, folder, settings=shared) for folder in folders)
        proxy.servers = one.url, other.url
        with one, other:
            yield Replicas((one, other), proxy)


@pytest.fixture
def visit(browser: Browser, replicas: Replicas) -> Iterator[Visits]:
    with visits.opened(browser, replicas.servers[0]) as opened:
        opened.expected.append(OUTAGE)
        yield opened
    assert not any(word in server.log for server in replicas.servers for word in ("Traceback", "shown as number"))


def answered(dimension: str) -> str:
    """How much of it the sheet answers, as the table says it."""
    asked = [item.id for item in walk.RK.items if item.dimension == dimension]
    return f"{sum(SHEET.statements.get(item, 'na') != 'na' for item in asked)} of {len(asked)}"


def test_a_journey_a_share_files_and_starting_from_one_hold_where_nobody_comes_to_the_same_server_twice(
    replicas: Replicas, visit: Visits, tmp_path: Path
) -> None:
    """Seen to fail: with Streamlit's own download button, whose file the other server does not have."""
    proxy, heard = replicas.proxy, Heard()
    page = heard.listen(visit.page(base_url=proxy.url))
    take_it(page, proxy)
    walk.unfold(page)
    rows = walk.rows(page, "Eight dimensions")

    lose(proxy, page)
    save(page, "Report as PDF", tmp_path / "report.pdf")
    lose(proxy, page)
    save(page, "Download everything", tmp_path / "record.json")
    look_first(page, "Dimensions")
    lose(proxy, page)
    walk.press(page, "Make the link")
    link = walk.link(page)
    page.close()
    shared = open_link(heard.listen(visit.page(base_url=proxy.url)), link)
    lose(proxy, shared)
    save(shared, "Report as PDF", tmp_path / "shared.pdf")
    shared.close()
    again = heard.listen(visit.page(base_url=proxy.url))
    start_from(again, tmp_path / "record.json", proxy)

    told = {row["Dimension"]: row["Answered"] for row in rows}
    assert told == {dimension.name: answered(dimension.id) for dimension in walk.RK.dimensions}
    walk.unfold(again)
    assert walk.rows(again, "Eight dimensions") == rows
    assert all((tmp_path / file).read_bytes().startswith(b"%PDF") for file in ("report.pdf", "shared.pdf"))
    assert json.loads((tmp_path / "record.json").read_bytes())["results"]
    assert [address for address in heard.addresses if urlsplit(address).path.startswith(KEPT_BY_ONE)] == []
    assert all(min(went[0], went[1]) > 5 for went in proxy.went.values())


def take_it(page: Page, proxy: Unsticky) -> None:
    """From the first screen to the profile, and at every step to the other server before it is continued."""
    walk.begin(page)
    for step in list(Step)[1:]:
        walk.go_on(page, to=step)
        walk.answer(page, step, SHEET.statements)
        lose(proxy, page)
        walk.on_step(page, step)
    walk.finish(page)


def start_from(page: Page, file: Path, proxy: Unsticky) -> None:
    """Start again from the file in a browser that knows nobody, on the other server than the one that it was chosen on."""
    page.goto("/")
    walk.settled(page)
    walk.fetched(page)
    walk.open_fold(page, "Start again from a file").locator("input[type=file]").set_input_files(file)
    expect(page.get_by_text("The file contains one finished profile and no assessment under way.")).to_be_visible()
    lose(proxy, page)
    walk.press(page, "Use this file")
    walk.on_profile(page)
