"""One idea at a time: what to do and why, the button that makes it the goal of the month, and the goal once there is one."""

from collections.abc import Sequence
from functools import partial
from itertools import chain, zip_longest
from textwrap import shorten

import streamlit as st

from components.profile.section import Place
from components.screen import errors
from components.screen.own_elements import page_menu
from components.session import resources, visit
from data.instrument.advice import Action
from data.profile.guidance import NextStep
from data.record import journal
from data.record.journal_entries import Goal
from data.record.record import Record

_IDEA, _ASKED = "idea", "idea_asked"
# What fits on two lines of a phone.
_GLANCE = 60


def show(steps: Sequence[NextStep], record: Record) -> None:
    """The goal that is under way, and the idea that is looked at now: the first of the first area, until another one is asked for."""
    goal = journal.active_goal(record)
    if goal:
        _goal(goal)
    # What is the goal already is none that could be made one.
    ideas = [idea for idea in _in_turn(steps) if not (goal and idea[1].text == goal.text)]
    if ideas:
        _idea(ideas, goal)


def at_a_glance(steps: Sequence[NextStep], record: Record) -> None:
    """The same in one line."""
    goal, ideas = journal.active_goal(record), _in_turn(steps)
    if goal:
        title = resources.wording().journal.goal_of.format(month=resources.dates().month(goal.month))
        st.text(f"{title}: {shorten(goal.text, _GLANCE, placeholder='…')}")
    elif ideas:
        st.markdown(resources.wording().profile.steps_first.format(action=ideas[_place(ideas)][1].text))


def look_at(action: Action) -> None:
    """Put that idea on the card, and lead there."""
    st.session_state[_IDEA] = action.id
    page_menu.go(Place.NEXT_STEP)


def _in_turn(steps: Sequence[NextStep]) -> list[tuple[str, Action]]:
    """Every idea with the name of its area: the first of each area, then the second of each, and so on."""
    each = ([(step.name, action) for action in (*step.actions, *([step.for_stage] if step.for_stage else []))] for step in steps)
    near = [(step.name, action) for step in steps for action in step.neighbouring]
    return [*filter(None, chain.from_iterable(zip_longest(*each))), *near]


def _goal(goal: Goal) -> None:
    words = resources.wording().journal
    with st.container(border=True):
        st.caption(words.goal_of.format(month=resources.dates().month(goal.month)))
        st.text(goal.text)
        if not visit.current().opened:
            st.page_link("journal.py", label=words.goal_open, icon=":material/arrow_forward:")


def _idea(ideas: Sequence[tuple[str, Action]], goal: Goal | None) -> None:
    words = resources.wording().profile
    place = _place(ideas)
    area, action = ideas[place]
    with st.container(border=True):
        st.caption(words.steps_idea.format(name=area))
        st.subheader(action.text, anchor=False)
        _plan(action)
        if visit.current().opened:
            st.caption(words.steps_opened.format(button=resources.wording().keeping.opened_keep))
            return
        with st.container(horizontal=True):
            st.button(resources.wording().journal.goal_set, type="primary", key="make_goal", on_click=_ask, args=(action,))
            st.button(words.steps_another, key="another_idea", on_click=_remember, args=(ideas[(place + 1) % len(ideas)][1].id,))
        if st.session_state.get(_ASKED) == action.id:
            _make(action, goal)


def _place(ideas: Sequence[tuple[str, Action]]) -> int:
    """Which of them is looked at now."""
    ids = [action.id for _, action in ideas]
    return ids.index(st.session_state[_IDEA]) if st.session_state.get(_IDEA) in ids else 0


def _plan(action: Action) -> None:
    """How to start, how long it takes, when, and why."""
    words = resources.wording().journal
    st.markdown(action.how)
    st.markdown(words.goal_minutes.format(minutes=action.minutes))
    for title, said in ((words.goal_when, action.when), (words.goal_why, action.why)):
        st.markdown(f"**{title}:** {said}")


def _remember(idea: str) -> None:
    st.session_state[_IDEA] = idea
    st.session_state.pop(_ASKED, None)


def _ask(action: Action) -> None:
    st.session_state[_ASKED] = st.session_state[_IDEA] = action.id


def _make(action: Action, goal: Goal | None) -> None:
    """At once where there is no goal; else ask whether it takes the place of the one there is, or waits."""
    words, today = resources.wording().profile, visit.local_today()
    take = partial(journal.take_up, advice=action, dimension=action.dimension, today=today)
    if goal is None:
        done = errors.attempt(take)
    else:
        st.markdown(words.steps_second)
        with st.container(horizontal=True):
            replaces, waits = st.button(words.steps_replace, key="goal_replace"), st.button(words.steps_wait, key="goal_wait")
        instead = partial(journal.take_up_instead, advice=action, dimension=action.dimension, today=today)
        done = waits or (replaces and errors.attempt(instead))
    if done:
        st.session_state.pop(_ASKED)
        # Where the goal stands now; what was pressed is gone.
        page_menu.go(Place.NEXT_STEP)
        st.rerun()
