"""What an organiser gives out while a round is open: the join link, an invitation, a poster, and the last day for calendars."""

from collections.abc import Sequence
from functools import partial

import streamlit as st

from components.groups import poster, team_links
from components.screen import key_link
from components.screen.own_elements import download_button
from components.session import resources, visit
from data.exports import calendar_reminder
from data.groups.team_store import Round


def show(join_key: str, latest: Round) -> None:
    """Show all of it, with the last day as it is now."""
    words = resources.group_words()
    st.subheader(words.desk.invite_title, anchor=False)
    st.markdown(words.team.join)
    team_links.copied(join_key)
    _rest(join_key, latest, poster_label=words.team.poster, calendar_label=words.desk.calendar)


def show_each(join_keys: Sequence[str], names: Sequence[str], latest: Round) -> None:
    """Show all of it for each team of an umbrella, whose name is somebody's text and shown as text. Numbers tell its buttons apart."""
    words = resources.group_words().umbrella
    st.subheader(words.invite_title, anchor=False)
    st.markdown(words.invite_lead)
    for number, (join_key, name) in enumerate(zip(join_keys, names, strict=True), 1):
        st.text(f"{number}. {name}")
        team_links.copied(join_key)
        with st.expander(words.more.format(number=number)):
            labels = words.poster.format(number=number), words.calendar.format(number=number)
            _rest(join_key, latest, poster_label=labels[0], calendar_label=labels[1], number=number)


def _rest(join_key: str, latest: Round, *, poster_label: str, calendar_label: str, number: int | None = None) -> None:
    """All but the bare link."""
    words, address = resources.group_words().team, key_link.address(join_key)
    st.image(key_link.picture_address(address), alt=words.join, width=220)
    last_day = partial(
        calendar_reminder.last_day,
        latest.closes_on,
        visit.local_today(),
        resources.export_words().last_day,
        round_id=latest.round_id,
        link=address,
    )
    of_team = f"-{number}" if number else ""
    with st.container(horizontal=True):
        download_button.show(poster_label, f"rekindle-poster{of_team}.pdf", partial(poster.write, address, latest.closes_on))
        download_button.show(calendar_label, f"last-day{of_team}.ics", last_day)
    st.markdown(words.invitation_title)
    day = resources.dates().day(latest.closes_on)
    st.code(words.invitation.format(day=day, link=address, **resources.promised()), language=None, wrap_lines=True)
