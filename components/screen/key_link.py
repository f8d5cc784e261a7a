"""A link that carries a key: as text, and as a picture to scan."""

import io
from base64 import b64encode

import segno

from data.settings import settings


def address(key: str) -> str:
    """The link: the key stands in the fragment, which no browser sends to any server."""
    return f"{settings().base_url}/open#{key}"


def picture(text: str) -> bytes:
    """A QR code as PNG, drawn here: no other machine learns the link. White all round, so that it reads on a dark screen too."""
    out = io.BytesIO()
    segno.make(text, micro=False).save(out, kind="png", scale=6, border=4)
    return out.getvalue()


def picture_address(text: str) -> str:
    """The same as an address that holds it whole, so that no server is asked for it."""
    return f"data:image/png;base64,{b64encode(picture(text)).decode()}"
