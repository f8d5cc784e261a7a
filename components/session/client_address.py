"""Where a request comes from, for the limits only; never stored or logged."""

import re
from collections.abc import Mapping
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address

import streamlit as st
from starlette.requests import HTTPConnection

from data.settings import settings

# Whoever comes without an address that can be read shares one limit.
NOWHERE = "unknown"
# What one customer of a provider gets, and can choose any address in (RFC 6177): their limit is that of the network.
_ONE_CUSTOMER = 64
# Some proxies write down the port as well; around an IPv6 address it needs brackets.
_WITH_PORT = re.compile(r"\[(?P<v6>[^\]]*)\](?::\d*)?|(?P<v4>[0-9.]+):\d*")


def of_visit() -> str:
    return _seen(st.context.headers, st.context.ip_address)


def of_connection(connection: HTTPConnection) -> str:
    """Where a request or a WebSocket comes from."""
    return _seen(connection.headers, connection.client.host if connection.client else None)


def normalised(told: str) -> str:
    """One spelling for an address: without port and zone, IPv4 inside IPv6 as IPv4, IPv6 as its network of 64 bits."""
    written = told.strip()
    found = _WITH_PORT.fullmatch(written)
    address = _read((found["v6"] or found["v4"] or "") if found else written)
    if isinstance(address, IPv6Address):
        address = address.ipv4_mapped or IPv6Network((int(address), _ONE_CUSTOMER), strict=False).network_address
    return str(address) if address else NOWHERE


def _read(written: str) -> IPv4Address | IPv6Address | None:
    try:
        return ip_address(written.partition("%")[0])
    except ValueError:
        return None


def _seen(headers: Mapping[str, str], peer: str | None) -> str:
    """The forwarded address counts only where the operator says that a proxy of theirs sets it."""
    chain = headers.get("X-Forwarded-For", "").split(",")
    seen = normalised(peer) if peer else NOWHERE
    if settings().trusted_proxy:
        # The proxy appends the address that it saw itself; anything before it is the client's own claim.
        return normalised(chain[-1]) if chain[-1].strip() else seen
    # uvicorn believes the header of whoever comes from this machine, and tells the claim as the peer. We do not.
    return NOWHERE if seen in map(normalised, chain) else seen
