"""A button that makes a file when it is pressed, and hands it over by the connection that the page has.

A file that has an address of its own lies in the memory of one process, where another replica does not find it (docs/decisions.md 41).
"""

from base64 import b64encode
from collections.abc import Callable
from typing import Any

import streamlit as st

from components.screen import demonstration
from components.screen.own_elements import elements

_ELEMENT = elements.element("download_button", html="<div class='file'></div>")
_KINDS = {
    "pdf": "application/pdf",
    "html": "text/html",
    "json": "application/json",
    "csv": "text/csv",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    "png": "image/png",
    "svg": "image/svg+xml",
    "ics": "text/calendar",
}


def show(label: str, file: str, make: Callable[[], bytes], *, why: str = "", rerun: bool = False) -> None:
    """Offer the file, and say why; the button turns while it waits. rerun: whether the screen is drawn anew as well."""
    # By itself, else one press would draw a whole profile anew.
    draw = _draw if rerun else st.fragment(_draw)
    # Around a fragment Streamlit lays a box that grows, and buttons in a row would stand unevenly.
    with st.container(width="content"):
        draw(label, file, make, why)


def _draw(label: str, file: str, make: Callable[[], bytes], why: str) -> None:
    key = f"take_{file}"
    data: dict[str, Any] = {"label": label, "why": why}
    # Before the element, which says only when it is drawn that it was pressed.
    if asked := st.session_state.get(key, {}).get("asked"):
        kind = _KINDS[file.rpartition(".")[2]]
        data["file"] = {"asked": asked, "name": demonstration.file_name(file), "kind": kind, "bytes": b64encode(make()).decode()}
    _ELEMENT(key=key, data=data, on_asked_change=lambda: None, width="content")
