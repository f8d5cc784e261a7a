import pytest
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.types import Receive, Scope, Send

from components.server.own_origin import OwnOriginMiddleware
from data.settings import settings
from tests.components.server.asgi import ask, knock


async def inside(scope: Scope, receive: Receive, send: Send) -> None:
    if scope["type"] == "websocket":
        await receive()
        await send({"type": "websocket.accept"})
    else:
        await PlainTextResponse(Request(scope).headers.get("origin", "no origin"))(scope, receive, send)


APP = OwnOriginMiddleware(inside)
PUBLIC = "https://rekindle.example"


@pytest.fixture(autouse=True)
def public(monkeypatch: pytest.MonkeyPatch) -> None:
    serve_as(monkeypatch, PUBLIC)


def serve_as(monkeypatch: pytest.MonkeyPatch, address: str) -> None:
    monkeypatch.setenv("REKINDLE_BASE_URL", address)
    settings.cache_clear()


def opens(origin: str, host: str) -> bool:
    return bool(knock(APP, headers={"Origin": origin, "Host": host})["type"] == "websocket.accept")


@pytest.mark.parametrize(
    ("origin", "host"),
    [
        (PUBLIC, "rekindle.example"),
        # A proxy that asks under a name of its own.
        (PUBLIC, "127.0.0.1:8501"),
        ("http://localhost:8501", "localhost:8501"),
        ("http://192.0.2.4:8501", "192.0.2.4:8501"),
    ],
)
def test_a_page_of_ours_opens_its_live_connection(origin: str, host: str) -> None:
    assert opens(origin, host)


@pytest.mark.parametrize(
    ("origin", "host"),
    [
        ("https://rekindle.example:8444", "rekindle.example"),
        ("http://rekindle.example", "rekindle.example"),
        ("https://other.rekindle.example", "rekindle.example"),
        ("http://localhost:9999", "localhost:8501"),
        ("https://localhost:8501", "localhost:8501"),
        ("http://127.0.0.1:8501", "localhost:8501"),
        ("null", "rekindle.example"),
        ("", "rekindle.example"),
    ],
)
def test_a_page_on_another_port_scheme_or_host_opens_none(origin: str, host: str) -> None:
    assert not opens(origin, host)


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH"])
def test_nothing_is_changed_for_another_page(method: str) -> None:
    refused = ask(APP, method, "/claim", headers={"Origin": "https://rekindle.example:8444", "Host": "rekindle.example"}, body=b"{}")
    done = ask(APP, method, "/claim", headers={"Origin": PUBLIC, "Host": "rekindle.example"}, body=b"{}")

    assert (refused.status, done.status) == (403, 200)


@pytest.mark.parametrize("origin", [PUBLIC, "https://elsewhere.example"])
def test_streamlit_never_hears_where_a_page_stands_and_asks_no_network_about_it(origin: str) -> None:
    answer = ask(APP, "GET", "/_stcore/health", headers={"Origin": origin, "Host": "rekindle.example"})

    assert answer.body == b"no origin"


@pytest.mark.parametrize("method", ["GET", "POST"])
def test_a_program_that_names_no_page_is_answered_as_before(method: str) -> None:
    assert ask(APP, method, "/", headers={"Host": "rekindle.example"}).status == 200


@pytest.mark.parametrize(
    ("address", "origin"),
    [
        ("https://Rekindle.Example:443", "https://rekindle.example"),
        ("http://rekindle.example:80", "http://rekindle.example"),
        ("https://bücher.example", "https://xn--bcher-kva.example"),
        ("http://[::1]:8501", "http://[::1]:8501"),
    ],
)
def test_the_address_may_be_set_as_people_write_it(monkeypatch: pytest.MonkeyPatch, address: str, origin: str) -> None:
    serve_as(monkeypatch, address)

    assert opens(origin, origin.split("//")[1])
    assert not opens(f"{origin}9", origin.split("//")[1])
