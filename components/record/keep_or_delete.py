"""Keeping a profile: the personal link, the download, and deleting everything."""

from functools import partial

import streamlit as st

from components.screen import confirm_button, key_link
from components.screen.own_elements import download_button, link_box
from components.session import browser_actions, resources, visit
from data.record.record import Record
from data.record.record_file import write


def head(anchor: str) -> None:
    """The heading over everything that can be done with a profile."""
    st.header(resources.wording().keeping.all, anchor=anchor)


def show(record: Record) -> None:
    """Offer the link and the file, by which one comes back."""
    st.subheader(resources.wording().keeping.title, anchor=False)
    _link(visit.current().shown)
    _download(record)


def offer_to_delete() -> None:
    """The end of it all, last; not for somebody who opened the profile through its link."""
    if visit.current().opened:
        return
    words = resources.wording().keeping
    st.subheader(words.delete_title, anchor=False)
    if confirm_button.show(words.delete, sure=words.delete_sure, yes=words.delete_yes):
        visit.delete()
        browser_actions.forget("/?left=deleted")


def _download(record: Record) -> None:
    words = resources.wording().keeping
    # Written when it is asked for, so that no copy of a record waits in the server's memory.
    download_button.show(words.download, "rekindle.json", partial(write, record), why=words.download_why)


def _link(key: str) -> None:
    words = resources.wording().keeping
    # Streamlit sends what is in a closed fold as well; only with a rerun can the key wait until it is opened.
    with st.expander(words.link_title, on_change="rerun", key="my_link") as fold:
        st.markdown(words.link_lead)
        st.markdown(f"**{words.link_lost}**")
        if fold.open:
            link_box.show(key_link.address(key), key="my_link_box", label=words.link_title, picture=words.link_qr)
