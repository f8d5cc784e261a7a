"""Which viewer links this browser has opened. Asked on every run, so that a withdrawn link closes itself at its next action."""

from contextlib import suppress

import streamlit as st

from components.session import resources, visit
from data.errors import BadKey
from data.sharing import viewer_link_store
from data.sharing.shared_profile import SharedProfile


def opened(*, second: bool = False) -> SharedProfile | None:
    """What the link shows; None without one, and just so where it opens nothing any more."""
    key = visit.viewer_key(second=second)
    with suppress(BadKey):
        return viewer_link_store.read(resources.store(), key, visit.utc_today()) if key else None
    return None


def nothing() -> None:
    """The same calm page for a link that was mistyped, has expired or was withdrawn."""
    st.title(resources.wording().shared.title)
    st.markdown(resources.error_words().rules.link_opens_nothing)


def take_it() -> None:
    """Offer the assessment to whoever was shown something."""
    words = resources.wording().shared
    st.divider()
    st.subheader(words.take_title, anchor=False)
    st.markdown(words.take_lead)
    st.page_link("welcome.py", label=words.take, icon=":material/arrow_forward:")
