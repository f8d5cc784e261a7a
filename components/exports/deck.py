"""Slides as values: present mode, PowerPoint and the pages to print all draw these."""

from dataclasses import dataclass

from components.charts.drawing import Drawing


@dataclass(frozen=True)
class Slide:
    """A question, what was found, a drawing or lines, and how to read it. `notes` are for whoever leads the talk alone."""

    title: str
    said: str = ""
    drawing: Drawing | None = None
    lines: tuple[str, ...] = ()
    caption: str = ""
    notes: tuple[str, ...] = ()
    alt_text: str = ""


@dataclass(frozen=True)
class Deck:
    """The slides in their order, and what stands at the foot of each: whose they are, of how many people and when, and the rule of use."""

    team: str
    people: str
    rule: str
    slides: tuple[Slide, ...]
