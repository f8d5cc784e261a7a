"""One's own links that are out: what each shows, until when, how to withdraw it, and the way to where they are made."""

from functools import partial

import streamlit as st

from components.screen import errors, key_link
from components.screen.own_elements import leading, link_box
from components.session import resources, visit
from data.errors import RekindleError
from data.record.record import Record
from data.record.viewer_link import Share
from data.sharing import viewer_link_store

_LIST, _WITHDRAWN = "your-links", "share_withdrawn"


def show(record: Record) -> None:
    """List the links that still open something, the newest first."""
    words = resources.wording().sharing
    st.header(words.list_title, anchor=_LIST)
    if st.session_state.pop(_WITHDRAWN, False):
        st.info(words.withdrawn)
    out = viewer_link_store.active_links(resources.store(), record, visit.lasting_day())
    if not out:
        st.caption(words.list_none)
    for place, share in reversed(list(enumerate(out))):
        with st.container(border=True):
            _one(share, place)


def show_way(record: Record) -> None:
    """Lead to the screen where links are made, and say how many are out; not from somebody else's profile."""
    if visit.current().opened:
        return
    words, out = resources.wording().sharing, viewer_link_store.active_links(resources.store(), record, visit.lasting_day())
    st.subheader(words.title, anchor=False)
    st.markdown(words.lead)
    if out:
        st.markdown(words.out.format(count=len(out)))
    st.page_link("share.py", label=words.go, icon=":material/arrow_forward:")


def _one(share: Share, place: int) -> None:
    words = resources.wording().sharing
    st.text(share.label or words.unnamed)
    st.caption(_described(share))
    with st.expander(words.show, on_change="rerun", key=f"share_link_{place}") as fold:
        if fold.open:
            link_box.show(key_link.address(share.key), key=f"share_box_{place}", label=words.show, picture=words.qr)
    # By a callback, so that the list below is drawn without it.
    st.button(words.withdraw, key=f"share_withdraw_{place}", on_click=partial(_withdraw, share))


def _described(share: Share) -> str:
    words = resources.wording().sharing
    sections = ", ".join(words.sections[section] for section in share.sections)
    made = resources.dates().day(share.made_on)
    if share.until is None:
        return words.without_end.format(sections=sections, made=made)
    return words.until.format(sections=sections, made=made, until=resources.dates().day(share.until))


def _withdraw(share: Share) -> None:
    try:
        viewer_link_store.withdraw(resources.store(), visit.current().key, share, keep_until=visit.keep_until())
    except RekindleError as error:
        errors.show(error)
    else:
        # Said where the button was, and not at the top of a long screen.
        st.session_state[_WITHDRAWN] = True
        leading.to(_LIST)
