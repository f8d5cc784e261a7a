"""Where a request comes from, for the limits, and for telling apart who waits among everyone; never stored or logged as it is."""

import re
from collections.abc import Sequence
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address, ip_network

import streamlit as st
from starlette.requests import HTTPConnection

from data.settings import settings

# Whoever comes without an address that can be read shares one limit.
NOWHERE = "unknown"
# What one customer of a provider gets, and can choose any address in (RFC 6177): their limit is that of the network.
_ONE_CUSTOMER = 64
# What one office or one street shares at most, told apart from the next (docs/anonymity.md 2.3).
_OF_FOUR, _OF_SIX = 24, 48
# Some proxies quote an address, name it, or add the size of its network; some add the port, which needs brackets around an IPv6 one.
_AROUND = re.compile(r'(?i:for=)?"?(?P<address>[^"/]*)"?(?:/\d+)?')
# Addresses of IPv4 as networks of IPv6 alone write them (RFC 6052).
_TRANSLATED = IPv6Network("64:ff9b::/96")
_WITH_PORT = re.compile(r"\[(?P<v6>[^\]]*)\](?::\d*)?|(?P<v4>[0-9.]+):\d*")


def of_visit() -> str:
    return _seen(st.context.headers.get_all("X-Forwarded-For"), st.context.ip_address)


def network_of_visit() -> str:
    """The network of a provider or of an office that a visit comes from; empty where it is none of the public internet."""
    address = _read(of_visit())
    if address is None or not address.is_global:
        return ""
    return str(ip_network((int(address), _OF_FOUR if isinstance(address, IPv4Address) else _OF_SIX), strict=False))


def of_connection(connection: HTTPConnection) -> str:
    """Where a request or a WebSocket comes from."""
    return _seen(connection.headers.getlist("X-Forwarded-For"), connection.client.host if connection.client else None)


def normalised(told: str) -> str:
    """One spelling for an address: without port and zone, IPv4 inside IPv6 as IPv4, IPv6 as its network of 64 bits."""
    around = _AROUND.fullmatch(told.strip())
    written = around["address"].strip() if around else ""
    found = _WITH_PORT.fullmatch(written)
    address = _read((found["v6"] or found["v4"] or "") if found else written)
    if isinstance(address, IPv6Address):
        address = _inside(address) or IPv6Network((int(address), _ONE_CUSTOMER), strict=False).network_address
    return str(address) if address else NOWHERE


def _inside(address: IPv6Address) -> IPv4Address | None:
    """The address of IPv4 that one of IPv6 stands for: it is the same customer's."""
    if address in _TRANSLATED:
        return IPv4Address(int(address) & 0xFFFFFFFF)
    return address.ipv4_mapped or address.sixtofour


def _read(written: str) -> IPv4Address | IPv6Address | None:
    try:
        return ip_address(written.partition("%")[0])
    except ValueError:
        return None


def _seen(forwarded: Sequence[str], peer: str | None) -> str:
    """The forwarded address counts only where the operator says that a proxy of theirs sets it."""
    # A proxy may add a line of its own below the one that it was sent, instead of going on in it.
    chain = ",".join(forwarded).split(",")
    seen = normalised(peer) if peer else NOWHERE
    if settings().trusted_proxy:
        # The proxy appends the address that it saw itself; anything before it is the client's own claim.
        return normalised(chain[-1]) if chain[-1].strip() else seen
    # uvicorn believes the header of whoever comes from this machine, and tells the claim as the peer. We do not.
    return NOWHERE if seen in map(normalised, chain) else seen
