"""What stands around every screen, and how one ends early: `st.stop()` would leave out the foot as well."""

from pathlib import Path
from typing import Literal, NoReturn

import streamlit as st
from streamlit.navigation.page import StreamlitPage

from components.screen import confirm_button, operator
from components.screen.own_elements import drawn_anew, leading
from components.session import browser_actions, language, resources, visit

# Our own file: Streamlit's Material icons for a browser tab come from another host.
ICON = Path(__file__).parent / "icon.svg"


class Enough(Exception):
    """The screen has said all that it has to say; the frame goes on with the foot."""


def end_page() -> NoReturn:
    raise Enough


def tab(page: StreamlitPage) -> str:
    """What the browser calls this page: its own title before our name (WCAG 2.4.2)."""
    words = resources.wording().frame
    if page.url_path == "":
        return words.name
    # The menu says "My profile"; the page speaks to its reader.
    return words.tab.format(page=words.tab_profile if page.url_path == "profile" else page.title, name=words.name)


def layout(page: StreamlitPage) -> Literal["centered", "wide"]:
    """What lies in columns gets the whole width; what is read in lines does not."""
    return "wide" if page.url_path == "insights" else "centered"


def footer() -> None:
    """Draw the foot of the screen: what this is not, where there is help, and how to leave no trace on this device."""
    words = resources.wording().frame
    notes = resources.instrument().notes
    st.divider()
    st.caption(notes.footer)
    for line in operator.support_lines(notes.care):
        # Not a caption: its 60 % would fade the link below what can be read.
        st.markdown(f":small[{notes.care.links_title}: {line}]")
    operator.foot()
    _choose_language()
    # Where no cookie is kept there is none to clear.
    if visit.current().has_cookie and confirm_button.show(words.forget, sure=words.forget_sure, yes=words.forget_yes):
        browser_actions.forget()
    drawn_anew.watch()
    leading.show()


def _choose_language() -> None:
    """Where there is a choice, every language by the name that it gives itself."""
    here, offered = language.current(), language.offered()
    if len(offered) == 1:
        return
    label = resources.wording().frame.language
    chosen = st.selectbox(label, offered, offered.index(here), format_func=lambda one: one.name, key="language")
    if chosen != here:
        browser_actions.read_in(chosen.tag)
