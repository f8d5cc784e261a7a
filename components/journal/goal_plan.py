"""What came with a suggested goal: how to start, when and why; and the one question after a week."""

from functools import partial

import streamlit as st

from components.screen import errors, free_text
from components.session import resources, visit
from data.instrument.advice import BLANK
from data.record import journal
from data.record.journal_entries import MAX_WHEN, Goal, Plan


def show(goal: Goal) -> None:
    """Show the plan of a goal that was suggested, and ask after a week whether it was started."""
    if goal.plan:
        _plan(goal, goal.plan)
    if journal.asks_whether_started(goal, visit.local_today()):
        _ask_whether_started()
    elif goal.started is not None and not journal.is_due(goal, visit.local_today()):
        words = resources.wording().journal
        st.caption(words.goal_started if goal.started else words.goal_not_started)


def _plan(goal: Goal, plan: Plan) -> None:
    """As text: in Markdown a picture in somebody's file would be fetched from where it lies (docs/security.md 5.1)."""
    words = resources.wording().journal
    st.markdown(f"**{words.goal_how}** · {words.goal_minutes.format(minutes=plan.minutes)}")
    st.text(plan.how)
    st.markdown(f"**{words.goal_when}**")
    _when(plan.when, key=f"goal_when_{goal.made_on}")
    st.markdown(f"**{words.goal_why}**")
    st.text(plan.why)


def _when(when: str, *, key: str) -> None:
    """A sentence to fill in; once it is, the sentence, and its change one press away."""
    if BLANK in when:
        _ask_when(when, key)
        return
    st.text(when)
    with st.expander(resources.wording().journal.goal_when_change):
        _ask_when(when, key)


def _ask_when(when: str, key: str) -> None:
    words = resources.wording().journal
    with st.form("goal_when", border=False):
        written = free_text.ask(words.goal_when_ask, when, most=MAX_WHEN, key=key)
        if st.form_submit_button(words.goal_when_keep) and errors.attempt(partial(journal.fill_in_when, when=written)):
            st.rerun()


def _ask_whether_started() -> None:
    words = resources.wording().journal
    st.markdown(words.goal_started_ask)
    with st.container(horizontal=True):
        yes, not_yet = st.button(words.goal_started_yes), st.button(words.goal_started_no)
    if (yes or not_yet) and errors.attempt(partial(journal.say_started, started=yes)):
        st.rerun()
