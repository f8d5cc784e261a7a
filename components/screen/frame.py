"""What stands around every screen."""

from pathlib import Path

import streamlit as st

from components.screen import confirm_button
from components.session import browser_actions, resources, visit

# Our own file: Streamlit's Material icons for a browser tab come from another host.
ICON = Path(__file__).parent / "icon.svg"


def foot() -> None:
    """Draw the foot of the screen: what this is not, where there is help, and how to leave no trace on this device."""
    words = resources.wording().frame
    notes = resources.instrument().notes
    st.divider()
    st.caption(notes.footer)
    for link in notes.care.links:
        # Not a caption: its 60 % would fade the link below what can be read.
        st.markdown(f":small[{notes.care.links_title}: [{link.text}]({link.url})]")
    if visit.current().resumable and confirm_button.show(words.forget, sure=words.forget_sure, yes=words.forget_yes):
        browser_actions.forget()
