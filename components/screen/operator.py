"""What an operator has set of themselves: who runs this, and whom to turn to beside the helplines."""

from base64 import b64encode
from collections.abc import Iterator

import streamlit as st

from components.session import resources
from data.instrument.notes import CareNotes
from data.operator import Contact
from data.settings import settings


def logo() -> None:
    """Show the operator's logo above every screen, where there is one."""
    if picture := settings().logo:
        # With the page itself: an address of its own would be known to one replica alone.
        st.logo(f"data:image/png;base64,{b64encode(picture.read_bytes()).decode()}", size="large")


def foot() -> None:
    """Say in one line who runs this, where that is set."""
    if said := " · ".join(_said()):
        # Not a caption: its 60 % would fade the links below what can be read.
        st.markdown(f":small[{said}]")


def privacy() -> None:
    """Say who runs this and how to reach them, also where nobody is named."""
    words, of = resources.privacy_words(), settings()
    st.markdown(f"**{words.operator_name}**: {of.operator_name or words.not_named}")
    st.markdown(f"**{words.operator_contact}**: {_shown(of.operator_contact) if of.operator_contact else words.not_named}")
    for line in _pages():
        st.markdown(line)


def of_report() -> str:
    """Who runs this, for the end of a report; empty where nobody is named."""
    words, of = resources.wording().frame, settings()
    named = words.run_by.format(name=of.operator_name) if of.operator_name else ""
    return " · ".join(part for part in (named, of.operator_contact.where if of.operator_contact else "") if part)


def support_lines(care: CareNotes) -> tuple[str, ...]:
    """Whom to turn to where things are heavy, as links in a line: first those near by, then the helplines of all countries."""
    return (*map(_shown, settings().support), *(f"[{link.text}]({link.url})" for link in care.links))


def support_texts(care: CareNotes) -> tuple[str, ...]:
    """The same for paper, where nothing can be followed."""
    return (*(f"{contact.text}: {contact.where}" for contact in settings().support), *(link.text for link in care.links))


def support_buttons(care: CareNotes) -> None:
    """The same to press, and a telephone number to read."""
    for contact in settings().support:
        if contact.link:
            st.link_button(contact.text, contact.link)
        else:
            st.markdown(f"**{_shown(contact)}**")
    for link in care.links:
        st.link_button(link.text, link.url)


def _said() -> Iterator[str]:
    words, of = resources.wording().frame, settings()
    if of.operator_name:
        yield words.run_by.format(name=of.operator_name)
    if of.operator_contact:
        yield f"{words.contact}: {_shown(of.operator_contact)}"
    yield from _pages()


def _pages() -> Iterator[str]:
    words, of = resources.wording().frame, settings()
    if of.legal_notice:
        yield f"[{words.legal_notice}]({of.legal_notice})"
    if of.privacy_contact:
        yield f"[{words.privacy_contact}]({of.privacy_contact.link})" if of.privacy_contact.link else of.privacy_contact.where


def _shown(contact: Contact) -> str:
    if contact.link:
        return f"[{contact.text}]({contact.link})"
    return contact.where if contact.text == contact.where else f"{contact.text}: {contact.where}"
