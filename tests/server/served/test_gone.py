"""The server of the database goes while people are there: one calm sentence, what was typed stays, and it goes on when it is back."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from data.content.language import ENGLISH
from data.database_address import PostgresAddress
from data.instrument.answers import Step
from data.record import record_store
from data.record.record import Record
from data.storage.store import Store
from data.wording import error_words
from tests.browser.visitor.tunnel import Tunnel
from tests.server.forks import ForkedServer, Forks
from tests.server.served import people
from tests.server.somebody import KEPT_UNTIL, until, visit
from tests.server.test_while_running import FINISHED, STARTED, answer, quiet, saved_answer, status

WORDS = error_words.load(ENGLISH).rules
TYPED = "The sound of a hive in spring"


@pytest.fixture
def store(address: PostgresAddress, tmp_path: Path) -> Iterator[Store]:
    with people.opened(address, tmp_path) as store:
        yield store


@pytest.fixture
def served(forks: Forks, address: PostgresAddress, tmp_path: Path) -> Iterator[tuple[ForkedServer, Tunnel]]:
    """A server, and its way to the database."""
    with people.behind_a_tunnel(address) as (far, way), people.server_on(forks, tmp_path, far) as server:
        yield server, way


def held(store: Store, key: str) -> Record:
    found = record_store.read(store, key, keep_until=KEPT_UNTIL)
    assert found
    return found


def test_whoever_saves_meanwhile_reads_one_sentence_and_goes_on_with_the_same_page(
    served: tuple[ForkedServer, Tunnel], store: Store
) -> None:
    """Seen to fail: with the screen drawn from the database alone, on which nothing but its title was left."""
    server, way = served
    key = people.moved_in(store, STARTED)
    with visit(server, key, "/drive") as visitor:
        answer(visitor, 1)
        visitor.press("back_path")
        way.cut()
        answer(visitor, 4)
        said, there = visitor.screen.words(), visitor.screen.find("continue_drive").kind
        visitor.press("continue_drive")
        again = visitor.screen.words()
        until(lambda: status(server, "/readyz") == 503)
        lives, before = status(server, "/healthz"), held(store, key)
        way.mend()
        visitor.press("continue_drive")
        went_on = visitor.screen.find("continue_path").kind

    assert (said.count(WORDS.database_unreachable), again.count(WORDS.database_unreachable)) == (1, 1)
    assert (there, went_on, lives) == ("button", "button", 200)
    assert before.draft and before.draft.answers.statements["spark_dull"] == 1
    assert saved_answer(server, key) == 4
    until(lambda: status(server, "/readyz") == 200)
    assert quiet(server, key)
    assert f"Nothing can be saved just now: {WORDS.database_unreachable}" in server.log


def test_words_that_were_typed_when_it_went_are_saved_when_it_is_back(served: tuple[ForkedServer, Tunnel], store: Store) -> None:
    server, way = served
    key = people.moved_in(store, STARTED)
    with visit(server, key, f"/{Step.REFLECT}") as visitor:
        name = next(widget.key for widget in visitor.screen.widgets() if widget.kind == "text_area")
        visitor.fill(name, TYPED)
        way.cut()
        visitor.press("back_reflect")
        way.mend()
        visitor.press("back_reflect")
    after = held(store, key)

    assert after.draft and TYPED in after.draft.answers.reflections.values()


def test_whoever_only_looks_meanwhile_sees_what_this_tab_read_last_and_the_sentence(
    served: tuple[ForkedServer, Tunnel], store: Store
) -> None:
    server, way = served
    key = people.moved_in(store, FINISHED)
    with visit(server, key, "/journal") as visitor:
        title = visitor.screen.words().splitlines()[0]
        way.cut()
        visitor.go("journal")
        meanwhile = visitor.screen.words()
        visitor.go("profile")
        profile = visitor.screen.words()
        way.mend()
        visitor.go("profile")

    assert title in meanwhile
    assert (meanwhile.count(WORDS.database_unreachable), profile.count(WORDS.database_unreachable)) == (1, 1)
    assert WORDS.database_unreachable not in visitor.screen.words()


def test_whoever_comes_meanwhile_reads_the_sentence_and_where_there_is_help(served: tuple[ForkedServer, Tunnel], store: Store) -> None:
    server, way = served
    key = people.moved_in(store, STARTED)
    way.cut()

    with visit(server, key, "/drive") as visitor:
        said = visitor.screen.words()

    assert said.count(WORDS.database_unreachable) == 1
    assert visitor.screen.exceptions() == []
