"""A team's rounds side by side: their means, and what has changed beyond chance since the one before (docs/anonymity.md 3.7)."""

from collections.abc import Iterator, Sequence
from functools import partial

import pandas as pd

from components.charts.drawing import Drawing
from components.charts.figure import NOTHING, Figure
from components.charts.of_groups import rounds_chart
from components.insights import drawings
from components.insights.section import Part, Shown, alt_text
from components.session import resources
from data.instrument.instrument import Instrument
from data.totals import between_rounds
from data.totals.between_rounds import Changes
from data.totals.published import Insights, Mean, ShownRound

OVER_TIME = "over_time"
# More of them would not be told apart on a slide.
_LAST_ROUNDS = 3


def is_there(of: Shown) -> bool:
    """Whether two rounds may be shown, and anything of them; with nearly every statement left open even large ones have no mean."""
    rounds = of.insights.over_time.rounds
    return len(rounds) > 1 and any(round.means for round in rounds)


def parts(of: Shown) -> Iterator[Part]:
    """The section, of at least two rounds that may be shown."""
    rounds, rules = of.insights.over_time.rounds, of.rules
    words = resources.group_words().insights
    lead, *lines = _said(of.insights, rules)
    draw = partial(rounds_chart.build, _frame(of), _names(rounds), colours=of.colours)
    columns = (words.dimension, *map(_named, rounds))
    rows = tuple((one.name, *(_cell(round.means.get(one.id)) for round in rounds)) for one in rules.dimensions)
    drawing = _drawing(of)
    figure = Figure(draw, alt_text(words.over_time_title, [columns[1:], *rows]), words.over_time_title, columns, rows, drawing)
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
    words, before = resources.group_words().insights, _before(insights)
    if before is None:
        yield words.over_time_first
        return
    day, changes = resources.dates().day(before.closed_on), _changes(insights)
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


def _before(insights: Insights) -> ShownRound | None:
    """The round before the one that is looked at."""
    return next((one for one in reversed(insights.over_time.rounds) if one.number < (insights.number or 0)), None)


def _changes(insights: Insights) -> Changes | None:
    """Beyond chance, since the round before; None for the first, and where another version was asked."""
    before = _before(insights)
    after = next(one for one in insights.over_time.rounds if one.number == insights.number)
    return between_rounds.changes(before, after) if before else None


def _frame(of: Shown) -> pd.DataFrame:
    found = _changes(of.insights)
    changed = found.points if found else {}
    return pd.DataFrame(
        [
            {
                "name": one.name,
                "round": round.number,
                "version": round.instrument,
                "mean": mean.value,
                "low": mean.low,
                "high": mean.high,
                "changed": one.id in changed,
            }
            for one in of.rules.dimensions
            for round in of.insights.over_time.rounds
            if (mean := round.means.get(one.id))
        ]
    )


def _names(rounds: Sequence[ShownRound]) -> dict[int, str]:
    """By day where there is room for it; the caption has the days of all."""
    days = resources.dates()
    return {one.number: days.short_day(one.closed_on) if len(rounds) <= _LAST_ROUNDS else str(one.number) for one in rounds}


def _named(round: ShownRound) -> str:
    """With its number, because two rounds may close on one day."""
    words = resources.group_words().insights
    return words.over_time_column.format(number=round.number, day=resources.dates().short_day(round.closed_on))


def _cell(mean: Mean | None) -> str:
    if mean is None or mean.low is None:
        return str(mean.value) if mean else NOTHING
    between = resources.group_words().comparison.from_to.format(low=mean.low, high=mean.high)
    return resources.group_words().insights.over_time_cell.format(mean=mean.value, interval=between)
