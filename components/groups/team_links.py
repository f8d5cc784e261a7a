"""The links of a team, and what goes out with its join link: an invitation and a poster."""

from datetime import date

import streamlit as st

from components.groups import poster
from components.screen import demonstration, key_link
from components.session import resources
from data.groups.team_keys import TeamKeys


def show(keys: TeamKeys, closes: date) -> None:
    """Show each link with a button to copy it, the invitation, the code to scan, and the poster."""
    words = resources.group_words().team
    for title, key in ((words.join, keys.join), (words.insights, keys.insights), (words.manage, keys.manage)):
        st.markdown(title)
        # As code for its button to copy, and of no language: its colours would be too pale to read.
        st.code(key_link.address(key), language=None, wrap_lines=True)
    st.subheader(words.invitation_title, anchor=False)
    st.code(
        words.invitation.format(day=resources.dates().day(closes), link=key_link.address(keys.join), **resources.promised()),
        language=None,
        wrap_lines=True,
    )
    st.image(key_link.picture(key_link.address(keys.join)), alt=words.join, width=220)
    st.download_button(
        words.poster,
        poster.write(key_link.address(keys.join), closes),
        file_name=demonstration.file_name("rekindle-poster.pdf"),
        mime="application/pdf",
        on_click="ignore",
    )
