"""How each of the three apps is walked: the same 40 answers, on four pages, given the way that each app wants them."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from bench.baselines.sheet import LABELS, PAGES
from bench.server import ROOT, Server
from bench.visitor import Visitor

LAST = len(PAGES) - 1
# All of the bench comes from one address, as fast as it can, which is what the limits are there to stop.
NO_LIMITS = {f"REKINDLE_{name}": "1000000" for name in ("HANDSHAKES_PER_MINUTE", "ASSESSMENTS_PER_HOUR")}
_STEPS = ("job-and-work", "drive", "path", "balance")
_BASELINES = ROOT / "bench" / "baselines"


@dataclass(frozen=True, eq=False)
class App:
    """One app: `arrive` leads a new visitor to the first page of statements, `fill` answers a page, `go_on` ends it."""

    name: str
    script: Path
    first: str
    fill: Callable[[Visitor, int], None]
    go_on: Callable[[Visitor, int], None]
    arrive: Callable[[Visitor], None] = Visitor.open
    settings: Mapping[str, str] = field(default_factory=dict)

    def served(self) -> Server:
        """A server of this app in the folder where its settings are looked for, so that a baseline takes none of ours."""
        return Server(self.script, settings=self.settings, cwd=self.script.parent)

    @contextmanager
    def ready(self, server: Server) -> Iterator[Visitor]:
        """A new visitor who stands before the first page of statements."""
        with Visitor(server.url) as visitor:
            self.arrive(visitor)
            yield visitor

    def walk(self, visitor: Visitor) -> None:
        """Open the first page of statements anew, as after a refresh, answer all 40 and end each page."""
        visitor.open(self.first)
        for page in range(len(PAGES)):
            self.fill(visitor, page)
            self.go_on(visitor, page)


def _choice(position: int) -> int:
    # Every label in turn, "does not apply" among them.
    return position % len(LABELS)


def _fill_radios(visitor: Visitor, page: int) -> None:
    for position, text in enumerate(PAGES[page].values()):
        visitor.fill(text, LABELS[_choice(position)], "radio")


def _fill_element(visitor: Visitor, page: int) -> None:
    choices = ((name, _choice(position) + 1) for position, name in enumerate(PAGES[page]))
    answers = {name: choice if choice < len(LABELS) else "na" for name, choice in choices}
    visitor.fill("radio_groups", {"answers": answers})


def _begin(visitor: Visitor) -> None:
    visitor.open("/")
    visitor.fill("consent_take_part", True)
    visitor.press("start")
    visitor.press("continue_life-stage")


_BARE_SETTINGS = {"PYTHONPATH": str(ROOT)}
BARE = App("bare", _BASELINES / "bare.py", "/", _fill_radios, lambda visitor, _: visitor.press("Continue"), settings=_BARE_SETTINGS)
SURVEY = App(
    "survey",
    _BASELINES / "survey.py",
    "/",
    _fill_radios,
    lambda visitor, page: visitor.press("Submit" if page == LAST else "Next"),
    settings=_BARE_SETTINGS,
)
REKINDLE = App(
    "rekindle",
    ROOT / "app.py",
    "/job-and-work",
    _fill_element,
    lambda visitor, page: visitor.press(f"continue_{_STEPS[page]}"),
    arrive=_begin,
    settings=NO_LIMITS,
)
