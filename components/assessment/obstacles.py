"""What stands in the way: tick all that weigh, star up to two, and a private word of one's own."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import streamlit as st

from components.screen import checkbox_list, free_text
from components.session import resources
from data.instrument.answers import MAX_OBSTACLE, MAX_STARS, Obstacles, validated
from data.record.record import Draft


@dataclass(frozen=True)
class Given:
    """What is ticked, starred and typed on the screen, before it is checked."""

    ticked: Sequence[str]
    starred: Sequence[str]
    other: str


@st.fragment
def show(draft: Draft) -> Given:
    """Ask about obstacles, starting from what was saved; ticking redraws only this part."""
    words, labels, saved = resources.wording().balance, _labels(draft), draft.answers.obstacles
    ticked = checkbox_list.ask(words.obstacles_label, labels, saved.ticked, key="obstacle")
    starred = _star(ticked, saved.starred, labels) if len(ticked) > 1 else []
    return Given(ticked, starred, free_text.ask(words.other, saved.other, most=MAX_OBSTACLE, key="obstacles_other"))


def parse(given: Given) -> Obstacles:
    """The obstacles as they are kept; AnswerNotAllowed or TextTooLong for what is not offered."""
    # Looked at again: what a browser sends need not be what it was offered (docs/security.md 5.2).
    starred = [obstacle for obstacle in given.starred if obstacle in given.ticked]
    return validated(Obstacles, ticked=given.ticked, starred=starred, other=free_text.parse(given.other, most=MAX_OBSTACLE))


def _star(ticked: list[str], saved: Sequence[str], labels: Mapping[str, str]) -> list[str]:
    label = resources.wording().balance.star_label
    # Streamlit raises where a default is not among the options, as a star is not once its obstacle is unticked.
    default = [obstacle for obstacle in saved if obstacle in ticked]
    return st.multiselect(label, ticked, default=default, format_func=labels.__getitem__, key="obstacles_starred", max_selections=MAX_STARS)


def _labels(draft: Draft) -> dict[str, str]:
    return {obstacle.id: obstacle.label for obstacle in resources.instrument(draft.instrument).obstacles}
