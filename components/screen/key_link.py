"""A link that carries a key: as text to copy, and as a picture to scan."""

import io

import segno
import streamlit as st

from data.settings import settings


def address(key: str) -> str:
    """The link: the key stands in the fragment, which no browser sends to any server."""
    return f"{settings().base_url}/open#{key}"


def show(key: str, *, alt: str) -> None:
    """Show the link with a button to copy it, and its QR code."""
    st.code(address(key), language=None, wrap_lines=True)
    st.image(picture(address(key)), alt=alt, width=220)


def picture(text: str) -> bytes:
    """A QR code as PNG, drawn here: no other machine learns the link. White all round, so that it reads on a dark screen too."""
    out = io.BytesIO()
    segno.make(text, micro=False).save(out, kind="png", scale=6, border=4)
    return out.getvalue()
