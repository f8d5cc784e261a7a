"""What the holder of a manage link may do with a round: move its last day to later, close it, and open the next one."""

from collections.abc import Callable
from datetime import timedelta

import streamlit as st

from components.groups import agreements, round_form
from components.screen import confirm_button, errors, notices
from components.session import resources, visit
from data.errors import RekindleError
from data.groups import cohort_store, team_store
from data.groups.agreements import agreement_store
from data.groups.team_store import Round

# What this tab has drawn of the newest round, and of what was agreed on after it.
_DRAWN = "round_drawn"


def say(latest: Round, *, needed: str) -> None:
    """Say where the newest round stands, and how many it needs; never how many have answered."""
    words, dates = resources.group_words(), resources.dates()
    # A press that was meant for what stood here before finds no button any more (each is of what it changes), and does nothing.
    drawn = (latest, agreement_store.agreed_after(resources.store(), latest.round_id))
    if st.session_state.setdefault(_DRAWN, drawn) != drawn:
        st.info(words.desk.meanwhile)
    st.session_state[_DRAWN] = drawn
    if latest.closed_on:
        st.markdown(words.team.round_closed.format(number=latest.number, day=dates.day(latest.closed_on)))
    elif latest.takes_answers(visit.lasting_day()):
        st.markdown(words.team.round_open.format(number=latest.number, day=dates.day(latest.closes_on)))
        st.markdown(needed)
        if latest.more_weeks:
            st.markdown(words.joining.more_time[latest.more_weeks - 1])
    elif latest.more_weeks:
        st.markdown(words.joining.perhaps_more.format(day=dates.day(latest.closes_on)))
    else:
        st.markdown(words.desk.round_over.format(number=latest.number, day=dates.day(latest.closes_on)))


def act(manage_key: str, latest: Round) -> None:
    """Offer what can be done just now."""
    if latest.closed_on:
        agreements.ask(manage_key, latest, agreement_store.agreed_after(resources.store(), latest.round_id), _done)
        _ask_next(manage_key, latest)
        return
    agreements.say_asked(latest)
    if latest.takes_answers(visit.lasting_day()):
        _ask_later(manage_key, latest)
    _ask_to_close(manage_key, latest)


def _ask_later(manage_key: str, latest: Round) -> None:
    words, last = resources.group_words().desk, team_store.latest_last_day(latest)
    if latest.closes_on >= last:
        return
    st.subheader(words.later_title, anchor=False)
    st.markdown(words.later_lead.format(day=resources.dates().day(last)))
    with st.form(f"later_{latest.closes_on}", border=False):
        earliest, usual = latest.closes_on + timedelta(days=1), latest.closes_on + timedelta(days=7)
        closes = round_form.ask_day(words.later_day, min(usual, last), earliest, last)
        pressed = st.form_submit_button(words.later)
    if pressed:
        said = words.moved.format(day=resources.dates().day(closes))
        _done(lambda: team_store.move_last_day(resources.store(), manage_key, closes_on=closes, lasting=visit.lasting_day()), said)


def _ask_to_close(manage_key: str, latest: Round) -> None:
    words = resources.group_words().team
    st.subheader(words.close, anchor=False)
    if confirm_button.show(words.close, sure=words.close_sure, yes=words.close_yes, of=f"_{latest.number}"):
        _done(lambda: _close(manage_key))


def _close(manage_key: str) -> None:
    # Looked up again at the press: another tab, or its closing day, may have closed it by now.
    cohort_store.close_round(resources.store(), manage_key, visit.utc_today())


def _ask_next(manage_key: str, latest: Round) -> None:
    words = resources.group_words().team
    st.subheader(words.open_title, anchor=False)
    with st.form(f"round_{latest.number}", border=False):
        asked = round_form.ask()
        pressed = st.form_submit_button(words.open)
    if pressed:
        _done(
            lambda: team_store.open_round(
                resources.store(), manage_key, closes_on=asked.closes, today=visit.local_today(), more_weeks=asked.more_weeks
            )
        )


def _done(change: Callable[[], object], said: str = "") -> None:
    """Draw the desk anew whatever came of it: where another tab was first, it says so above what is true now."""
    try:
        change()
        st.session_state.pop(_DRAWN, None)
        if said:
            notices.leave(said)
    except RekindleError as error:
        errors.leave(error)
    st.rerun()
