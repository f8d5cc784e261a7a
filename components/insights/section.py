"""One section of a team's insights. Screen, slides, PDF and CSV are all made of these, so that none of them says more than another."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from components.charts.figure import Figure
from components.charts.theme import Palette
from components.session import resources
from data.instrument.instrument import Instrument
from data.totals.published import Insights, Percentage, Published
from data.wording.groups.insights_words import InsightsWords


class View(StrEnum):
    """What is looked at together, about as much as a screen holds; in the order in which one chooses."""

    HEADLINE = "headline"
    AREAS = "areas"
    JOB_AND_WEEK = "job-and-week"
    STATEMENTS = "statements"


@dataclass(frozen=True)
class Shown:
    """A round of which something may be shown, the rules of its version, and the colours to draw it in."""

    insights: Insights
    whole: Published
    rules: Instrument
    colours: Palette


class Box(NamedTuple):
    """One thing that stands out, to be read at a glance, and the figure behind it."""

    said: str
    figure: str


@dataclass(frozen=True)
class Part:
    """A sentence in words, then charts with their numbers, then lines.

    Attributes:
        boxes: what the sentence says and a little more, for a screen to set above its columns in the place of the sentence.
        caption: how to read them.
        reading: the same for the first chart where it stands alone on a slide, with how sure it is.
        names: somebody's text, drawn by nothing that reads markup.
    """

    key: str
    title: str
    lead: str
    figures: tuple[Figure, ...] = ()
    lines: tuple[str, ...] = ()
    caption: str = ""
    reading: str = ""
    names: tuple[str, ...] = ()
    boxes: tuple[Box, ...] = ()


def _is_there(_: Shown) -> bool:
    return True


@dataclass(frozen=True)
class InsightsSection:
    """A section by what it does.

    Attributes:
        view: where a screen draws it; None where files alone do, because a view says the same in another way.
        parts: makes what it has to show, where it has something to show.
        is_there: whether it has, told without making it.
        column: of the columns in which a wide screen draws the view, from the left.
        repeats: whether all that it shows stands in another section too, so that files go without it.
        fold: the name under which a screen folds it away, below the columns, and draws it once it is unfolded.
        of_area: makes what it has to show of one area, where a screen lets one choose an area and draws that alone.
    """

    view: View | None
    parts: Callable[[Shown], Iterable[Part]]
    is_there: Callable[[Shown], object] = _is_there
    column: int = 0
    repeats: bool = False
    fold: Callable[[InsightsWords], str] | None = None
    of_area: Callable[[Shown, str], Iterable[Part]] | None = None


def summary(*sentences: str) -> str:
    """The sentences that have something to say; without any, that nothing stands out."""
    return " ".join(filter(None, sentences)) or resources.group_words().insights.none_common


def with_names(sentence: str, names: Iterable[str]) -> str:
    """The sentence with these names in it; empty without a name."""
    named = ", ".join(names)
    return sentence.format(names=named) if named else ""


def dimensions(rules: Instrument, ids: Iterable[str]) -> tuple[str, ...]:
    """Their names as people read them."""
    return tuple(rules.dimension(id).name for id in ids)


def descending(percentages: Mapping[str, Percentage]) -> dict[str, Percentage]:
    """From the largest percentage on; those that are alike keep their order, so that nothing finer than the percentages is told."""
    return dict(sorted(percentages.items(), key=lambda entry: -entry[1].points))


def alt_text(title: str, rows: Sequence[tuple[str, ...]]) -> str:
    """What a chart says, for whoever cannot see it."""
    return f"{title}: {'; '.join(' '.join(row) for row in rows)}."
