"""A button that makes a file when it is pressed."""

from collections.abc import Callable

import streamlit as st

from components.screen import demonstration
from components.session import language

KINDS = {
    "pdf": "application/pdf",
    "html": "text/html",
    "csv": "text/csv",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    "png": "image/png",
    "ics": "text/calendar",
}


def show(label: str, file: str, make: Callable[[], bytes], *, rerun: bool = False) -> None:
    """Offer the file; the button turns while it waits. rerun: whether the screen is drawn anew as well."""
    name, mime = demonstration.file_name(file), KINDS[file.rpartition(".")[2]]
    st.download_button(
        label, language.carried_along(make), file_name=name, mime=mime, key=f"take_{file}", on_click="rerun" if rerun else "ignore"
    )
