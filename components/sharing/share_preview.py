"""What somebody else will see, before the link is made; then the link."""

import streamlit as st

from components.screen import errors, frame, key_link
from components.session import resources, visit
from components.sharing import make_link, shared_view
from components.sharing.make_link import Chosen
from data.errors import RekindleError
from data.sharing import viewer_link_store

_MADE = "share_made"


def show() -> None:
    """Show just what was chosen, by the same drawing as for whoever opens the link, and offer to make it."""
    words, chosen = resources.wording().sharing, make_link.chosen()
    if chosen is None:
        return
    st.header(words.preview_title)
    st.markdown(words.preview_lead)
    st.divider()
    shared_view.show(chosen.shown)
    st.divider()
    if st.button(words.make, type="primary", icon=":material/link:"):
        _make(chosen)


def show_made() -> None:
    """Show the link that was just made, once."""
    key = st.session_state.pop(_MADE, None)
    if key is None:
        return
    words = resources.wording().sharing
    st.success(words.made, icon=":material/check:")
    st.markdown(words.made_lead)
    key_link.show(key, alt=words.qr)


def _make(chosen: Chosen) -> None:
    try:
        made = viewer_link_store.make(
            resources.store(),
            visit.current().key,
            chosen.shown,
            label=chosen.label,
            today=visit.today(),
            keep_until=visit.keep_until(),
        )
    except RekindleError as error:
        errors.show(error)
        frame.end_page()
    make_link.forget()
    st.session_state[_MADE] = made.key
    st.rerun()
