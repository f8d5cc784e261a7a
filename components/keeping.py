"""Keeping a profile: the personal link, the download, and deleting everything."""

import io
from functools import partial

import segno
import streamlit as st

from components import confirm, device, resources, visit
from data.record import Record
from data.record_file import write
from data.settings import settings


def show(record: Record) -> None:
    """Offer the link, the file and the end of it all; somebody who opened the profile through its link gets no more than that."""
    words = resources.wording().keeping
    st.header(words.title)
    _link(visit.current().shown)
    _download(record)
    if visit.current().opened is None and confirm.show(words.delete, sure=words.delete_sure, yes=words.delete_yes):
        visit.delete()
        device.forget("/?left=deleted")


def _download(record: Record) -> None:
    words = resources.wording().keeping
    # Written when it is asked for, so that no copy of a record waits in the server's memory.
    file = partial(write, record)
    st.download_button(words.download, file, file_name="rekindle.json", mime="application/json", help=words.download_why, on_click="ignore")


def address(key: str) -> str:
    """The personal link: the key stands in the fragment, which no browser sends to any server."""
    return f"{settings().base_url}/open#{key}"


def _link(key: str) -> None:
    words = resources.wording().keeping
    with st.expander(words.link_title, on_change="rerun", key="my_link") as fold:
        st.markdown(words.link_lead)
        st.markdown(f"**{words.link_lost}**")
        if fold.open:
            st.code(address(key), language=None, wrap_lines=True)
            st.image(_picture(address(key)), alt=words.link_qr, width=220)


def _picture(text: str) -> bytes:
    """A QR code as PNG, drawn here: no other machine learns the link. White all round, so that it reads on a dark screen too."""
    out = io.BytesIO()
    segno.make(text, micro=False).save(out, kind="png", scale=6, border=4)
    return out.getvalue()
