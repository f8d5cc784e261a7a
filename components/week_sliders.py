"""The week of step 5: hours now, hours wished for and energy in four areas, with running totals."""

from collections.abc import Mapping

import streamlit as st

from components import resources
from data.answers import MAX_ENERGY, MAX_HOURS, Area, Week
from data.questions import AreaText


@st.fragment
def show(saved: Week) -> None:
    """Ask about the week; moving a slider redraws only this part. `chosen()` reads what is there."""
    for area in resources.instrument().areas:
        _ask_area(area, saved)
    _totals()


def chosen() -> dict[str, dict[Area, int]]:
    """What the sliders show now, by question and area."""
    return {question: {area: st.session_state[_key(question, area)] for area in Area} for question in ("now", "wish", "energy")}


def _ask_area(area: AreaText, saved: Week) -> None:
    questions = resources.instrument().week
    with st.container(border=True):
        st.markdown(f"**{area.name}**  \n{area.includes}")
        left, middle, right = st.columns(3)
        with left:
            _slide(area, questions.now, "now", saved.now)
        with middle:
            _slide(area, questions.wish, "wish", saved.wish)
        with right:
            _slide(area, questions.energy, "energy", saved.energy)


def _slide(area: AreaText, text: str, question: str, saved: Mapping[Area, int]) -> None:
    most = MAX_ENERGY if question == "energy" else MAX_HOURS
    st.slider(f"{area.name}: {text}", 0, most, saved.get(area.id, 0), key=_key(question, area.id))


def _totals() -> None:
    words, rules, text = resources.wording().balance, resources.instrument().scoring.week, resources.instrument().week.unusual_total
    week = chosen()
    now, wish = sum(week["now"].values()), sum(week["wish"].values())
    st.markdown(words.total.format(now=now, wish=wish))
    for hours in {now, wish} - {0}:
        if not rules.few_hours <= hours <= rules.many_hours:
            st.warning(text.format(hours=hours))


def _key(question: str, area: Area) -> str:
    return f"week_{question}_{area}"
