"""Taking along what somebody chose to show: just that, and only while their link still opens it."""

from collections.abc import Callable
from functools import partial

import streamlit as st

from components.exports import report_html, report_pdf
from components.profile import downloads, profile_report
from components.screen.own_elements import download_button
from components.session import language, resources, visit
from data.sharing import viewer_link_store
from data.sharing.shared_profile import SharedProfile


def show() -> None:
    """Offer the files of what the open link shows. Pressing a button draws the screen anew, so a withdrawn link closes itself then."""
    words, key = resources.wording().taking, visit.viewer_key()
    if key is None:
        return
    st.header(words.title, anchor=False)
    with st.container(horizontal=True):
        download_button.show(words.pdf, "shared.pdf", partial(_written, key, _pdf), rerun=True)
        download_button.show(words.page, "shared.html", partial(_written, key, _page), rerun=True)
        download_button.show(words.picture, "shared.png", partial(_written, key, _card), rerun=True)


def _pdf(shown: SharedProfile) -> bytes:
    return report_pdf.write(profile_report.of_share(shown), today=visit.local_today())


def _page(shown: SharedProfile) -> bytes:
    return report_html.write(profile_report.of_share(shown))


def _card(shown: SharedProfile) -> bytes:
    with language.about_others():
        return downloads.card(shown)


def _written(key: str, write: Callable[[SharedProfile], bytes]) -> bytes:
    """Reads the envelope again when the button is pressed, and raises BadKey where the link has ended meanwhile."""
    return write(viewer_link_store.read(resources.store(), key, visit.lasting_day()))
