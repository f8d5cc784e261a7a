"""A team's rounds side by side: their means, and what has changed beyond chance since the one before (docs/anonymity.md 3.7)."""

from collections.abc import Iterator, Sequence

import pandas as pd

from components.charts.drawing import Drawing
from components.charts.figure import NOTHING, Figure
from components.charts.of_groups import rounds_chart
from components.insights import drawings
from components.insights.section import Part, Shown, alt_text
from components.screen import chart_words
from components.session import resources
from data.instrument.instrument import Instrument
from data.totals import between_rounds
from data.totals.published import Insights, Mean, ShownRound

OVER_TIME = "over_time"
# More of them would not be told apart on a slide.
_LAST_ROUNDS = 3


def parts(of: Shown) -> Iterator[Part]:
    """The section, of at least two rounds that may be shown."""
    rounds, rules = of.insights.over_time.rounds, of.rules
    words = resources.group_words().insights
    lead, *lines = _said(of.insights, rules)
    chart = rounds_chart.build(_frame(rounds, rules), colours=of.colours, cuts=chart_words.cuts(rules))
    columns = (words.dimension, *map(_named, rounds))
    rows = tuple((one.name, *(_cell(round.means.get(one.id)) for round in rounds)) for one in rules.dimensions)
    drawing = _drawing(of)
    figure = Figure(chart, alt_text(words.over_time_title, [columns[1:], *rows]), words.over_time_title, columns, rows, drawing)
    caption = words.over_time_caption.format(rounds=", ".join(columns[1:]))
    yield Part(OVER_TIME, words.over_time_title, lead, (figure,), tuple(lines), caption, resources.slide_words().rounds)


def _drawing(of: Shown) -> Drawing:
    """The round that is looked at, after the last few before it in which the same was asked."""
    rounds = [
        one for one in of.insights.over_time.rounds if one.number <= (of.insights.number or 0) and one.instrument == of.whole.instrument
    ]
    last = rounds[-_LAST_ROUNDS:]
    means = {of.rules.names((id,)): [one.means.get(id) for one in last] for id in of.whole.means}
    return drawings.means(tuple(map(_named, last)), means)


def _said(insights: Insights, rules: Instrument) -> Iterator[str]:
    """One sentence about the round before this one, then one for each dimension that has changed beyond chance."""
    words, rounds = resources.group_words().insights, insights.over_time.rounds
    place = next(place for place, round in enumerate(rounds) if round.number == insights.number)
    if place == 0:
        yield words.over_time_first
        return
    before = rounds[place - 1]
    day, changes = resources.dates().day(before.closed_on), between_rounds.changes(before, rounds[place])
    if changes is None:
        yield words.over_time_versions
        return
    if not changes.points:
        yield words.over_time_none.format(day=day) if changes.compared else words.over_time_few
        return
    yield words.over_time_lead.format(day=day)
    for id, points in changes.points.items():
        form = words.over_time_more if points > 0 else words.over_time_less
        yield form.format(name=rules.names((id,)), points=abs(points))


def _frame(rounds: Sequence[ShownRound], rules: Instrument) -> pd.DataFrame:
    return pd.DataFrame(
        [
            {
                "name": rules.names((of.id,)),
                "round": str(round.number),
                "version": round.instrument,
                "mean": mean.value,
                "low": mean.low,
                "high": mean.high,
                "newest": round is rounds[-1],
            }
            for of in rules.dimensions
            for round in rounds
            if (mean := round.means.get(of.id))
        ]
    )


def _named(round: ShownRound) -> str:
    """With its number, because two rounds may close on one day."""
    words = resources.group_words().insights
    return words.over_time_column.format(number=round.number, day=resources.dates().short_day(round.closed_on))


def _cell(mean: Mean | None) -> str:
    if mean is None or mean.low is None:
        return str(mean.value) if mean else NOTHING
    between = resources.group_words().comparison.from_to.format(low=mean.low, high=mean.high)
    return resources.group_words().insights.over_time_cell.format(mean=mean.value, interval=between)
