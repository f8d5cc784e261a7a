"""One journey over two servers on one PostgreSQL: whoever lands on another one goes on where they were.

Seen to fail: with a database of its own for each server.
"""

from collections.abc import Iterator
from itertools import cycle
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from data.instrument.answers import Step
from tests.browser.visitor import visits, walk
from tests.browser.visitor.people import example
from tests.databases import ServedDatabases
from tests.server.forks import ForkedServer, Forks

SHEET = example()


def answered(dimension: str) -> str:
    """How much of it the sheet answers, as the table says it."""
    asked = [item.id for item in walk.RK.items if item.dimension == dimension]
    return f"{sum(SHEET.statements.get(item, 'na') != 'na' for item in asked)} of {len(asked)}"


@pytest.fixture
def replicas(forks: Forks, postgres: ServedDatabases, tmp_path: Path) -> Iterator[tuple[ForkedServer, ForkedServer]]:
    folders = [tmp_path / name for name in ("one", "other")]
    for folder in folders:
        folder.mkdir()
    with postgres.fresh() as address:
        shared = {"REKINDLE_DATABASE": address.uri, "REKINDLE_SECRET_FILE": str(tmp_path / "secret")}
        one, other = (ForkedServer(forks, folder, settings=shared) for folder in folders)
        with one, other:
            yield one, other


def test_whoever_lands_on_another_server_at_every_step_gets_to_the_same_profile(
    browser: Browser, replicas: tuple[ForkedServer, ForkedServer]
) -> None:
    one, other = replicas
    with visits.opened(browser, one) as visit:
        page = visit.page()
        walk.begin(page)
        for step, server in zip(list(Step)[1:], cycle((other, one))):
            walk.go_on(page, to=step)
            page.goto(f"{server.url}/{step}")
            walk.on_step(page, step)
            walk.answer(page, step, SHEET.statements)
        walk.finish(page)
        read = []
        for server in replicas:
            page.goto(f"{server.url}/profile")
            walk.on_profile(page)
            walk.unfold(page)
            read.append(walk.rows(page, "Eight dimensions"))

    assert read[0] == read[1]
    told = {row["Dimension"]: row["Answered"] for row in read[0]}
    assert told == {dimension.name: answered(dimension.id) for dimension in walk.RK.dimensions}
    assert "Traceback" not in one.log + other.log
