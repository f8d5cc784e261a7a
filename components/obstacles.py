"""What stands in the way: tick all that weigh, star up to two, and a private word of one's own."""

import streamlit as st

from components import own_words, resources
from data.answers import MAX_OBSTACLE, MAX_STARS, Obstacles, accepted

_TICKED, _STARRED, _OTHER, _BEFORE = "obstacles_ticked", "obstacles_starred", "obstacles_other", "obstacles_before"
NONE = "none"


@st.fragment
def show(saved: Obstacles) -> None:
    """Ask about obstacles; ticking redraws only this part. `chosen()` reads what is there."""
    words = resources.wording().balance
    labels = {obstacle.id: obstacle.label for obstacle in resources.instrument().obstacles}
    st.session_state.setdefault(_BEFORE, list(saved.ticked))
    ticked = st.pills(
        words.obstacles_label,
        list(labels),
        selection_mode="multi",
        default=saved.ticked,
        format_func=labels.__getitem__,
        key=_TICKED,
        on_change=_let_none_stand_alone,
    )
    weighing = [obstacle for obstacle in ticked if obstacle != NONE]
    if len(weighing) > 1:
        starred = [obstacle for obstacle in saved.starred if obstacle in weighing]
        st.multiselect(words.star_label, weighing, default=starred, format_func=labels.__getitem__, key=_STARRED, max_selections=MAX_STARS)
    own_words.ask(words.other, saved.other, most=MAX_OBSTACLE, key=_OTHER)


def chosen() -> Obstacles:
    """What is ticked, starred and written now; AnswerNotAllowed or TextTooLong for what is not offered."""
    ticked = st.session_state[_TICKED]
    starred = [obstacle for obstacle in st.session_state.get(_STARRED, []) if obstacle in ticked]
    return accepted(Obstacles, ticked=ticked, starred=starred, other=own_words.kept(st.session_state[_OTHER], most=MAX_OBSTACLE))


def _let_none_stand_alone() -> None:
    """Ticking "none" clears the others, and ticking another clears "none"."""
    ticked = st.session_state[_TICKED]
    if NONE in ticked and len(ticked) > 1:
        none_is_new = NONE not in st.session_state[_BEFORE]
        st.session_state[_TICKED] = [NONE] if none_is_new else [obstacle for obstacle in ticked if obstacle != NONE]
    st.session_state[_BEFORE] = list(st.session_state[_TICKED])
