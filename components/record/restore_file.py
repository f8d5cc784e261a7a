"""Starting again from a file that was downloaded earlier."""

from functools import partial

import streamlit as st

from components.record import chosen_file
from components.screen import errors
from components.session import resources
from data.errors import BadFile
from data.record.record import Record
from data.record.record_file import MAX_BYTES, merged_with_file, parse

_MEGABYTES = MAX_BYTES // 1_000_000


def show(record: Record) -> None:
    """Offer to read a file; what it holds and what it replaces is said before anything changes."""
    words = resources.wording().welcome
    with st.expander(words.file_title):
        st.markdown(words.file_lead.format(most=_MEGABYTES))
        try:
            content = chosen_file.show(words.file_label, most=MAX_BYTES)
            if content is None:
                return
            offered = parse(content)
        except BadFile as error:
            errors.show(error)
            return
        st.markdown(words.file_replaces.format(now=_described(record), file=_described(offered)))
        if st.button(words.file_use) and errors.attempt(partial(merged_with_file, offered=offered)):
            st.switch_page("profile.py" if offered.results else "welcome.py")


def _described(record: Record) -> str:
    words = resources.wording().welcome
    count = len(record.results)
    results = words.file_results[min(count, len(words.file_results) - 1)].format(count=count)
    return words.file_holds.format(results=results, draft=words.file_draft[record.draft is not None])
