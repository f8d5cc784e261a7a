"""The way around one long page: links to its headings that stay in sight, for keyboards and screen readers too."""

from collections.abc import Mapping

import streamlit as st

from components.screen.own_elements import elements

_ELEMENT = elements.element("page_menu", html="<nav><ul></ul></nav>")
_GONE = "page_menu_gone"


def show(label: str, links: Mapping[str, str]) -> None:
    """Draw the links, by the anchors that they lead to; and lead to one where `go` asked for it."""
    place, times = st.session_state.get(_GONE, ("", 0))
    _ELEMENT(key="page_menu", data={"label": label, "links": list(links.items()), "go": f"{place}?{times}" if place in links else None})


def go(anchor: str) -> None:
    """Lead to the heading of that anchor when the screen is drawn next, with focus."""
    _, times = st.session_state.get(_GONE, ("", 0))
    # Counted, so that the same place can be asked for again.
    st.session_state[_GONE] = (anchor, times + 1)
