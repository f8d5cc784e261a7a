"""What a lost secret of the server costs: whoever waits among everyone, until it is back, and nothing else (docs/operating.md).

Seen to fail: with a damaged secret that was read only where somebody waits (the server ran on).
"""

from datetime import UTC, datetime, timedelta
from pathlib import Path

from bench.server import Server
from bench.visitor import Visitor
from data.groups import team_store, waiting_store
from data.groups.team_keys import TeamKeys
from data.record.viewer_link import Section
from data.sharing import viewer_link_store
from data.sharing.shared_profile import copy_of as shared
from data.storage.engines.duckdb_store import DuckDBStore
from data.storage.store import Store
from tests.invented.crowd import Person, counted
from tests.invented.full_record import profile
from tests.invented.waiting import crowd, wait
from tests.server.forks import ForkedServer, Forks
from tests.server.somebody import KEPT_UNTIL, moved_in
from tests.server.test_while_running import SHEET, STARTED, quiet, saved_answer

TODAY = datetime.now(UTC).date()
WAITING, IN_ROUND = 12, 8
LOST = "so %s submissions that wait to be counted cannot be opened. Nothing else is lost."


def filled(store: Store) -> tuple[TeamKeys, str]:
    """People who were counted among everyone, others who wait there, and a round that its day has closed; its keys and a shared link."""
    counted(store, 30, day=TODAY)
    wait(store, crowd(WAITING), day=TODAY)
    team = team_store.create(store, "North", closes_on=TODAY + timedelta(days=1), today=TODAY)
    round_id = team_store.closable_round(store, team.manage).round_id
    wait(store, crowd(IN_ROUND), round_id=round_id, day=TODAY)
    team_store.end_round(store, round_id, TODAY)
    person = Person()
    person.finish(store)
    share = viewer_link_store.create(store, person.key, shared(profile(), [Section.SUMMARY]), label="", today=TODAY, keep_until=KEPT_UNTIL)
    return team, share.key


def readable(server: Server, secret: Path) -> tuple[int, int]:
    """How many wait among everyone, and how many of them open with a secret."""
    store = DuckDBStore(server.database, secret_file=secret)
    found = int(store.read("SELECT count(*) FROM pending WHERE round_id IS NULL")[0][0]), len(waiting_store.open_everyone(store))
    store.close()
    return found


def words(server: Server, cookie: str, page: str) -> str:
    """What somebody reads who has opened a link."""
    with Visitor(server.url, keep=True, headers={"Cookie": cookie}) as visitor:
        visitor.open(page)
        return visitor.screen.words()


def served(forks: Forks, folder: Path, secret: Path) -> ForkedServer:
    """A server that finds its secret there, and begins a log of its own."""
    server = ForkedServer(forks, folder, settings={"REKINDLE_SECRET_FILE": str(secret)})
    server.log_file.unlink(missing_ok=True)
    return server


def test_it_costs_who_waits_among_everyone_until_it_is_back_and_nothing_else(forks: Forks, tmp_path: Path) -> None:
    former, another = tmp_path / "former" / "rekindle.secret", tmp_path / "another" / "rekindle.secret"
    server = served(forks, tmp_path, another)
    (key,) = moved_in(server.database, STARTED)
    store = DuckDBStore(server.database, secret_file=former)
    team, share = filled(store)
    store.close()

    with server:
        draft = saved_answer(server, key)
        insights, viewed = words(server, f"rk_insights={team.insights}", "/insights"), words(server, f"rk_viewer={share}", "/shared")
        lost = server.log
    store = DuckDBStore(server.database, secret_file=another)
    wait(store, crowd(1), day=TODAY)
    in_round = store.read("SELECT sum(people) FROM cohort WHERE round_id IS NOT NULL")
    store.close()
    without = readable(server, another)
    with served(forks, tmp_path, former) as server:
        back = server.log

    assert ("A new secret was made" in lost, LOST % WAITING in lost) == (True, True)
    assert ("A new secret was made" in back, LOST % 1 in back) == (False, True)
    assert draft == SHEET.statements["spark_dull"]
    assert "6 to 9 people took part" in insights and in_round == [(IN_ROUND,)]
    assert profile().pattern.chosen.title in viewed
    assert (without, readable(server, former)) == ((WAITING + 1, 1), (WAITING + 1, WAITING))
    assert quiet(server, key)


def test_a_damaged_one_stops_the_start_and_costs_nothing(forks: Forks, tmp_path: Path) -> None:
    """So that a wrong mount costs nothing."""
    server = served(forks, tmp_path, tmp_path / "secret")
    moved_in(server.database, STARTED)
    (tmp_path / "secret").write_text("a wrong mount")
    before = server.database.read_bytes()

    code = server.refused()

    assert code == 1
    assert "The secret in secret cannot be read or made, or is damaged." in server.log
    assert (server.database.read_bytes(), (tmp_path / "secret").read_text()) == (before, "a wrong mount")
