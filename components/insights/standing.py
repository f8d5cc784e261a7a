"""What stands out of a round, for its sentences, its boxes and its questions: which areas may be named, and as what."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from components.insights import drawings
from components.insights.section import Box, Shown, dimensions
from components.session import resources
from data.profile import rules as versions
from data.totals import highlights
from data.totals.published import Alike, Ends


class Standing(NamedTuple):
    """The areas that may be named, each of them often nobody's."""

    highest: tuple[str, ...]
    lowest: tuple[str, ...]
    apart: tuple[str, ...]


def out(of: Shown) -> Standing:
    """What may be named of the round by the rules of its version."""
    ends = of.insights.standing_out.ends or Ends()
    return Standing(ends.highest, ends.lowest, _apart(of))


def _apart(of: Shown) -> tuple[str, ...]:
    if not is_tested(of):
        return highlights.most_spread(of.whole)
    return tuple(id for id, alike in of.insights.standing_out.alike.items() if alike is Alike.FURTHER)


def is_tested(of: Shown) -> bool:
    """Whether a spread is named only where it is wider than everyone's beyond chance, as rk-1.1 does."""
    return versions.of(of.rules).team_words is not None


def boxes(of: Shown) -> Iterator[Box]:
    """Up to three: the highest, the lowest and those on which people lie furthest apart, where each may be named."""
    words, found = resources.group_words().insights, out(of)
    if found.highest:
        yield Box(words.box_high.format(names=_names(of, found.highest)), _figures(of, found.highest))
    if found.lowest:
        yield Box(words.box_low.format(names=_names(of, found.lowest)), _figures(of, found.lowest))
    if found.apart:
        yield Box(words.box_apart.format(names=_names(of, found.apart)), words.box_tested if is_tested(of) else words.box_spread)


def _names(of: Shown, ids: Iterable[str]) -> str:
    return ", ".join(dimensions(of.rules, ids))


def _figures(of: Shown, ids: Iterable[str]) -> str:
    """In the order of the names."""
    said = ", ".join(drawings.said(of.whole.means[id]) for id in ids)
    return resources.group_words().insights.box_average.format(said=said)
