"""Says once, in the language that a browser asks for, that Rekindle is in English for now."""

from pathlib import Path

import streamlit as st

from components.session import language
from data.wording import other_languages

_HERE = Path(__file__).parent
_ELEMENT = st.components.v2.component(
    "english_for_now",
    html="<p role='note' hidden><span></span><button type='button'>×</button></p>",
    css=(_HERE / "english_for_now.css").read_text(encoding="utf-8"),
    js=(_HERE / "english_for_now.js").read_text(encoding="utf-8"),
)


def tell(screen: str) -> None:
    """Say it above the first screen of a visit, until it is closed or another screen comes; to whoever reads English nothing is drawn."""
    said = other_languages.asked_for(st.context.locale or "en", language.offered())
    if said:
        data = {"tag": said.tag, "direction": said.direction, "says": said.says, "close": said.close, "screen": f"/{screen}"}
        _ELEMENT(key="english_for_now", data=data)
