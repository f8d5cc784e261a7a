from functools import cache

import pytest
from starlette.responses import PlainTextResponse
from starlette.types import Receive, Scope, Send

from components.server import connection_limit
from components.server.connection_limit import PROBE, ConnectionLimitMiddleware
from components.server.page.loading import SOURCE
from components.session import resources
from components.session.rate_limits import Limit
from data.settings import settings
from tests.components.server.asgi import ask, knock


async def inside(scope: Scope, receive: Receive, send: Send) -> None:
    if scope["type"] == "websocket":
        assert await receive() == {"type": "websocket.connect"}
        await send({"type": "websocket.accept"})
    else:
        await PlainTextResponse("in")(scope, receive, send)


APP = ConnectionLimitMiddleware(inside)


@pytest.fixture
def two_a_minute(monkeypatch: pytest.MonkeyPatch) -> None:
    setting(monkeypatch, "REKINDLE_HANDSHAKES_PER_MINUTE", "2")
    monkeypatch.setattr(connection_limit, "LONGEST_WAIT", 0)


def setting(monkeypatch: pytest.MonkeyPatch, name: str, value: str) -> None:
    monkeypatch.setenv(name, value)
    settings.cache_clear()
    resources.connection_limit.cache_clear()


def test_a_flood_from_one_address_is_told_to_come_back_before_it_opens(two_a_minute: None) -> None:
    answers = [knock(APP) for _ in range(3)]

    assert [answer["type"] for answer in answers] == ["websocket.accept", "websocket.accept", "websocket.close"]
    assert answers[-1]["code"] == 1013


def test_whoever_comes_beyond_the_limit_is_held_and_let_in_by_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(resources, "connection_limit", cache(lambda: Limit(2, 1)))

    answers = [knock(APP) for _ in range(3)]

    assert {answer["type"] for answer in answers} == {"websocket.accept"}


def test_whoever_hangs_up_while_waiting_takes_nobodys_place(monkeypatch: pytest.MonkeyPatch) -> None:
    limit = Limit(1, 1)
    monkeypatch.setattr(resources, "connection_limit", cache(lambda: limit))
    knock(APP)

    answer = knock(APP, hangs_up=True)

    assert answer["type"] == "websocket.close"


def test_asking_whether_live_connections_get_through_takes_no_place(two_a_minute: None) -> None:
    answers = [knock(APP, subprotocols=(PROBE,)) for _ in range(3)]

    assert [(answer["type"], answer["subprotocol"]) for answer in answers] == [("websocket.accept", PROBE)] * 3
    assert knock(APP)["type"] == "websocket.accept"
    assert f"'{PROBE}'" in SOURCE


def test_pages_are_served_to_an_address_whose_connections_are_refused(two_a_minute: None) -> None:
    for _ in range(3):
        knock(APP)

    assert ask(APP, "GET", "/").body == b"in"


def test_nobody_reaches_a_limit_of_their_own_by_claiming_other_addresses(two_a_minute: None) -> None:
    answers = [knock(APP, headers={"X-Forwarded-For": f"198.51.100.{number}"}) for number in range(3)]

    assert answers[-1]["type"] == "websocket.close"


def test_behind_a_proxy_of_ours_everybody_has_a_limit_of_their_own(two_a_minute: None, monkeypatch: pytest.MonkeyPatch) -> None:
    setting(monkeypatch, "REKINDLE_TRUSTED_PROXY", "true")

    answers = [knock(APP, headers={"X-Forwarded-For": f"198.51.100.{number}"}) for number in range(3)]

    assert {answer["type"] for answer in answers} == {"websocket.accept"}
