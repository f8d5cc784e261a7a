"""Whether the server settings of .streamlit/config.toml hold on a real server, and for every address that people may use."""

import socket
from collections.abc import Iterator
from contextlib import closing
from http.client import HTTPConnection
from pathlib import Path

import pytest
from websockets import CloseCode, ConnectionClosed, Subprotocol
from websockets.sync.client import connect

from bench.server import Server
from components.server import routes
from tests.server.forks import ForkedServer, Forks

PAGE = Path(__file__).parent / "bench" / "probe.py"
# Longer than any answer takes; only a server that hangs gets here.
PATIENCE = 30
READS = {"GET", "HEAD", "OPTIONS"}
# What Streamlit itself would change.
STREAMLITS = [
    ("PUT", "/_stcore/upload_file/any-session/any-file"),
    ("DELETE", "/_stcore/upload_file/any-session/any-file"),
    ("POST", "/_stcore/agent/interact"),
]


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    folder = tmp_path_factory.mktemp("server")
    (folder / "runs").touch()
    with Server(PAGE, folder=folder, settings={"PROBE_RUNS": str(folder / "runs")}) as server:
        yield server


def handshake(server: Server, *, host: str, origin: str = "") -> socket.socket:
    """A connection on which a WebSocket was asked for, as a program of one's own would."""
    connection = socket.create_connection(("127.0.0.1", server.port), PATIENCE)
    lines = [
        "GET /_stcore/stream HTTP/1.1",
        f"Host: {host}",
        *([f"Origin: {origin}"] if origin else []),
        "Upgrade: websocket",
        "Connection: Upgrade",
        "Sec-WebSocket-Version: 13",
        "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==",
        "Sec-WebSocket-Protocol: streamlit",
    ]
    connection.sendall("\r\n".join([*lines, "", ""]).encode())
    return connection


def status(connection: socket.socket) -> int:
    with connection, connection.makefile("rb") as answer:
        return int(answer.readline().split()[1])


@pytest.mark.parametrize("name", ["localhost", "127.0.0.1"])
def test_this_machine_may_connect_by_name_and_by_number(server: Server, name: str) -> None:
    host = f"{name}:{server.port}"

    assert status(handshake(server, host=host, origin=f"http://{host}")) == 101


def test_a_host_that_was_pointed_here_by_somebody_else_is_refused(server: Server) -> None:
    assert status(handshake(server, host="rebind.example")) == 403


@pytest.mark.parametrize("way", ["streamlit", "uvicorn"])
def test_a_host_that_the_environment_allows_may_connect_however_it_was_started(forks: Forks, tmp_path: Path, way: str) -> None:
    allowed = {"STREAMLIT_SERVER_ALLOWED_HOSTS": "127.0.0.1 rekindle.example"}

    with ForkedServer(forks, tmp_path, way=way, settings=allowed) as server:
        assert status(handshake(server, host="rekindle.example")) == 101
        assert status(handshake(server, host="localhost")) == 403


def test_a_page_of_another_site_may_not_connect(server: Server) -> None:
    assert status(handshake(server, host=f"localhost:{server.port}", origin="https://elsewhere.example")) == 403


@pytest.mark.parametrize("way", ["streamlit", "uvicorn"])
def test_a_page_on_another_port_of_this_host_may_not_connect(forks: Forks, tmp_path: Path, way: str) -> None:
    with ForkedServer(forks, tmp_path, way=way) as server:
        host = f"127.0.0.1:{server.port}"

        assert status(handshake(server, host=host, origin=f"http://{host}")) == 101
        assert status(handshake(server, host=host, origin=f"http://127.0.0.1:{server.port + 1}")) == 403


@pytest.mark.parametrize("way", ["streamlit", "uvicorn"])
def test_a_page_on_another_port_of_this_host_changes_nothing_on_any_route(forks: Forks, tmp_path: Path, way: str) -> None:
    """Seen to fail: without the middleware, where most answer as they answer anybody."""
    ours = [(method, route.path) for route in routes.ROUTES for method in sorted(route.methods or {}) if method not in READS]

    with ForkedServer(forks, tmp_path, way=way) as server:
        foreign = f"http://127.0.0.1:{server.port + 1}"
        refused = {place: said(server, *place, foreign) for place in [*ours, *STREAMLITS]}

    assert len(ours) >= 3
    assert refused == dict.fromkeys(refused, (403, b"asked for by another page"))


def said(server: Server, method: str, path: str, origin: str) -> tuple[int, bytes]:
    with closing(HTTPConnection("127.0.0.1", server.port, timeout=PATIENCE)) as connection:
        connection.request(method, path, body=b"{}", headers={"Origin": origin, "X-Rekindle": "1"})
        answer = connection.getresponse()
        return answer.status, answer.read()


def test_a_file_that_does_not_come_from_our_own_page_is_refused(server: Server) -> None:
    connection = HTTPConnection("127.0.0.1", server.port, timeout=PATIENCE)

    connection.request("PUT", "/_stcore/upload_file/any-session/any-file", body=b"0")

    assert connection.getresponse().status == 403
    connection.close()


def test_the_way_in_for_programs_is_closed(server: Server) -> None:
    connection = HTTPConnection("127.0.0.1", server.port, timeout=PATIENCE)

    connection.request("POST", "/_stcore/agent/interact", body=b"{}", headers={"Content-Type": "application/json"})

    assert connection.getresponse().status == 403
    connection.close()


def test_a_frame_far_larger_than_a_page_of_answers_ends_the_connection(server: Server) -> None:
    address = f"ws://localhost:{server.port}/_stcore/stream"

    with connect(address, subprotocols=[Subprotocol("streamlit")], proxy=None) as browser, pytest.raises(ConnectionClosed) as closed:
        browser.send(bytes(3_000_000))
        while True:
            browser.recv(timeout=PATIENCE)

    assert closed.value.rcvd is not None
    assert closed.value.rcvd.code == CloseCode.MESSAGE_TOO_BIG
