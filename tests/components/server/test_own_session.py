from starlette.types import Receive, Scope, Send

from components.server.own_session import OwnSessionMiddleware
from components.session import resources
from data.keys import fingerprint, new_key
from tests.components.server.asgi import knock


def reached(protocols: str, key: str = "") -> str:
    """The subprotocols that a handshake reaches Streamlit with."""
    told: list[str] = []

    async def streamlit(scope: Scope, _: Receive, send: Send) -> None:
        told.extend(value.decode() for name, value in scope["headers"] if name == b"sec-websocket-protocol")
        await send({"type": "websocket.close"})

    cookie = {"Cookie": f"rk_own={key}"} if key else {}
    knock(OwnSessionMiddleware(streamlit), headers={"Sec-WebSocket-Protocol": protocols} | cookie)
    return " | ".join(told)


def test_a_browser_goes_on_with_its_own_session_and_no_other_does() -> None:
    owner, other = new_key(), new_key()
    resources.session_owners().note("hers", fingerprint(owner))

    assert reached("streamlit, xsrf, hers", owner) == "streamlit, xsrf, hers"
    assert reached("streamlit, xsrf, hers", other) == "streamlit, xsrf"
    assert reached("streamlit, xsrf, hers") == "streamlit, xsrf"


def test_a_handshake_without_a_session_stays_as_it_is() -> None:
    assert reached("streamlit, xsrf", new_key()) == "streamlit, xsrf"
    assert reached("streamlit") == "streamlit"
