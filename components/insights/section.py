"""One section of a team's insights. The screen, the PDF and the CSV are all made of these, so that none of them says more than another."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from components.charts.figure import Figure
from components.session import resources
from data.instrument.instrument import Instrument
from data.totals.published import Percentage


@dataclass(frozen=True)
class Part:
    """A sentence in words, then charts with their numbers, then lines; `caption` says how to read them."""

    key: str
    title: str
    lead: str
    figures: tuple[Figure, ...] = ()
    lines: tuple[str, ...] = ()
    caption: str = ""


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
