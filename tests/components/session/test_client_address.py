import pytest
import streamlit as st
from starlette.requests import HTTPConnection
from streamlit.runtime.context import StreamlitHeaders

from components.session import client_address
from data.settings import settings
from tests.components.server.asgi import CLIENT
from tests.pages.conftest import Request


@pytest.fixture
def behind_a_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("REKINDLE_TRUSTED_PROXY", "true")
    settings.cache_clear()


def connection(**headers: str) -> HTTPConnection:
    raw = [(name.replace("_", "-").encode(), value.encode()) for name, value in headers.items()]
    return HTTPConnection({"type": "http", "headers": raw, "client": CLIENT})


def visited(monkeypatch: pytest.MonkeyPatch, forwarded: str) -> str:
    monkeypatch.setattr(st, "context", Request(headers=StreamlitHeaders([("X-Forwarded-For", forwarded)]), ip_address=CLIENT[0]))
    return client_address.of_visit()


def test_without_a_proxy_the_forwarded_address_is_not_believed(monkeypatch: pytest.MonkeyPatch) -> None:
    assert client_address.of_connection(connection(x_forwarded_for="198.51.100.1")) == CLIENT[0]
    assert visited(monkeypatch, "198.51.100.1") == CLIENT[0]


@pytest.mark.parametrize(
    ("forwarded", "address"),
    [
        ("10.0.0.1, 203.0.113.9 , 198.51.100.1 ", "198.51.100.1"),
        ("198.51.100.1", "198.51.100.1"),
        ("", CLIENT[0]),
        ("10.0.0.1, ", CLIENT[0]),
    ],
)
def test_of_a_chain_of_addresses_only_what_our_proxy_saw_counts(
    behind_a_proxy: None, monkeypatch: pytest.MonkeyPatch, forwarded: str, address: str
) -> None:
    assert client_address.of_connection(connection(x_forwarded_for=forwarded)) == address
    assert visited(monkeypatch, forwarded) == address


def test_a_line_that_our_proxy_adds_below_the_one_it_was_sent_is_the_one_that_counts(behind_a_proxy: None) -> None:
    """Red where the first line of that name was read, which is the claim of whoever comes."""
    lines = [(b"x-forwarded-for", b"198.51.100.1"), (b"x-forwarded-for", b"203.0.113.9")]

    assert client_address.of_connection(HTTPConnection({"type": "http", "headers": lines, "client": CLIENT})) == "203.0.113.9"


def test_a_connection_without_an_address_is_counted_as_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(st, "context", Request())

    assert client_address.of_connection(HTTPConnection({"type": "http", "headers": [], "client": None})) == client_address.NOWHERE
    assert client_address.of_visit() == client_address.NOWHERE


ONE_PLACE = {
    "203.0.113.9": [
        "203.0.113.9", " 203.0.113.9 ", "203.0.113.9:51234", "203.0.113.9:", "::ffff:203.0.113.9", "[::ffff:203.0.113.9]:443",
        "[203.0.113.9]:80", "203.0.113.9:0", '"203.0.113.9"', '"203.0.113.9:4711"', "for=203.0.113.9", "203.0.113.9/32",
        "203.0.113.9%eth0", "::ffff:cb00:7109", "64:ff9b::203.0.113.9", "2002:cb00:7109::1", "[::ffff:203.0.113.9%1]",
        "203.0.113.9\t",
    ],
    "2001:db8:1:2::": [
        "2001:db8:1:2::1", "[2001:db8:1:2::1]:443", "[2001:DB8:1:2:ffff::9]", "2001:db8:1:2:a:b:c:d%eth0",
        '"[2001:db8:1:2::1]:443"', 'For="[2001:db8:1:2::1]"', "2001:db8:1:2::1/64", "2001:0DB8:0001:0002::1",
        "[2001:db8:1:2::1%25eth0]:443",
    ],
    client_address.NOWHERE: [
        "", "nobody", "_hidden", "203.0.113", "203.0.113.999", "[", "[]:1", "1:2:3", "\x00", "-", "unix:", "unknown", "localhost",
        "0xcb.0.113.9", "203.000.113.009", '"', "for=", "/24", "203.0.113.9 203.0.113.10",
    ],
}  # fmt: skip


@pytest.mark.parametrize(("place", "told"), [(place, told) for place, ways in ONE_PLACE.items() for told in ways])
def test_one_customer_has_one_address_however_a_proxy_writes_it(place: str, told: str) -> None:
    assert client_address.normalised(told) == place


def test_networks_of_two_customers_are_told_apart() -> None:
    assert client_address.normalised("2001:db8:1:2::1") != client_address.normalised("2001:db8:1:3::1")


@pytest.mark.parametrize("claim", ["198.51.100.1", "198.51.100.1:4711", "2001:db8::1", "10.0.0.1, 198.51.100.1"])
def test_what_the_server_software_believed_of_a_header_is_not_believed_by_us(monkeypatch: pytest.MonkeyPatch, claim: str) -> None:
    """uvicorn puts the claim of whoever comes from this machine in the place of the peer."""
    host = claim.rpartition(", ")[2].removesuffix(":4711")
    headers = [(b"x-forwarded-for", claim.encode())]

    assert client_address.of_connection(HTTPConnection({"type": "http", "headers": headers, "client": (host, 0)})) == client_address.NOWHERE
    monkeypatch.setattr(st, "context", Request(headers=StreamlitHeaders([("X-Forwarded-For", claim)]), ip_address=host))
    assert client_address.of_visit() == client_address.NOWHERE
