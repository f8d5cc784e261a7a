"""One browser's line to a running Streamlit server: its cookies, its socket, what it has cached, and every byte that came and went.

Speaks the messages of Streamlit 1.67 (BackMsg, ForwardMsg) with `websockets`, which Streamlit itself depends on."""

from collections.abc import Mapping
from contextlib import ExitStack
from http.cookiejar import Cookie, CookieJar
from urllib.parse import urlsplit
from urllib.request import HTTPCookieProcessor, ProxyHandler, Request, build_opener

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.sync.client import ClientConnection, connect
from websockets.typing import Origin, Subprotocol

# Far beyond any run on a busy machine: reaching it means that the server is stuck or gone.
PATIENCE_SECONDS = 60.0


class Cache:
    """Large elements as a browser keeps them, so that the server may send a hash in their place."""

    def __init__(self) -> None:
        self._kept: dict[str, tuple[ForwardMsg, int]] = {}
        self._finished = 0

    @property
    def hashes(self) -> list[str]:
        """What the next request tells the server not to send again."""
        return list(self._kept)

    def resolve(self, message: ForwardMsg) -> ForwardMsg:
        """The message itself, or the kept one that it refers to, placed where the reference says."""
        if message.WhichOneof("type") == "ref_hash":
            kept, _ = self._kept[message.ref_hash]
            self._kept[message.ref_hash] = (kept, self._finished)
            whole = ForwardMsg()
            whole.CopyFrom(kept)
            whole.metadata.CopyFrom(message.metadata)
            return whole
        if message.metadata.cacheable:
            self._kept[message.hash] = (message, self._finished)
        return message

    def run_finished(self, most_age: int) -> None:
        """Forget what no run has used lately; `most_age` is what the server's new_session message asks for."""
        self._finished += 1
        self._kept = {name: entry for name, entry in self._kept.items() if self._finished - entry[1] <= most_age}


class Wire:
    """The line. `bytes_in` and `bytes_out` count payloads of the socket only; `heard` and `said` keep them when `keep` is set.

    Raises what `websockets` raises when the server is gone, and TimeoutError when it says nothing for a minute."""

    def __init__(self, url: str, *, keep: bool = False, headers: Mapping[str, str] | None = None) -> None:
        self.url = url.rstrip("/")
        self.cookies = CookieJar()
        self.cache = Cache()
        self.bytes_in = self.bytes_out = 0
        self.heard: list[bytes] = []
        self.said: list[bytes] = []
        self._keep = keep
        self._headers = dict(headers or {})
        # Never by way of a proxy: everything measured here is on this machine.
        self._opener = build_opener(ProxyHandler({}), HTTPCookieProcessor(self.cookies))
        self._socket: ClientConnection | None = None
        self._open = ExitStack()

    def fetch(self, path: str = "/", *, accept: str = "*/*") -> bytes:
        """GET a path as this browser; cookies are sent and kept."""
        request = Request(self.url + path, headers={"Accept": accept} | self._headers)
        with self._opener.open(request, timeout=PATIENCE_SECONDS) as response:
            body: bytes = response.read()
        return body

    def connect(self, session: str = "") -> None:
        """Open the socket with the headers of a browser; `session` resumes one whose connection dropped."""
        self.close()
        offered = ["streamlit", self.cookie("_streamlit_xsrf") or "PLACEHOLDER_AUTH_TOKEN", session]
        handshake = connect(
            f"ws://{urlsplit(self.url).netloc}/_stcore/stream",
            origin=Origin(self.url),
            subprotocols=[Subprotocol(word) for word in offered if word],
            additional_headers=self._handshake_headers(),
            proxy=None,
            # A browser takes whatever comes.
            max_size=None,
            open_timeout=PATIENCE_SECONDS,
            # A ping would only add noise to what is measured.
            ping_interval=None,
        )
        self._socket = self._open.enter_context(handshake)

    def cookie(self, name: str) -> str | None:
        """The value of a cookie that this browser holds, HttpOnly ones too."""
        return next((cookie.value for cookie in self.cookies if cookie.name == name), None)

    def keep_cookie(self, name: str, value: str) -> None:
        """As if this browser had got it on an earlier visit."""
        cookie = Cookie(
            version=0,
            name=name,
            value=value,
            port=None,
            port_specified=False,
            domain=urlsplit(self.url).hostname or "",
            domain_specified=False,
            domain_initial_dot=False,
            path="/",
            path_specified=True,
            secure=False,
            expires=None,
            discard=True,
            comment=None,
            comment_url=None,
            rest={},
        )
        self.cookies.set_cookie(cookie)

    def say(self, message: BackMsg) -> None:
        payload = message.SerializeToString()
        self.bytes_out += len(payload)
        if self._keep:
            self.said.append(payload)
        self._open_socket().send(payload)

    def hear(self, seconds: float = PATIENCE_SECONDS) -> ForwardMsg:
        """The server's next message, with a reference to a cached one already put right."""
        payload = self._open_socket().recv(timeout=seconds, decode=False)
        self.bytes_in += len(payload)
        if self._keep:
            self.heard.append(payload)
        return self.cache.resolve(ForwardMsg.FromString(payload))

    def close(self) -> None:
        self._socket = None
        self._open.close()

    def _handshake_headers(self) -> dict[str, str]:
        request = Request(self.url)
        self.cookies.add_cookie_header(request)
        cookies = "; ".join(filter(None, (self._headers.get("Cookie"), request.get_header("Cookie"))))
        return self._headers | ({"Cookie": cookies} if cookies else {})

    def _open_socket(self) -> ClientConnection:
        if self._socket is None:
            raise ConnectionError("This visitor has no open connection: open a page or reconnect first.")
        return self._socket
