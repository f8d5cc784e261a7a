"""Which viewer links this browser has opened, one or two. Asked on every run, so that a withdrawn link closes itself at its next action."""

from contextlib import suppress

import streamlit as st

from components.session import browser_actions, link_key, resources, visit
from data.errors import BadKey
from data.sharing import viewer_link_store
from data.sharing.shared_profile import SharedProfile


def opened(*, second: bool = False) -> SharedProfile | None:
    """What the link shows; None without one, and just so where it opens nothing any more."""
    key = visit.viewer_key(second=second)
    with suppress(BadKey):
        return viewer_link_store.read(resources.store(), key, visit.lasting_day()) if key else None
    return None


def show_nothing_open() -> None:
    """The same calm page for a link that was mistyped, has expired or was withdrawn."""
    st.title(resources.wording().shared.title)
    st.markdown(resources.error_words().rules.link_opens_nothing)


def invite() -> None:
    """Offer the assessment to whoever was shown something."""
    words = resources.wording().shared
    st.divider()
    st.header(words.take_title, anchor=False)
    st.markdown(words.take_lead.format(**resources.promised()))
    st.page_link("welcome.py", label=words.take, icon=":material/arrow_forward:")


def ask_second() -> None:
    """Ask for the second link. Its key goes into a cookie of its own, never into an address."""
    words = resources.wording().shared
    # Asked only where no second one opens, so a cookie that is there belongs to one that has ended.
    if visit.viewer_key(second=True):
        st.info(words.second_gone)
    st.header(words.second_title, anchor=False)
    st.markdown(words.second_lead)
    with st.form("second_link", border=False):
        typed = (
            st.text_input(
                words.second_label, max_chars=link_key.LONGEST, placeholder=words.second_hint, key="second_link_typed", autocomplete="off"
            )
            or ""
        )
        pressed = st.form_submit_button(words.second_open)
    if not pressed:
        return
    key = link_key.key_in(typed)
    if key:
        browser_actions.open_second(key)
    else:
        st.warning(words.second_not)


def offer_to_close_second() -> None:
    if st.button(resources.wording().shared.second_close):
        browser_actions.close_second()
