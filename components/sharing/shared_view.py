"""What a viewer link shows. Its owner sees the same drawing before making it."""

import streamlit as st

from components.profile import all_sections
from components.profile.section import View
from components.session import language, resources
from data.sharing.shared_profile import SharedProfile


def show(shown: SharedProfile) -> None:
    """Draw the chosen parts, in the order of one's own profile."""
    _rules(shown)
    if shown.summary is None:
        st.title(resources.wording().shared.title)
    with language.about_others():
        all_sections.show(View(shown))


def _rules(shown: SharedProfile) -> None:
    """Say from which day it is, who must not use it for what, and until when the link opens (docs/instrument.md 8.3)."""
    words = resources.wording().shared
    until = words.until.format(day=resources.dates().day(shown.until)) if shown.until else ""
    st.info(f"{words.from_day.format(day=resources.dates().day(shown.taken_on))} {until}")
    st.caption(resources.instrument(shown.instrument).notes.adverse_use)
