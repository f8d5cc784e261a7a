"""What a demonstration says of itself: above every screen, at the head of every export, and in the name of every file."""

import streamlit as st

from components.session import resources
from data.settings import settings


def banner() -> None:
    """Say above a screen that nobody on it is real, where that is so."""
    if settings().demo:
        st.warning(resources.wording().frame.demo, icon=":material/theater_comedy:")


def name() -> str:
    """What stands over an export: the name of the product and, in a demonstration, that its data is invented."""
    name = resources.export_words().picture.name
    return f"{name} · {resources.wording().frame.demo}" if settings().demo else name


def file_name(file: str) -> str:
    """The name of a file to take along; one of a demonstration is told even when it is not opened."""
    return f"demonstration-{file}" if settings().demo else file
