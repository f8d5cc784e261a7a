"""What an organiser gives out while a round is open: the join link, an invitation, a poster, and the last day for calendars."""

from functools import partial

import streamlit as st

from components.exports import download_button
from components.groups import poster, team_links
from components.screen import key_link
from components.session import resources, visit
from data.exports import calendar_reminder
from data.groups.team_store import Round


def show(join_key: str, latest: Round) -> None:
    """Show all of it, with the last day as it is now."""
    words, address = resources.group_words().team, key_link.address(join_key)
    st.subheader(resources.group_words().desk.invite_title, anchor=False)
    st.markdown(words.join)
    team_links.copied(join_key)
    st.image(key_link.picture(address), alt=words.join, width=220)
    _files(address, latest)
    st.markdown(words.invitation_title)
    day = resources.dates().day(latest.closes_on)
    st.code(words.invitation.format(day=day, link=address, **resources.promised()), language=None, wrap_lines=True)


def _files(address: str, latest: Round) -> None:
    words = resources.group_words()
    last_day = partial(
        calendar_reminder.last_day,
        latest.closes_on,
        visit.local_today(),
        resources.export_words().last_day,
        round_id=latest.round_id,
        link=address,
    )
    with st.container(horizontal=True):
        download_button.show(words.team.poster, "rekindle-poster.pdf", partial(poster.write, address, latest.closes_on))
        download_button.show(words.desk.calendar, "last-day.ics", last_day)
