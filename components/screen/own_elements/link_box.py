"""A link to keep: its text, a Copy button that says what it did, and where asked for a code to scan, a file and a sheet to print."""

import streamlit as st

from components.screen import demonstration, key_link
from components.screen.own_elements import elements
from components.session import resources

_ELEMENT = elements.element("link_box", html="<div class='box'></div>")
_FILE = "rekindle-link.txt"


def show(link: str, *, key: str, label: str, picture: str, focus: bool = False) -> None:
    """Show the link with a button to copy it, which may take the focus, and its code to scan."""
    words = resources.wording().link_box
    said = {"label": label, "copy": words.copy_link, "copied": words.copied, "copied_said": words.copied_said, "selected": words.selected}
    _ELEMENT(key=key, data={"link": link, "words": said, "focus": focus}, on_saved_change=lambda: None)
    st.image(key_link.picture_address(link), alt=picture, width=220)


def show_to_keep(link: str, *, key: str, title: str, lead: str, focus: bool = False) -> bool:
    """Show one's own link with every way to keep it; True on the run after one of them was used."""
    words = resources.wording().link_box
    said = {
        "label": words.own,
        "lead": lead,
        "copy": words.copy_link,
        "copied": words.copied,
        "copied_said": words.copied_said,
        "selected": words.selected,
        "show": words.show,
        "picture": words.picture,
        "download": words.download,
        "downloaded": words.downloaded,
        "print": words.print,
    }
    # Drawn here: no other machine learns the link, and the browser makes the file and the sheet by itself.
    picture = key_link.picture_address(link)
    file = {"name": demonstration.file_name(_FILE), "text": f"{demonstration.name()}\n{lead}\n\n{link}\n"}
    data = {"link": link, "words": said, "picture": picture, "file": file, "title": title, "focus": focus, "tells": True}
    return bool(_ELEMENT(key=key, data=data, on_saved_change=lambda: None).saved)
