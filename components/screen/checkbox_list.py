"""Choices of which any number may be ticked; "none of these" stands alone."""

from collections.abc import Collection, Mapping

import streamlit as st

NONE = "none"


def ask(question: str, labels: Mapping[str, str], saved: Collection[str], *, key: str, in_form: bool = False) -> list[str]:
    """Ask the question; the ids that are ticked, in the order of the labels. Inside a form "none" can't clear the others at once."""
    # By its key `page.js` knows that these boxes are one group, whose name is its first words.
    with st.container(key=f"group_{key}"):
        # Boxes and not pills, whose chosen words could not be read in the dark (docs/decisions.md 3).
        st.markdown(question)
        for choice, label in labels.items():
            # Streamlit refuses a callback in a form on anything but its button.
            on_change = None if in_form else _let_none_stand_alone
            st.checkbox(label, choice in saved, key=_key(key, choice), on_change=on_change, args=(key, tuple(labels), choice))
    return ticked(key, labels)


def ticked(key: str, choices: Collection[str]) -> list[str]:
    """What is ticked now in the list of that key; something ticked beside "none" counts, and "none" then does not."""
    found = [choice for choice in choices if st.session_state[_key(key, choice)]]
    return [choice for choice in found if choice != NONE] or found


def _let_none_stand_alone(key: str, choices: tuple[str, ...], changed: str) -> None:
    """Ticking "none" clears the others, and ticking another clears "none"."""
    # In a callback, because a box's value may be set only before the box is drawn.
    if not st.session_state[_key(key, changed)]:
        return
    for choice in choices:
        if (choice == NONE) != (changed == NONE):
            st.session_state[_key(key, choice)] = False


def _key(key: str, choice: str) -> str:
    return f"{key}_{choice}"
