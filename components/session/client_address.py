"""Where a request comes from, for the limits only; never stored or logged."""

from collections.abc import Mapping

import streamlit as st
from starlette.requests import HTTPConnection

from data.settings import settings

# Whoever comes without an address shares one limit.
NOWHERE = "unknown"


def of_visit() -> str:
    """Where this visit comes from."""
    return _seen(st.context.headers, st.context.ip_address)


def of_connection(connection: HTTPConnection) -> str:
    """Where a request or a WebSocket comes from."""
    return _seen(connection.headers, connection.client.host if connection.client else None)


def _seen(headers: Mapping[str, str], peer: str | None) -> str:
    """The forwarded address counts only where the operator says that a proxy of theirs sets it."""
    forwarded = headers.get("X-Forwarded-For", "") if settings().trusted_proxy else ""
    # The proxy appends the address that it saw itself; anything before it is the client's own claim.
    return forwarded.rpartition(",")[2].strip() or peer or NOWHERE
