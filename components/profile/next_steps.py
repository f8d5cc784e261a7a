"""Small things to try: for at most three dimensions, and for what stands in the way."""

from collections.abc import Callable, Iterable, Iterator

import streamlit as st

from components.exports.report import Block, Bullets, Heading, Paragraph
from components.profile import step_card
from components.profile.section import Owner, Place, ProfileSection, View
from components.session import resources, visit
from data.instrument.advice import Action
from data.instrument.instrument import Instrument
from data.profile import guidance
from data.profile import rules as versions
from data.profile.guidance import NextStep
from data.profile.profile import Profile
from data.record.viewer_link import Section
from data.sharing.shared_profile import SharedProfile, SharedStep

# What stands below an action; on a shared profile nothing does.
Below = Callable[[Action], None]


def _show(view: View) -> None:
    if view.owner:
        _show_own(view.owner)
    elif view.shown.steps:
        # Nothing can be done with them there.
        _head(resources.wording().profile.steps_title)
        _draw([_step(view.rules, step) for step in view.shown.steps], below=lambda _: None)


def _show_own(owner: Owner) -> None:
    """One idea, and every other one fold away. Where things look heavy, one restful thing and no more."""
    profile = owner.profile
    if profile.care:
        return
    _head(resources.wording().profile.steps_own)
    if profile.scored and not guidance.next_steps(profile.instrument, profile.scores, None):
        st.markdown(resources.wording().profile.steps_pick)
    steps = _steps(profile)
    step_card.show(steps, owner.record)
    with st.expander(resources.wording().profile.steps_all):
        _pick(profile)
        _draw(steps, below=_offer_to_look)
        _obstacles(profile)


def at_a_glance(owner: Owner) -> None:
    """One line of what to do next: the goal that is under way, or the idea that is on the card."""
    if owner.profile.care is None:
        step_card.at_a_glance(_steps(owner.profile), owner.record)


def _steps(profile: Profile) -> tuple[NextStep, ...]:
    picked = [st.session_state["picked"]] if st.session_state.get("picked") else []
    return guidance.next_steps(profile.instrument, profile.scores, guidance.stage(profile.answers.life_stage), picked=picked)


def _blocks(view: View) -> Iterator[Block]:
    words, rules, lines = resources.wording().profile, view.rules, resources.export_words().report
    if not view.shown.steps:
        return
    yield Heading(words.steps_title)
    yield Paragraph(words.steps_lead)
    for step in view.shown.steps:
        title = lines.steps_dimension.format(name=rules.names((step.dimension,)), level=_level(rules, step))
        yield Bullets(title, (*map(_said, map(rules.action, step.actions)), *_for_stage(view.owner, step.dimension)))
        if step.neighbouring:
            yield Bullets(words.steps_neighbour, tuple(map(_said, map(rules.action, step.neighbouring))))
    advice = guidance.obstacle_advice(rules, view.owner.profile.answers.obstacles) if view.owner else ()
    if advice:
        yield Bullets(words.steps_obstacles, tuple(lines.obstacle.format(label=one.label, action=one.action.text) for one in advice))


def _is_there(shown: SharedProfile) -> bool:
    return bool(shown.steps)


def _is_drawn(view: View) -> bool:
    """Where things look heavy there is nothing to work on."""
    return view.owner.profile.care is None if view.owner else _is_there(view.shown)


SECTION = ProfileSection(_show, _blocks, share_as=Section.NEXT_STEPS, is_there=_is_there, place=Place.NEXT_STEP, is_drawn=_is_drawn)


def _level(rules: Instrument, step: SharedStep) -> str:
    across = dict.fromkeys(level for id in step.neighbouring if (level := rules.action(id).level))
    return versions.of(rules).level_said(step.level, tuple(across))


def _for_stage(owner: Owner | None, dimension: str) -> tuple[str, ...]:
    """What fits the life stage of its owner, which is an answer and so never shared."""
    stage = guidance.stage(owner.profile.answers.life_stage) if owner else None
    if owner is None or stage is None:
        return ()
    line = resources.export_words().report.steps_stage
    found = (action for action in owner.profile.instrument.actions if action.dimension == dimension and action.stage == stage)
    return tuple(line.format(action=action.text) for action in found)


def _step(rules: Instrument, shown: SharedStep) -> NextStep:
    actions, neighbouring = (tuple(map(rules.action, ids)) for ids in (shown.actions, shown.neighbouring))
    name = rules.names((shown.dimension,))
    return NextStep(shown.dimension, name, shown.level, actions, for_stage=None, neighbouring=neighbouring)


def _head(title: str) -> None:
    st.header(title, anchor=Place.NEXT_STEP)
    st.markdown(resources.wording().profile.steps_lead)


def _pick(profile: Profile) -> None:
    words = resources.wording().profile
    names = {score.dimension: profile.names((score.dimension,)) for score in profile.scored}
    st.selectbox(words.steps_more, list(names), index=None, format_func=names.__getitem__, placeholder=words.steps_none, key="picked")


def _draw(steps: Iterable[NextStep], *, below: Below) -> None:
    words = resources.wording().profile
    for step in steps:
        with st.container(border=True):
            st.subheader(step.name, anchor=False)
            _actions(step.actions, below)
            if step.for_stage:
                st.markdown(f"*{words.steps_stage}*")
                _actions((step.for_stage,), below)
            if step.neighbouring:
                st.markdown(f"*{words.steps_neighbour}*")
                _actions(step.neighbouring, below)


def _actions(actions: Iterable[Action], below: Below) -> None:
    for action in actions:
        st.markdown(_said(action))
        st.caption(resources.wording().profile.steps_seed.format(idea=action.idea))
        below(action)


def _said(action: Action) -> str:
    """As it is said to its owner; to others as what was said to them."""
    return resources.wording().profile.steps_said.format(action=action.text)


def _offer_to_look(action: Action) -> None:
    if visit.current().opened is None:
        words = resources.wording().profile
        st.button(words.steps_look, key=f"look_{action.id}", on_click=step_card.look_at, args=(action,))


def _obstacles(profile: Profile) -> None:
    advice = guidance.obstacle_advice(profile.instrument, profile.answers.obstacles)
    if not advice:
        return
    with st.container(border=True):
        st.subheader(resources.wording().profile.steps_obstacles, anchor=False)
        for obstacle in advice:
            st.markdown(f"**{obstacle.label}.** {obstacle.action.text}")
