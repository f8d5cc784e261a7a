"""The network to the database swallows everything while people are there: one calm sentence, and it goes on by itself."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from pathlib import Path

import pytest

from bench.visitor import Visitor
from data.database_address import PostgresAddress
from data.storage.store import Store
from tests.browser.visitor.tunnel import Tunnel
from tests.server.forks import ForkedServer, Forks
from tests.server.served import people
from tests.server.served.test_gone import WORDS, held
from tests.server.somebody import until, visit
from tests.server.test_while_running import STARTED, answer, quiet, saved_answer, status

# More than there are connections to the database.
CROWD = 12


@pytest.fixture
def store(address: PostgresAddress, tmp_path: Path) -> Iterator[Store]:
    with people.opened(address, tmp_path) as store:
        yield store


@pytest.fixture
def way(address: PostgresAddress) -> Iterator[tuple[PostgresAddress, Tunnel]]:
    with people.behind_a_tunnel(address) as (far, way):
        yield far, way


@pytest.fixture
def server(forks: Forks, way: tuple[PostgresAddress, Tunnel], tmp_path: Path) -> Iterator[ForkedServer]:
    with people.server_on(forks, tmp_path, way[0]) as server:
        yield server


def test_a_crowd_that_saves_meanwhile_reads_one_sentence_and_goes_on_with_the_same_pages(
    server: ForkedServer, way: tuple[PostgresAddress, Tunnel], store: Store
) -> None:
    """Seen to fail: the pages of the first eight waited for ever, and those of everybody after them."""
    keys = [people.moved_in(store, STARTED) for _ in range(CROWD)]
    with ExitStack() as stack, ThreadPoolExecutor(CROWD) as at_once:
        crowd = [stack.enter_context(visit(server, key, "/drive")) for key in keys]

        def pressed(visitor: Visitor) -> str:
            answer(visitor, 4)
            return visitor.screen.words()

        way[1].fall_silent()
        said = list(at_once.map(pressed, crowd))
        until(lambda: status(server, "/readyz") == 503)
        lives, before = status(server, "/healthz"), [held(store, key).draft for key in keys]
        way[1].mend()
        until(lambda: status(server, "/readyz") == 200)
        for visitor in crowd:
            visitor.press("continue_drive")
        went_on = {visitor.screen.find("continue_path").kind for visitor in crowd}

    assert [words.count(WORDS.database_unreachable) for words in said] == [1] * CROWD
    assert lives == 200
    assert all(draft == STARTED.draft for draft in before)
    assert went_on == {"button"}
    assert [saved_answer(server, key) for key in keys] == [4] * CROWD
    assert quiet(server, *keys)


def test_a_stop_meanwhile_waits_for_nobody_who_does_not_answer(
    server: ForkedServer, way: tuple[PostgresAddress, Tunnel], store: Store
) -> None:
    """Seen to fail: it waited for an answer."""
    key = people.moved_in(store, STARTED)
    with visit(server, key, "/drive"), visit(server, key, "/drive") as visitor:
        way[1].fall_silent()
        answer(visitor, 4)
    server.stop()

    assert quiet(server, key)
