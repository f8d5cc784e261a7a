"""Keys that open nothing, however they come: the calm page, no cookie, and no trace of them in the log."""

from collections.abc import Iterator
from http.client import HTTPConnection
from pathlib import Path

import pytest

from bench.server import Server
from bench.visitor import Visitor
from data.content.language import ENGLISH
from data.keys import new_key
from data.wording.screens import load as wording
from tests.server.forks import ForkedServer, Forks

# Longer than any answer takes; only a server that hangs gets here.
PATIENCE = 60


@pytest.fixture(scope="module")
def doors(forks: Forks, tmp_path_factory: pytest.TempPathFactory) -> Iterator[ForkedServer]:
    with ForkedServer(forks, tmp_path_factory.mktemp("doors"), settings={"REKINDLE_WRONG_KEYS_PER_HOUR": "1000"}) as server:
        yield server
    assert not any(word in server.log for word in ("Traceback", "HOSTILE"))


OURS = b"X-Rekindle: claim\r\nContent-Type: application/json\r\n"


def raw(server: Server, head: bytes, body: bytes = b"") -> tuple[int, bytes]:
    """The answer to a request put together by hand: its status, and all of it."""
    connection = HTTPConnection("127.0.0.1", server.port, timeout=PATIENCE)
    connection.connect()
    connection.sock.sendall(head + b"Host: 127.0.0.1\r\nConnection: close\r\n\r\n" + body)
    with connection.sock.makefile("rb") as answer:
        whole = answer.read()
    connection.close()
    return int(whole.split(None, 2)[1]), whole


def posted(server: Server, body: bytes, headers: bytes = OURS) -> tuple[int, bytes]:
    return raw(server, b"POST /claim HTTP/1.1\r\n" + headers + b"Content-Length: %d\r\n" % len(body), body)


HOSTILE = {
    "malformed": (404, b'{"link": "HOSTILE"}', OURS),
    "unknown": (404, b'{"link": "HOSTILEHOSTILEHOSTILEA"}', OURS),
    "control characters": (404, b'{"link": "HOSTILE\\u0000\\u001b[31m\\r\\nSet-Cookie: rk_own=1"}', OURS),
    "turned round": (404, b'{"link": "\\u202eHOSTILE"}', OURS),
    "100 kB": (400, b'{"link": "' + b"HOSTILE" * 15_000 + b'"}', OURS),
    "no JSON": (400, b"HOSTILE", OURS),
    "a thousand brackets": (400, b"[" * 1_000, OURS),
    "another type": (404, b'{"link": "HOSTILE"}', b"X-Rekindle: claim\r\nContent-Type: text/plain\r\n"),
    "no header of ours": (400, b'{"link": "HOSTILE"}', b"Content-Type: application/json\r\n"),
}


@pytest.mark.parametrize("case", HOSTILE)
def test_a_wrong_or_hostile_key_leads_to_the_calm_page_and_sets_no_cookie(doors: ForkedServer, case: str) -> None:
    expected, body, headers = HOSTILE[case]

    code, answer = posted(doors, body, headers)

    assert code == expected
    assert answer.endswith(b'{"go":"/?link=unknown"}')
    assert b"set-cookie" not in answer.lower() and b"HOSTILE" not in answer


@pytest.mark.parametrize("address", [b"/claim", b"/claim?key=AAAAAAAAAAAAAAAAAAAAAA", b"/open?key=AAAAAAAAAAAAAAAAAAAAAA"])
def test_a_get_opens_nothing_and_neither_does_a_key_in_the_address(doors: ForkedServer, address: bytes) -> None:
    _, answer = raw(doors, b"GET " + address + b" HTTP/1.1\r\n" + OURS)

    assert b"rk_opened" not in answer and b'"go"' not in answer


def test_the_calm_page_says_what_happened_and_what_to_do(doors: ForkedServer) -> None:
    with Visitor(doors.url) as visitor:
        visitor.open("/?link=unknown")

        assert wording(ENGLISH).welcome.link_unknown in visitor.screen.words()


def test_whoever_tries_too_many_keys_is_asked_to_wait(forks: Forks, tmp_path: Path) -> None:
    with ForkedServer(forks, tmp_path, settings={"REKINDLE_WRONG_KEYS_PER_HOUR": "3"}) as server:
        answers = [posted(server, b'{"link": "%b"}' % (b"A" * 21 + last)) for last in (b"A", b"Q", b"g", b"w", b"A")]
        with Visitor(server.url) as visitor:
            visitor.open("/?link=wait")

            assert [code for code, _ in answers] == [404, 404, 404, 429, 404]
            assert answers[3][1].endswith(b'{"go":"/?link=wait"}')
            assert wording(ENGLISH).welcome.link_wait in visitor.screen.words()


@pytest.mark.parametrize("way", ["streamlit", "uvicorn"])
def test_a_key_that_came_in_a_path_is_sent_back_behind_the_sign_and_is_in_no_log(forks: Forks, tmp_path: Path, way: str) -> None:
    key = new_key()
    with ForkedServer(forks, tmp_path, way=way) as server:
        answers = [
            raw(server, b"GET /%b%b HTTP/1.1\r\nAccept: text/html\r\n" % (door, key.encode())) for door in (b"open%23", b"Open%2523")
        ]

        assert [code for code, _ in answers] == [303, 303]
        assert all(f"location: /open?link=altered#{key}".encode() in answer for _, answer in answers)
        assert key not in server.log
