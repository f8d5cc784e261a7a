"""Present mode: one finding a screen, in a dialog of the browser's own. Its controls are the keyboard's, and Escape leaves."""

import streamlit as st

from components.charts.drawing import Drawing, Mark, Row
from components.exports.deck import Deck, Slide
from components.screen.own_elements import elements
from components.session import resources

_ELEMENT = elements.element("present", html="<div class='present'></div>")
_OPEN = "presenting"
# The words that it has, by their names.
_SAID = ("label", "back", "count", "next", "leave", "keys")


def offered() -> bool:
    """Draw the plain button that leads there; whether somebody is there now."""
    if st.button(resources.slide_words().present):
        st.session_state[_OPEN] = True
    return bool(st.session_state.get(_OPEN))


def show(deck: Deck) -> None:
    """Cover everything with the slides until somebody leaves."""
    words = resources.slide_words()
    said = {
        "back": words.back,
        "next": words.next,
        "leave": words.leave,
        "count": str(words.count),
        "keys": words.keys,
        "label": words.label,
    }
    data = {"slides": [_told(slide) for slide in deck.slides], "feet": [f"{deck.team}. {deck.people}.", deck.rule], "words": said}
    _ELEMENT(key="present", data=data, on_left_change=_leave)


def _leave() -> None:
    st.session_state[_OPEN] = False


def _told(slide: Slide) -> dict[str, object]:
    """Without the notes, which are for whoever leads the talk alone."""
    return {
        "title": slide.title,
        "said": slide.said,
        "lines": list(slide.lines),
        "caption": slide.caption,
        "drawing": slide.drawing and _drawn(slide.drawing),
    }


def _drawn(drawing: Drawing) -> dict[str, object]:
    return {"kind": drawing.kind, "names": list(drawing.names), "rows": [_row(row) for row in drawing.rows]}


def _row(row: Row) -> dict[str, object]:
    said = ", ".join(mark.said for mark in row.marks if mark)
    return {"name": row.name, "said": said, "marks": [mark and _mark(mark) for mark in row.marks]}


def _mark(mark: Mark) -> dict[str, float]:
    ends = {} if mark.low is None or mark.high is None else {"low": mark.low, "high": mark.high}
    return {"value": mark.value, "pale": mark.at_most, **ends}
