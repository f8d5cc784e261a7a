"""How each of the three apps is walked: the same 36 answers, on four pages, given the way that each app wants them."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from bench.baselines.sheet import LABELS, PAGES
from bench.server import ROOT
from bench.visitor import Visitor

_BASELINES = ROOT / "bench" / "baselines"


def answer(position: int) -> int:
    """Which of the six labels is chosen for the statement in this place: every one of them in turn."""
    return position % len(LABELS)


@dataclass(frozen=True)
class App:
    """One app and its walk: `enter` leads to the first page of statements, `answer_page` answers one, `go_on` ends it."""

    name: str
    script: Path
    enter: Callable[[Visitor], None]
    answer_page: Callable[[Visitor, int], None]
    go_on: Callable[[Visitor, int], None]

    def walk(self, visitor: Visitor) -> None:
        """The whole of the 36 statements, from the first page of them on."""
        for page in range(len(PAGES)):
            self.answer_page(visitor, page)
            self.go_on(visitor, page)


def _fill_radios(visitor: Visitor, page: int) -> None:
    for position, text in enumerate(PAGES[page].values()):
        visitor.fill(text, LABELS[answer(position)], "radio")


def _press_next(visitor: Visitor, page: int) -> None:
    visitor.press("Submit" if page == len(PAGES) - 1 else "Next")


BARE = App("bare", _BASELINES / "bare.py", Visitor.open, _fill_radios, lambda visitor, _: visitor.press("Continue"))
SURVEY = App("survey", _BASELINES / "survey.py", Visitor.open, _fill_radios, _press_next)
