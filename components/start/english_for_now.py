"""Says once, in the language that a browser asks for, that Rekindle is in English for now."""

import streamlit as st

from components.screen.own_elements import elements
from components.session import language
from data.wording import other_languages

_ELEMENT = elements.element("english_for_now", html="<p role='note' hidden><span></span><button type='button'>×</button></p>")


def tell(screen: str) -> None:
    """Say it above the first screen of a visit, until it is closed or another screen comes; to whoever reads English nothing is drawn."""
    said = other_languages.asked_for(st.context.locale or "en", language.offered())
    if said:
        data = {"tag": said.tag, "direction": said.direction, "says": said.says, "close": said.close, "screen": f"/{screen}"}
        _ELEMENT(key="english_for_now", data=data)
