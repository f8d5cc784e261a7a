"""Joining a team's round: what the team is, what it may learn, and a consent of its own."""

from collections.abc import Callable
from contextlib import suppress
from functools import partial

import streamlit as st

from components.groups import happenings, team_of_umbrella
from components.screen import errors, frame
from components.session import resources, visit
from data.errors import BadKey, RekindleError
from data.groups import contribution_store, team_store
from data.groups.agreements import agreement_store
from data.groups.agreements.agreement_store import Agreed
from data.groups.contribution_store import ContributionState
from data.groups.team_store import Invitation, Round
from data.keys import Kind
from data.privacy_limits import MAX_RESULT_AGE
from data.profile import rules
from data.record.record import Record


def show(join_key: str) -> None:
    """Show the invitation that the link opens, and let somebody join or take their scores back."""
    words = resources.group_words().joining
    try:
        invitation = team_store.invitation(resources.store(), join_key)
    except BadKey as error:
        errors.show(error)
        frame.end_page()
    st.header(words.title)
    _team(invitation)
    if not invitation.round.takes_answers(visit.lasting_day()):
        _say_closed(invitation.round)
        st.page_link("welcome.py", label=words.answer, icon=":material/arrow_forward:")
        st.markdown(words.to_insights)
        return
    record = visit.own_record()
    standings = contribution_store.standings(resources.store(), record)
    waiting = [one.contribution for one in standings if one.state is ContributionState.WAITING]
    here = next((given for given in waiting if given.round_id == invitation.round.round_id), None)
    if here:
        st.success(words.joined_already, icon=":material/check:")
        if here.place and team_of_umbrella.is_another(invitation, here.place):
            _ask_team(invitation, here.place)
        if st.button(resources.group_words().giving.withdraw):
            key, keep_until = visit.current().key, visit.keep_until()
            _done(partial(contribution_store.withdraw, resources.store(), key, here, keep_until=keep_until))
        return
    happenings.introduce(agreement_store.asked_in(resources.store(), invitation.round))
    _ask(invitation, record)


def count_me_in(record: Record) -> None:
    """A card above one's own profile, while the link of a round is open in this browser that it may join and has not joined."""
    join_key = visit.team_key(Kind.JOIN)
    if join_key is None or visit.current().opened:
        return
    with suppress(BadKey):
        invitation = team_store.invitation(resources.store(), join_key)
        if _may_join(invitation, record):
            _card(invitation)


def _card(invitation: Invitation) -> None:
    words = resources.group_words().joining
    with st.container(border=True, gap="small"):
        # The name is somebody's text, and shown as text.
        st.text(words.card_title.format(team=invitation.team.name))
        _ask_consent(invitation, words.card_join)
        st.page_link("team.py", label=words.card_more, icon=":material/arrow_forward:")


def _may_join(invitation: Invitation, record: Record) -> bool:
    """Whether the round is open, counts the version of the latest result, and has not been given anything yet."""
    if not invitation.round.takes_answers(visit.lasting_day()) or _too_old(record):
        return False
    given = (one.round_id for one in record.contributions)
    return record.results[-1].instrument == invitation.round.instrument and invitation.round.round_id not in given


def _too_old(record: Record) -> bool:
    return not record.results or visit.utc_today() - record.results[-1].taken_on > MAX_RESULT_AGE


def _team(invitation: Invitation) -> None:
    """The name is somebody's text, and shown as text."""
    words, round = resources.group_words().joining, invitation.round
    with st.container(border=True):
        st.caption(words.team)
        st.text(invitation.team.name)
        team_of_umbrella.show(invitation)
        st.markdown(words.made.format(day=resources.dates().day(invitation.team.made_on)))
        if round.closed_on is None:
            st.markdown(words.closes.format(day=resources.dates().day(round.closes_on)))
            if round.more_weeks:
                st.markdown(words.more_time[round.more_weeks - 1])
        st.markdown(f"{words.floor.format(floor=invitation.floor)} {words.everyone}")
        if invitation.teams:
            st.markdown(resources.group_words().umbrella.floor)
        if round.number > 1:
            st.markdown(words.had_before)
        st.markdown(words.pooled.format(floor=invitation.floor))
        st.markdown(f"**{words.warning}**")
    st.caption(resources.instrument().notes.adverse_use)


def _say_closed(round: Round) -> None:
    words = resources.group_words().joining
    # Between the end of its last day and the next mixing, which lets it go on where too few wait.
    if round.closed_on is None and round.more_weeks:
        st.markdown(words.perhaps_more.format(day=resources.dates().day(round.closes_on)))
        return
    st.subheader(words.closed_title, anchor=False)
    st.markdown(words.closed)


def _ask(invitation: Invitation, record: Record) -> None:
    words = resources.group_words().joining
    if _too_old(record):
        st.markdown(words.answer_first)
        st.page_link("welcome.py", label=words.answer, icon=":material/arrow_forward:")
        return
    result = record.results[-1]
    # One round counts one version, because a number in its rows means what that version says (docs/rk11.md 8).
    if result.instrument != invitation.round.instrument:
        st.markdown(words.other_version)
        st.page_link("welcome.py", label=words.answer, icon=":material/arrow_forward:")
        return
    by = rules.of(resources.instrument(result.instrument))
    remark = by.remark(by.signs(result.answers))
    if remark and remark.not_counted:
        st.markdown(remark.not_counted)
    _ask_consent(invitation, words.join)


def _ask_consent(invitation: Invitation, label: str) -> None:
    words, asked = resources.group_words().joining, agreement_store.asked_in(resources.store(), invitation.round)
    said = happenings.ask(invitation.round, asked)
    with st.form("join", border=False):
        # A consent of its own, to this round and at this moment (docs/decisions.md 21).
        agreed = st.checkbox(words.consent)
        pressed = st.form_submit_button(label, type="primary")
    if pressed and not agreed:
        st.warning(words.consent_needed)
    elif pressed:
        _done(partial(_join, invitation, asked, said, invitation.place))


def _ask_team(invitation: Invitation, joined: int) -> None:
    """For whoever is in another team of the umbrella than the link is for. What they say of agreements goes along."""
    asked = agreement_store.asked_in(resources.store(), invitation.round)
    happenings.introduce(asked)
    said, chosen = happenings.ask(invitation.round, asked), team_of_umbrella.ask(invitation, joined)
    if chosen != joined:
        _done(partial(_join, invitation, asked, said, chosen))


def _join(invitation: Invitation, asked: Agreed, said: object, place: int | None) -> Record:
    join = partial(contribution_store.join_round, resources.store(), visit.current().key, invitation.round, place=place)
    return join(today=visit.utc_today(), keep_until=visit.keep_until(), happenings=happenings.parse(said, asked))


def _done(change: Callable[[], Record]) -> None:
    try:
        change()
    except RekindleError as error:
        errors.show(error)
        frame.end_page()
    st.rerun()
