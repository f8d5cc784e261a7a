"""A chart with all that goes with it: made once, and drawn by whoever shows it, a screen, a report or a card."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cached_property

import altair as alt

from components.charts.drawing import Drawing

# What stands in the place of a number that there is not.
NOTHING = "–"


@dataclass(frozen=True)
class Figure:
    """A chart of a data frame, what it says in words for whoever cannot see it, and its numbers as people read them.

    `draw`: puts the chart together, for whoever shows one: most of what a list or a slide would wait for, which show none.
    `drawing`: the same numbers for whoever draws them another way; None where nobody does. `listed`: whether a screen does, as a list.
    """

    draw: Callable[[], alt.LayerChart]
    alt_text: str
    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    drawing: Drawing | None = None
    listed: bool = False

    @cached_property
    def chart(self) -> alt.LayerChart:
        return self.draw()

    def without(self, column: str) -> "Figure":
        """The same with one column fewer, where there is no room for it."""
        place = self.columns.index(column)
        columns, *rows = (line[:place] + line[place + 1 :] for line in (self.columns, *self.rows))
        return replace(self, columns=columns, rows=tuple(rows))
