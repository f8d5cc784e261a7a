import pytest
import streamlit as st
from starlette.requests import HTTPConnection

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
    monkeypatch.setattr(st, "context", Request(headers={"X-Forwarded-For": forwarded}, ip_address=CLIENT[0]))
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


def test_a_connection_without_an_address_is_counted_as_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(st, "context", Request())

    assert client_address.of_connection(HTTPConnection({"type": "http", "headers": [], "client": None})) == client_address.NOWHERE
    assert client_address.of_visit() == client_address.NOWHERE


ONE_PLACE = {
    "203.0.113.9": ["203.0.113.9", " 203.0.113.9 ", "203.0.113.9:51234", "203.0.113.9:", "::ffff:203.0.113.9", "[::ffff:203.0.113.9]:443"],
    "2001:db8:1:2::": ["2001:db8:1:2::1", "[2001:db8:1:2::1]:443", "[2001:DB8:1:2:ffff::9]", "2001:db8:1:2:a:b:c:d%eth0"],
    client_address.NOWHERE: ["", "nobody", "_hidden", "203.0.113", "203.0.113.999", "[", "[]:1", "1:2:3", "\x00"],
}


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
    monkeypatch.setattr(st, "context", Request(headers={"X-Forwarded-For": claim}, ip_address=host))
    assert client_address.of_visit() == client_address.NOWHERE
