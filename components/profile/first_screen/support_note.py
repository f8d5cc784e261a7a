"""A kind word above the scores when some answers suggest that things are heavy. Shown here only; stored and counted nowhere."""

import streamlit as st

from components.profile.section import Place
from components.screen import frame, operator
from components.screen.own_elements import leading
from components.session import resources
from data.profile.profile import Profile

_SEEN, _RESTING = "care_seen", "care_resting"


def show(profile: Profile) -> None:
    """Show the note where it applies, and nothing of the result until the person has chosen to see it."""
    if not profile.care:
        return
    words = resources.wording().profile
    st.info(profile.care.words.text)
    operator.support_buttons(profile.care.words)
    st.markdown(f"**{words.care_step}**: {profile.care.rest_first.text}")
    if st.session_state.get(_SEEN):
        return
    with st.container(horizontal=True):
        # By a callback, which runs before the screen is drawn anew: the result is there at the first press.
        st.button(profile.care.words.see_result, key="care_see", on_click=_see)
        st.button(profile.care.words.not_now, key="care_not_now", on_click=_remember, args=(_RESTING,))
    if st.session_state.get(_RESTING):
        st.markdown(words.care_rested)
    frame.end_page()


def _see() -> None:
    """Show the result, and lead there: what was pressed is gone."""
    _remember(_SEEN)
    leading.to(Place.OVERVIEW)


def _remember(what: str) -> None:
    st.session_state[what] = True
