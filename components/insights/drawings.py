"""What the charts of insights draw, for whoever draws it another way; and how sure what is drawn can be."""

from collections.abc import Iterable, Mapping, Sequence

from components.charts.drawing import Drawing, Kind, Mark, Row
from components.charts.of_groups import percentages_chart
from components.session import resources
from data.totals import highlights
from data.totals.published import Bound, Mean, Percentage


def percentages(kind: Kind, names: Sequence[str], rows: Iterable[percentages_chart.Row]) -> Drawing:
    """Published percentages; each says whether it is one that is only known to be at most, or at least, its number."""
    drawn = (Row(row.name, tuple(map(_percentage, row.percentages))) for row in rows)
    return Drawing(kind, tuple(names), tuple(drawn))


def from_both_ends(names: Sequence[str], rows: Iterable[percentages_chart.Row]) -> Drawing:
    """Published percentages of both ends of a whole; what lies between is not told."""
    drawn = (Row(row.name, (_percentage(row.percentages[0]), None, _percentage(row.percentages[1]))) for row in rows)
    return Drawing(Kind.PARTS, tuple(names), tuple(drawn))


def means(names: Sequence[str], rows: Mapping[str, Sequence[Mean | None]]) -> Drawing:
    """Means by the name of their dimension; only the last of a row says its interval, or there would be no room."""
    drawn = (Row(name, (*map(_mean, found[:-1]), _mean(found[-1], with_interval=True))) for name, found in rows.items())
    return Drawing(Kind.POINTS, tuple(names), tuple(drawn))


def sure_of_percentages(band: str) -> str:
    """How to read percentages of a group of that size, at worst."""
    return resources.slide_words().shares.format(points=highlights.reach_of_percentages(band))


def _percentage(one: Percentage) -> Mark:
    return Mark(one.points, percentages_chart.symbol(one), at_most=one.bound is Bound.AT_MOST)


def _mean(mean: Mean | None, *, with_interval: bool = False) -> Mark | None:
    if mean is None:
        return None
    return Mark(mean.value, said(mean), mean.low, mean.high) if with_interval else Mark(mean.value, str(mean.value))


def said(mean: Mean) -> str:
    """A mean, with its interval where one is told."""
    if mean.low is None:
        return str(mean.value)
    between = resources.group_words().comparison.from_to.format(low=mean.low, high=mean.high)
    return resources.slide_words().rounded_figure.format(said=mean.value, interval=between)
