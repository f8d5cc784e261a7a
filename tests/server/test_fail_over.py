"""A PostgreSQL that is copied all the time, and a visitor who answers while it is lost and its copy takes over."""

from contextlib import closing
from pathlib import Path

from bench.soak.kept import OnPair
from bench.visitor import Visitor
from data.content.language import ENGLISH
from data.database_address import PostgresAddress
from data.instrument.answers import Answer
from data.keys import new_key
from data.record import record_store
from data.storage.engines.opening import open_store
from data.wording.error_words import load as refusals
from tests import postgresql
from tests.invented.records import becoming
from tests.server.forks import ForkedServer, Forks
from tests.server.somebody import KEPT_UNTIL, until, visit
from tests.server.test_while_running import STARTED, quiet, saved_answer, status

UNREACHABLE = refusals(ENGLISH).rules.database_unreachable


def answer(visitor: Visitor, given: Answer) -> None:
    visitor.fill("radio_groups", {"answers": {"spark_dull": given}})
    visitor.press("continue_drive")


def test_when_a_copy_takes_over_people_read_one_sentence_and_go_on_and_nothing_is_lost(forks: Forks, tmp_path: Path) -> None:
    """Seen to fail: with the address of the first server alone."""
    with postgresql.clusters() as another:
        pair, key = OnPair(another), new_key()
        secret = tmp_path / "secret"
        with closing(open_store(PostgresAddress(pair.database), secret_file=secret)) as store:
            record_store.change(store, key, becoming(STARTED), keep_until=KEPT_UNTIL)
        server = ForkedServer(forks, tmp_path, settings={"REKINDLE_DATABASE": pair.database, "REKINDLE_SECRET_FILE": str(secret)})
        with server, visit(server, key, "/drive") as visitor:
            answer(visitor, 1)
            visitor.press("back_path")
            pair.lose()
            answer(visitor, 2)
            said = visitor.screen.words()
            until(lambda: status(server, "/readyz") == 503)
            pair.take_over()
            until(lambda: status(server, "/readyz") == 200)
            kept = saved_answer(server, key)
            # Nothing could be read either, so the sentence stood alone; the browser has what was pressed (radio_groups.js).
            visitor.open("/drive")
            answer(visitor, 3)

            assert UNREACHABLE in said and "Traceback" not in said
            assert kept == 1
            assert saved_answer(server, key) == 3
    assert quiet(server, key)
