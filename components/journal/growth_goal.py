"""The growth goal of the month: set it, say kindly what became of it, and see the former ones."""

from functools import partial

import streamlit as st

from components.journal import goal_plan, minute_check
from components.screen import errors, free_text
from components.session import resources, visit
from data.record import journal
from data.record.journal_entries import MAX_GOAL, Goal, GoalState
from data.record.record import Record


def show(record: Record) -> None:
    """Show the goal there is, or ask for one; when its month is over, ask what became of it."""
    words, goal = resources.wording().journal, journal.active_goal(record)
    st.header(words.goal_title)
    if goal is None:
        _ask(record)
    else:
        _under_way(goal)
        minute_check.show(record)
    _former(record)


def _ask(record: Record) -> None:
    words, today = resources.wording().journal, visit.local_today()
    # A new key after each goal empties the box only once what was in it is safe.
    with st.form("goal", border=False):
        text = free_text.ask(
            words.goal_ask.format(month=resources.dates().month_name(today)), "", most=MAX_GOAL, key=f"goal_{len(record.goals)}"
        )
        if st.form_submit_button(words.goal_set) and errors.attempt(partial(journal.set_goal, text=text, today=today)):
            st.rerun()


def _under_way(goal: Goal) -> None:
    words, today = resources.wording().journal, visit.local_today()
    with st.container(border=True):
        st.caption(words.goal_of.format(month=resources.dates().month(goal.month)))
        st.text(goal.text)
        goal_plan.show(goal)
        if journal.is_due(goal, today):
            st.markdown(words.goal_due)
        with st.container(horizontal=True):
            done = st.button(words.goal_done, type="primary")
            carried = journal.is_due(goal, today) and st.button(words.goal_carry.format(month=resources.dates().month_name(today)))
            dropped = st.button(words.goal_drop)
    change = (
        journal.finish_goal if done else partial(journal.carry_goal, today=today) if carried else journal.drop_goal if dropped else None
    )
    if change and errors.attempt(change):
        st.rerun()


def _former(record: Record) -> None:
    words = resources.wording().journal
    former = [goal for goal in reversed(record.goals) if goal.state is not GoalState.OPEN]
    if not former:
        return
    states = {GoalState.DONE: words.state_done, GoalState.DROPPED: words.state_dropped, GoalState.CARRIED: words.state_carried}
    with st.expander(words.goal_former):
        for goal in former:
            st.caption(f"{resources.dates().month(goal.month)} · {states[goal.state]}")
            st.text(goal.text)
