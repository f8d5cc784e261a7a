"""Small things to try: for at most three dimensions, and for what stands in the way."""

from functools import partial

import streamlit as st

from components import resources, saving, visit
from data import guidance, journal
from data.advice import Action
from data.guidance import NextStep
from data.profile import Profile


def show(profile: Profile) -> None:
    """Suggest next steps; somebody may ask for one more dimension. Where things look heavy, one restful thing and no more."""
    words = resources.wording().profile
    if profile.care:
        return
    st.header(words.steps_title)
    st.markdown(words.steps_lead)
    picked = _pick(profile)
    stage = guidance.stage(profile.answers.life_stage)
    for step in guidance.next_steps(profile.instrument, profile.scores, stage, picked=picked):
        _dimension(profile, step)
    _obstacles(profile)


def _pick(profile: Profile) -> list[str]:
    words = resources.wording().profile
    names = {score.dimension: profile.names((score.dimension,)) for score in profile.scored}
    picked = st.selectbox(
        words.steps_more, list(names), index=None, format_func=names.__getitem__, placeholder=words.steps_none, key="picked"
    )
    return [picked] if picked else []


def _dimension(profile: Profile, step: NextStep) -> None:
    words = resources.wording().profile
    with st.container(border=True):
        st.subheader(step.name, anchor=False)
        for action in step.actions:
            _action(action)
        if step.for_stage:
            st.markdown(f"*{words.steps_stage}*")
            _action(step.for_stage)
        if step.neighbouring:
            with st.expander(words.steps_neighbour):
                for action in step.neighbouring:
                    _action(action)


def _action(action: Action) -> None:
    st.markdown(action.text)
    st.caption(resources.wording().profile.steps_seed.format(idea=action.idea))
    if visit.current().opened is None and st.button(resources.instrument().notes.goal, key=f"goal_{action.id}", type="tertiary"):
        _make_goal(action)


def _make_goal(action: Action) -> None:
    if saving.done(partial(journal.set_goal, text=action.text, today=visit.day())):
        st.success(resources.wording().journal.goal_made, icon=":material/check:")
        st.page_link("journal.py", label=resources.wording().journal.title, icon=":material/arrow_forward:")


def _obstacles(profile: Profile) -> None:
    advice = guidance.obstacle_advice(profile.instrument, profile.answers.obstacles)
    if not advice:
        return
    with st.container(border=True):
        st.subheader(resources.wording().profile.steps_obstacles, anchor=False)
        for obstacle in advice:
            st.markdown(f"**{obstacle.label}.** {obstacle.action}")
