"""A real server for each file of tests, and real browsers that look at it."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from bench.server import Server
from tests.browser.visitor import people, visits
from tests.browser.visitor.people import Person
from tests.browser.visitor.visits import Visits
from tests.server.forks import ForkedServer, Forks


class House:
    """A server with people who have been here before."""

    def __init__(self, server: Server) -> None:
        self.server = server
        self._keys = people.settle(server.database)

    def key_of(self, person: Person) -> str:
        """The key of somebody nobody else in these tests is."""
        return self._keys[person].pop()


@pytest.fixture(scope="module")
def house(forks: Forks, tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    house = House(ForkedServer(forks, tmp_path_factory.mktemp("served"), way="streamlit"))
    with house.server:
        yield house
    assert "shown as number" not in house.server.log
    assert "Traceback" not in house.server.log


@pytest.fixture
def spare(forks: Forks, tmp_path: Path) -> Iterator[House]:
    """A house of one test's own, for whoever pulls the plug."""
    house = House(ForkedServer(forks, tmp_path, way="streamlit"))
    with house.server:
        yield house


@pytest.fixture
def visit(browser: Browser, house: House) -> Iterator[Visits]:
    with visits.opened(browser, house.server) as opened:
        yield opened


@pytest.fixture
def key_of(house: House) -> Callable[[Person], str]:
    return house.key_of
