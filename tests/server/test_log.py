"""What somebody sends who wants to write into the log of a running server, or to reach another person's session."""

import socket
from collections.abc import Iterator

import pytest
from streamlit.proto.BackMsg_pb2 import BackMsg

from bench.visitor import Visitor
from data.keys import new_key
from tests.server.forks import ForkedServer, Forks
from tests.server.somebody import moved_in, until, visit
from tests.server.test_while_running import status

FORGED = "Erased because their last day had passed: 9999 records"


@pytest.fixture
def server(forks: Forks, tmp_path_factory: pytest.TempPathFactory) -> Iterator[ForkedServer]:
    server = ForkedServer(forks, tmp_path_factory.mktemp("log"), way="streamlit", settings={"REKINDLE_QUIET_SECONDS": "3600"})
    moved_in(server.database)
    with server:
        until(lambda: "The mixing of the day is done" in server.log)
        yield server


def new_lines(server: ForkedServer, before: str) -> list[str]:
    return server.log[len(before) :].splitlines()


def test_a_claim_that_is_hung_up_on_writes_nothing_into_the_log(server: ForkedServer) -> None:
    before = server.log
    for _ in range(5):
        with socket.create_connection(("127.0.0.1", server.port)) as line:
            line.sendall(b"POST /claim HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Rekindle: claim\r\nContent-Length: 100\r\n\r\n{")
    until(lambda: status(server, "/healthz") == 200)
    server.stop()

    assert [line for line in new_lines(server, before) if line and "Stopping" not in line] == []


def test_frames_that_are_forged_write_one_line_each_and_no_line_of_their_own(server: ForkedServer) -> None:
    with Visitor(server.url) as visitor:
        visitor.open("/")
        before = server.log
        forged = BackMsg()
        forged.rerun_script.fragment_id = f"x\n{FORGED}\x1b[2J"
        visitor.wire.say(forged)
        visitor.wire._open_socket().send(b"\xff\xff\xff")
        until(lambda: "Error deserializing" in server.log)
    lines = new_lines(server, before)

    assert len(lines) == 2
    assert not any(line.startswith(FORGED) for line in lines)
    assert "\x1b" not in server.log and "Traceback" not in server.log


def test_a_session_that_somebody_else_names_stays_its_owners(server: ForkedServer) -> None:
    owner, other = new_key(), new_key()
    with visit(server, owner) as theirs:
        theirs.fill("consent_take_part", True)
        session = theirs.screen.session
        with Visitor(server.url, keep=True, headers={"Cookie": f"rk_own={other}"}) as foreign:
            foreign.wire.fetch("/", accept="text/html")
            foreign.wire.connect(session)
            begin = BackMsg()
            begin.rerun_script.SetInParent()
            foreign.wire.say(begin)
            told = foreign.wire.hear()
            while told.WhichOneof("type") != "new_session":
                told = foreign.wire.hear()
            theirs.press("start")
            went_on = "Life stage" in theirs.screen.words()

    assert told.new_session.initialize.session_id != session
    assert went_on
    assert session not in server.log
