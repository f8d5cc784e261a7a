"""Questions as native radio groups in one element, so that a whole page of them travels as one value.

Streamlit's own radio, segmented control and pills all wrap into a block at phone width; see docs/decisions.md.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from components.screen.own_elements import elements, read_aloud
from components.session import resources
from data.assessment.steps import page_state
from data.instrument.answers import Step
from data.record.record import Draft

# A day: whoever keeps a page open for longer has said nothing about how they answer.
_MOST_SECONDS = 86_400
_ELEMENT = elements.element("radio_groups", html="<div class='groups'></div>")


def choices(texts: Sequence[str], *, first: int) -> list[dict[str, object]]:
    """Choices that are numbered from `first` on."""
    return [{"value": value, "text": text} for value, text in enumerate(texts, first)]


@dataclass(frozen=True)
class Given:
    """What the browser says is chosen now, and in how many seconds; None where it says nothing of time that can be true."""

    answers: object
    seconds: float | None


def show(step: Step, draft: Draft, saved: Mapping[Any, object], **asked: Any) -> Given:
    """Ask what is asked; what the browser says is chosen now, starting from what was saved.

    `asked` holds the `questions` (id, text, and choices of their own), or the `choices` of all of them, one that stands `apart`,
    whether they form one `line` of numbers, and the `count` of what is answered in all.
    `keep` names this state of this draft, for which alone a tab's unsent answers still count.
    The key names the draft as well: what a tab held of another one is no answer to this.
    """
    return ask(f"{step}_{draft.tag}", saved, keep=page_state(draft, step), seen=step in draft.saved, **asked)


def ask(key: str, saved: Mapping[Any, object], *, keep: str, seen: bool, **asked: Any) -> Given:
    """The same for what is no step of a draft."""
    words = resources.wording().step
    data = {
        **asked,
        "words": {"clear": words.clear, "open": words.not_answered},
        "aloud": read_aloud.for_elements(),
        "answers": dict(saved),
        "keep": keep,
        "seen": seen,
    }
    # Without a callback, even an empty one, the result of an element need not have this attribute.
    told = _ELEMENT(key=key, data=data, on_answers_change=lambda: None, on_seconds_change=lambda: None)
    return Given(dict(saved) if told.answers is None else told.answers, _seconds(told.seconds))


def _seconds(told: object) -> float | None:
    # A browser may say anything, and to Python a truth value is a number.
    if isinstance(told, bool) or not isinstance(told, int | float):
        return None
    return float(told) if 0 <= told <= _MOST_SECONDS else None
