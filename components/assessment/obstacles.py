"""What stands in the way: tick all that weigh, star up to two, and a private word of one's own."""

import streamlit as st

from components.screen import checkbox_list, free_text
from components.session import resources
from data.instrument.answers import MAX_OBSTACLE, MAX_STARS, Obstacles, accepted

_TICKED, _STARRED, _OTHER = "obstacle", "obstacles_starred", "obstacles_other"


@st.fragment
def show(saved: Obstacles) -> None:
    """Ask about obstacles; ticking redraws only this part. `chosen()` reads what is there."""
    words, labels = resources.wording().balance, _labels()
    ticked = checkbox_list.ask(words.obstacles_label, labels, saved.ticked, key=_TICKED)
    if len(ticked) > 1:
        starred = [obstacle for obstacle in saved.starred if obstacle in ticked]
        st.multiselect(words.star_label, ticked, default=starred, format_func=labels.__getitem__, key=_STARRED, max_selections=MAX_STARS)
    free_text.ask(words.other, saved.other, most=MAX_OBSTACLE, key=_OTHER)


def chosen() -> Obstacles:
    """What is ticked, starred and written now; AnswerNotAllowed or TextTooLong for what is not offered."""
    ticked = checkbox_list.ticked(_TICKED, _labels())
    starred = [obstacle for obstacle in st.session_state.get(_STARRED, []) if obstacle in ticked]
    return accepted(Obstacles, ticked=ticked, starred=starred, other=free_text.kept(st.session_state[_OTHER], most=MAX_OBSTACLE))


def _labels() -> dict[str, str]:
    return {obstacle.id: obstacle.label for obstacle in resources.instrument().obstacles}
