"""What one gets, before anything is asked: an invented result drawn small, and the first button, which leads to what is asked."""

from components.screen.own_elements import elements
from components.session import resources
from data.instrument.instrument import Instrument
from data.profile.scoring import level_of

_ELEMENT = elements.element(
    "first_look",
    html="<figure><figcaption></figcaption><p class='name'></p><p class='says'></p><ul></ul></figure><button type='button'></button>",
)
# Nobody's: a pattern, and scores by which it would be found (tests/components/start/test_first_look.py).
PATTERN = "running_low"
SCORES = {"spark": 78, "momentum": 56, "support": 64, "balance": 31}


def show(version: str, *, leads_to: str) -> None:
    """Draw it in the words of that version; the button leads to the heading of that anchor, in the browser alone."""
    rules, words = resources.instrument(version), resources.wording().welcome
    pattern = rules.patterns.named(PATTERN)
    data = {
        "marked": words.example,
        "name": pattern.title,
        "says": pattern.text,
        "rows": [_row(rules, dimension, score) for dimension, score in SCORES.items()],
        "go": words.begin,
        "to": leads_to,
    }
    _ELEMENT(key="first_look", data=data)


def _row(rules: Instrument, dimension: str, score: int) -> dict[str, object]:
    level = rules.notes.level.name(level_of(rules.scoring, score))
    return {"name": rules.names((dimension,)), "score": score, "level": level}
